import { readGradientCells, selectValueCell } from '../../../excel/read/gradientCells';
import type { Reading } from '../../../excel/read/reading';
import { activeCell } from '../../../excel/read/activeCell';
import { NAMES } from '../../../notebook/layout/outputs';
import type { ValueCell } from '../../../notebook/sheet/valueCells';
import { NotebookError } from '../../faults';
import { loaded } from '../../loaded';
import type { CheckedCell } from './gradientReport';
import { drawWeights } from '../../../training/gradientSample';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { selectedValues } from '../../workbook/selectedValues';
import { gradientCheckTexts } from '../../../texts/addin/gradientCheck';

/** Most numbers in one check. */
const MOST = 100;

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
    work: async (pipeline, progress) => {
      const { checked, reportOf } = await loaded(import('./checking'));
      await pipeline.withNotebook(async (context, notebook) => {
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
      });
    },
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
