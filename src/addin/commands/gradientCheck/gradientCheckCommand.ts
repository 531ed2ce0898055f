import { GradientCheck } from '../../../engine/gradientCheck';
import { readGradientCells, selectValueCell } from '../../../excel/read/gradientCells';
import type { Reading } from '../../../excel/read/reading';
import { siteId } from '../../../excel/read/site';
import { activeCell } from '../../../excel/read/activeCell';
import { columnName } from '../../../notebook/sheet/address';
import { NAMES } from '../../../notebook/layout/outputs';
import { indexOf, type ValueCell } from '../../../notebook/sheet/valueCells';
import { NotebookError } from '../../faults';
import { reportOf, type CheckedCell } from './gradientReport';
import { drawWeights } from '../../../training/gradientSample';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { Progress } from '../../workbook/progress';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import { yieldToEvents } from '../../../training/pacing';
import { selectedValues } from '../../workbook/selectedValues';
import { gradientCheckTexts } from '../../../texts/addin/gradientCheck';

/** Most numbers in one check. */
const MOST = 100;
/** Time between updates of the progress in the pane, when Stop can also take effect, in ms. */
const SLICE_MS = 50;
const REPORT_MS = 250;

/**
 * Check my gradient: compares gradients with finite differences of the loss, on a copy of the notebook's
 * network.
 */
export class GradientCheckCommands {
  constructor(private readonly pipeline: Pipeline) {}

  /** Checks the selected weights and pixels. */
  readonly checkSelected: Work = checking(async (context, notebook, reading) => {
    const { selection, notebooks } = this.pipeline;
    const selected = selection.latest((sheet) => notebooks.recordOf(sheet) !== undefined);
    const valueCells = selectedValues(notebook, reading, selected ?? (await activeCell(context))).filter(
      isCheckable,
    );
    if (valueCells.length) return valueCells;
    throw new NotebookError(gradientCheckTexts.nothingSelected);
  });

  /** Checks a hundred weights drawn by the notebook's seed, always the same. */
  readonly checkRandom: Work = checking(async (_context, { trainer, plan }) =>
    drawWeights(trainer.network.parameters, plan.layout, MOST, trainer.settings.seed),
  );

  /** Selects the cell of a checked number. */
  goTo({ valueCell }: CheckedCell): Work {
    return {
      name: 'Show the checked cell',
      whileRunning: 'refuse',
      work: (pipeline) =>
        pipeline.withNotebook((context, { record }) =>
          selectValueCell(context, record.place.values, valueCell),
        ),
    };
  }
}

type Choosing = (
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
) => Promise<ValueCell[]>;

function checking(choose: Choosing): Work {
  return {
    name: 'Check my gradient',
    whileRunning: 'refuse',
    takesLong: true,
    work: (pipeline, progress) =>
      pipeline.withNotebook(async (context, notebook) => {
        const reading = await pipeline.look(context, notebook);
        refuseBlocked(reading);
        // The ∂ cells must be up to date with all other cells.
        await notebook.write(context, reading);
        const chosen = await choose(context, notebook, reading);
        const valueCells = chosen.slice(0, MOST);
        const shown = await readGradientCells(context, reading, valueCells);
        const cells = await checked(notebook, reading, valueCells, shown, progress);
        const { settings, network } = notebook.trainer;
        pipeline.store.set({
          check: reportOf({
            notebook: reading.nameOf('values'),
            cells,
            wanted: valueCells.length,
            chosen: chosen.length,
            images: network.batchSize,
            mode: settings.mode,
          }),
          asked: { section: 'check' },
        });
      }),
  };
}

function isCheckable({ block: { source } }: ValueCell): boolean {
  return source.kind === 'parameter' || source.kind === 'input';
}

/** Throws if the loss cannot be computed: then its gradient cannot be checked. */
function refuseBlocked(reading: Reading): void {
  const problem = reading.problems.find(({ key }) => key === 'values');
  if (problem && reading.blocked().has(NAMES.batchLoss)) throw new NotebookError(problem.message);
}

/** Checks one number after the other, until Stop is pressed. */
async function checked(
  { trainer: { network } }: LiveNotebook,
  reading: Reading,
  valueCells: readonly ValueCell[],
  shown: readonly unknown[],
  progress: Progress,
): Promise<CheckedCell[]> {
  const check = new GradientCheck(network);
  const cells: CheckedCell[] = [];
  let [paused, reported] = [performance.now(), performance.now()];
  progress.report('weights', 0, valueCells.length);
  for (const [index, valueCell] of valueCells.entries()) {
    const analytic = shown[index];
    const isNumber = typeof analytic === 'number';
    const found = check.check(valueCell.block.source.tensor, indexOf(valueCell), isNumber ? analytic : NaN);
    cells.push({
      ...found,
      address: addressOf(reading, valueCell),
      title: valueCell.block.title,
      valueCell,
      holds: isNumber ? undefined : heldBy(analytic),
    });
    if (performance.now() - paused < SLICE_MS) continue;
    if (performance.now() - reported > REPORT_MS) {
      progress.report('weights', cells.length, valueCells.length);
      reported = performance.now();
    }
    await yieldToEvents();
    if (progress.isStopped) break;
    paused = performance.now();
  }
  return cells;
}

function addressOf({ plan, found }: Reading, { block, row, column }: ValueCell): string {
  const own = plan.sheets.values.blocks.find(({ name }) => name === block.name)!;
  const { rect } = found.get(siteId({ key: 'values', block: own }))!;
  return `${columnName(rect.column + column * block.jump)}${rect.row + row * block.jump + 1}`;
}

function heldBy(value: unknown): string {
  const texts = gradientCheckTexts.derivativeCell;
  if (value === undefined) return texts.gone;
  return value === '' ? texts.empty : texts.holds(String(value));
}
