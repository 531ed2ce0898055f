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
import { breathe } from '../../../training/pacing';
import { selectedValues } from '../../workbook/selectedValues';
import { gradientCheckTexts } from '../../../texts/addin/gradientCheck';

/** So many are checked at once. */
const MOST = 100;
/** How often Stop can take effect, and how often the pane shows the progress, in ms. */
const SLICE_MS = 50;
const REPORT_MS = 250;

/** Gradients checked against differences of the loss. The notebook stays as it is: a copy of its network is tried out. */
export class GradientCheckCommands {
  constructor(private readonly pipeline: Pipeline) {}

  /** Check the weights and pixels that are selected on the sheet. */
  readonly checkSelected: Work = checking(async (context, notebook, reading) => {
    const { selection, notebooks } = this.pipeline;
    const selected = selection.latest((sheet) => notebooks.recordOf(sheet) !== undefined);
    const valueCells = selectedValues(notebook, reading, selected ?? (await activeCell(context))).filter(
      isCheckable,
    );
    if (valueCells.length) return valueCells;
    throw new NotebookError(gradientCheckTexts.nothingSelected);
  });

  /** Check a hundred weights that the notebook's seed draws: the same ones each time. */
  readonly checkRandom: Work = checking(async (_context, { trainer, plan }) =>
    drawWeights(trainer.network.parameters, plan.layout, MOST, trainer.settings.seed),
  );

  /** Select the cell of a checked number. */
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
        // The ∂ cells are to be those of what the other cells hold now.
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

/** Where the loss cannot be computed its gradient cannot be checked. */
function refuseBlocked(reading: Reading): void {
  const problem = reading.problems.find(({ key }) => key === 'values');
  if (problem && reading.blocked().has(NAMES.batchLoss)) throw new NotebookError(problem.message);
}

/** One after the other, until Stop is pressed. */
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
    await breathe();
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
