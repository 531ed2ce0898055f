import type { Network } from '../../../../src/engine/network';
import { learningRateAt } from '../../../../src/engine/schedules';
import type { Rect } from '../../../../src/notebook/sheet/address';
import { valueShape, type Block } from '../../../../src/notebook/sheet/block';
import { explainCell, type ExplainContext } from '../../../../src/notebook/explain';
import type { CellRef, Explanation } from '../../../../src/notebook/explain/explanation';
import { initialParameters } from '../../../../src/notebook/sheet/initialise';
import { type SheetKey } from '../../../../src/notebook/sheet/plan';
import { planNotebook } from '../../../../src/notebook/layout/planNotebook';
import { INITIAL_SETTINGS, type Settings } from '../../../../src/notebook/sheet/settings';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { gradientOf, valuesOf } from '../../../../src/notebook/sheet/tensors';
import { randomNetwork } from '../../../engine/support/network';

/** A notebook without a trainer: the numbers of a network, in the cells of its plan. */
export interface Page {
  readonly context: ExplainContext;
  readonly network: Network;
  explain(cell: CellRef): Explanation;
  /** What the engine has in a cell. */
  valueAt(cell: CellRef): number;
}

/** A notebook of a network with random numbers, computed. */
export function randomPage(
  spec: NotebookSpec,
  batch = 2,
  seed = 1,
  change: Partial<ExplainContext> = {},
): Page {
  const network = randomNetwork(spec.network, batch, seed);
  network.forward();
  network.backward();
  return pageOf(spec, network, change);
}

export function pageOf(
  spec: NotebookSpec,
  network: Network,
  change: Partial<ExplainContext> = {},
  set: Partial<Settings> = {},
): Page {
  const plan = planNotebook(spec);
  const settings = { ...INITIAL_SETTINGS, ...spec.settings, ...set };
  const context: ExplainContext = {
    plan,
    numbers: {
      network,
      settings,
      step: 0,
      optimiserStep: 0,
      nextLearningRate: learningRateAt(settings.schedule, settings, 0),
      batchLoss: network.losses.reduce((total, loss) => total + loss / network.batchSize, 0),
      valuesFor: (key, block) => valuesFor(network, key, block),
      before: (block) => valuesFor(network, 'values', block),
      textFor: () => 'a word',
    },
    placeOf: (key, block) => plan.sheets[key].blocks.find(({ name }) => name === block.name)?.rect,
    revealBatch: () => network.reveal(),
    firstWeights: () => initialParameters(spec, settings.seed),
    ...change,
  };
  return {
    context,
    network,
    explain: (cell) => explainCell(context, cell),
    valueAt: ({ key, row, column }) => {
      const { blocks } = plan.sheets[key];
      const block = blocks.find(({ rect }) => isIn(rect, row, column))!;
      const index =
        ((row - block.rect.row) / block.jump) * valueShape(block).columns +
        (column - block.rect.column) / block.jump;
      return context.numbers.valuesFor(key, block)[index];
    },
  };
}

/** The cell of one number of a block. */
export function cellIn(block: Block, key: SheetKey, index: number): CellRef {
  const { columns } = valueShape(block);
  return {
    key,
    row: block.rect.row + Math.floor(index / columns) * block.jump,
    column: block.rect.column + (index % columns) * block.jump,
  };
}

/** The block of a name. */
export function blockNamed({ context }: Page, name: string, key: SheetKey = 'values'): Block {
  const block = context.plan.sheets[key].blocks.find((each) => each.name === name);
  if (!block) throw new Error(`No block ${name} on the sheet of ${key}.`);
  return block;
}

export function isIn(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.row &&
    column >= rect.column &&
    row < rect.row + rect.rows &&
    column < rect.column + rect.columns
  );
}

function valuesFor(network: Network, key: SheetKey, block: Block): Float64Array {
  if (block.source.kind === 'setting' || block.source.kind === 'status') return Float64Array.of(0);
  if (key === 'gradients') return gradientOf(network, block);
  if (key === 'values') return valuesOf(network, block);
  if (key === 'rotated') return valuesOf(network, block).slice().reverse();
  return new Float64Array(valuesOf(network, block).length);
}
