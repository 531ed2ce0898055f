import { loadKernels } from '../../../src/engine/kernels';
import { Trainer } from '../../../src/training/trainer';
import { toA1 } from '../../../src/notebook/sheet/address';
import { fromRows, isText, type Block } from '../../../src/notebook/sheet/block';
import { inspect } from '../../../src/notebook/sheet/inspect';
import { SHEET_KEYS } from '../../../src/notebook/sheet/plan';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import type { Sheet } from './sheet';

const COUNTS = ['notebook.step', 'optimiser.step'];

/** Every cell of every sheet is what follows from the cells that a person may type into, and the step counters. */
export async function expectConsistent(sheet: Sheet, spec: NotebookSpec, title: string): Promise<void> {
  const plan = planNotebook(spec, title);
  const trainer = new Trainer(spec, undefined, await loadKernels());
  const cells = new Map<string, number[]>();
  const there = await sheet.sheets();
  for (const key of SHEET_KEYS.filter((each) => there.includes(plan.sheets[each].name))) {
    for (const block of plan.sheets[key].blocks) {
      if (isText(block)) continue;
      const values = numbersIn(block, await sheet.read(toA1(block.rect), plan.sheets[key].name));
      cells.set(`${key} ${block.name}`, values);
      if (block.editable || COUNTS.includes(block.name)) trainer.accept(key, block, values);
    }
  }
  trainer.trustMemory();
  trainer.compute();
  for (const key of SHEET_KEYS) {
    for (const block of plan.sheets[key].blocks) {
      const values = cells.get(`${key} ${block.name}`);
      if (!values) continue;
      const expected = [...trainer.valuesFor(key, block)];
      if (values.some((value, index) => !Object.is(value + 0, expected[index] + 0))) {
        throw new Error(`${key} ${block.name}: ${values.join()} instead of ${expected.join()}`);
      }
    }
  }
}

/** Words as their settings count them. */
function numbersIn(block: Block, rows: unknown[][]): number[] {
  return inspect(block, block.rect, rows).values ?? (fromRows(block, rows) as number[]);
}
