import type { Reading } from '../../../excel/read/reading';
import { siteId } from '../../../excel/read/site';
import { activeCell } from '../../../excel/read/activeCell';
import { inspectPlace } from '../../../notebook/sheet/inspect';
import type { NotebookCells } from '../../../notebook/formulas/layerCells';
import {
  channelsRead,
  choiceAt,
  convolutionsOf,
  type Choice,
  type Convolution,
} from '../../../notebook/matrix/convolution';
import { ValueCells } from '../../../notebook/sheet/valueCells';
import { showExtraSheet } from '../extraSheets';
import { refuseBlockedMaps, stillWrong } from '../refuseBlocked';
import { NotebookError } from '../../faults';
import { loaded } from '../../loaded';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import { selectedValues } from '../../workbook/selectedValues';
import { matrixCommandTexts } from '../../../texts/addin/matrix';

/** Shows convolutions as matrices. */
export class MatrixCommands {
  constructor(private readonly pipeline: Pipeline) {}

  /** Shows the convolution of the selected cell; if there is none, the one shown last, or the first. */
  readonly show: Work = drawing(async (context, notebook, reading, convolutions) => {
    const [selected] = selectedValues(notebook, reading, await activeCell(context));
    const choice = selected && choiceAt(convolutions, selected);
    if (choice) return withFewChannels(convolutions, choice);
    const last = this.pipeline.store.get().matrix?.choice;
    return last && isIn(convolutions, last) ? last : this.firstOf(convolutions[0]);
  });

  /** Shows the convolution chosen in the pane. */
  showChoice(choice: Choice): Work {
    return drawing(() => Promise.resolve(choice));
  }

  /** The convolutions of the active notebook. */
  get convolutions(): Convolution[] {
    const notebook = this.pipeline.notebooks.active;
    return notebook ? convolutionsOf(notebook.record.spec.network) : [];
  }

  /** The default choice for a convolution. */
  firstOf(convolution: Convolution): Choice {
    return withFewChannels([convolution], { layer: convolution.spec.name, filter: 0 });
  }
}

type Choosing = (
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
  convolutions: readonly Convolution[],
) => Promise<Choice>;

function drawing(choose: Choosing): Work {
  return {
    name: 'As matrix',
    whileRunning: 'refuse',
    work: async (pipeline) => {
      const { drawMatrix, planMatrix } = await loaded(import('./matrixDrawing'));
      await pipeline.withNotebook(async (context, notebook) => {
        const reading = await pipeline.look(context, notebook);
        const convolutions = convolutionsOf(notebook.record.spec.network);
        if (convolutions.length === 0) throw new NotebookError(matrixCommandTexts.noConvolution);
        const choice = await choose(context, notebook, reading, convolutions);
        const convolution = convolutions.find(({ spec }) => spec.name === choice.layer)!;
        refuseBlockedMaps(reading, [choice.layer]);
        const title = reading.nameOf('values');
        const cells = cellsNow(notebook, reading);
        await showExtraSheet(pipeline, context, notebook, 'matrix', (place, name) =>
          drawMatrix(context, place, name, (corner) =>
            planMatrix(convolution, choice, { corner, valueSheet: title, notebook: cells }),
          ),
        );
        pipeline.store.set({
          matrix: { notebook: title, choice },
          asked: { section: 'matrix' },
          ...stillWrong(reading),
        });
      });
    },
  };
}

/** Whether a choice exists in these convolutions; another notebook may have others. */
function isIn(convolutions: readonly Convolution[], { layer, filter, channel }: Choice): boolean {
  const convolution = convolutions.find(({ spec }) => spec.name === layer);
  if (!convolution || filter >= convolution.shape.output.channels) return false;
  return channel === undefined || channelsRead(convolution, filter).includes(channel);
}

/** For a filter that reads many channels, reduces the choice to one: the selected one, or the first. */
function withFewChannels(convolutions: readonly Convolution[], choice: Choice): Choice {
  const convolution = convolutions.find(({ spec }) => spec.name === choice.layer)!;
  const read = channelsRead(convolution, choice.filter);
  const channel = read.length > FEW_CHANNELS ? (choice.channel ?? read[0]) : undefined;
  return { ...choice, channel };
}

/** Up to this many matrices side by side stay readable. */
const FEW_CHANNELS = 4;

/**
 * The present cells of blocks.
 * @throws NotebookError if formulas would refer to deleted cells
 */
function cellsNow({ plan, trainer }: LiveNotebook, reading: Reading): NotebookCells {
  const blocks = plan.sheets.values.blocks;
  const byName = new Map(blocks.map((block) => [block.name, block]));
  const places = new Map(
    blocks.map((block) => [block.name, reading.found.get(siteId({ key: 'values', block }))?.rect]),
  );
  return {
    valueCells: new ValueCells(plan.layout),
    settings: trainer.settings,
    blockNamed: (name) => byName.get(name)!,
    placeOf: (_key, block) => {
      const place = places.get(block.name);
      const fault = inspectPlace(block, place);
      if (fault) throw new NotebookError(fault.message);
      return place!;
    },
  };
}
