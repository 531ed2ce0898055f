import { compile, type Network } from '../../../src/engine/network';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { toA1 } from '../../../src/notebook/sheet/address';
import { fromRows } from '../../../src/notebook/sheet/block';
import { valuesOf } from '../../../src/notebook/sheet/tensors';
import type { EmbeddedWorkbook } from '../harness';
import { VALUES } from './lesson4';

const plan = planNotebook(LESSON_4);

/** A network with the weights, image and target that stand in the cells. */
export async function networkOfCells(excel: EmbeddedWorkbook, batchSize: number): Promise<Network> {
  const network = compile(LESSON_4.network, batchSize);
  for (const block of plan.layout.blocks) {
    if (!['parameter', 'input', 'target'].includes(block.source.kind)) continue;
    const rows = (await excel.read(toA1(block.rect), VALUES)) as number[][];
    valuesOf(network, block).set(fromRows(block, rows));
  }
  return network;
}

/** The maps, output and loss in the cells are those of the weights in the cells. */
export async function expectConsistent(excel: EmbeddedWorkbook): Promise<void> {
  const network = await networkOfCells(excel, 1);
  network.forward();
  for (const block of plan.layout.blocks) {
    if (block.source.kind !== 'activation' && block.source.kind !== 'loss') continue;
    const cells = fromRows(block, (await excel.read(toA1(block.rect), VALUES)) as number[][]);
    const values = valuesOf(network, block);
    cells.forEach((cell, index) =>
      expect(Math.abs(cell - values[index])).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(cell))),
    );
  }
}
