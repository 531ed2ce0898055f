import type { Reading } from '../../../excel/read/reading';
import { isSheetThere } from '../../../excel/context';
import { activeCell } from '../../../excel/read/activeCell';
import {
  channelsRead,
  choiceAt,
  convolutionsOf,
  type Choice,
  type Convolution,
} from '../../../notebook/matrix/convolution';
import { showExtraSheet } from '../extraSheets';
import { refuseBlockedMaps, stillWrong } from '../refuseBlocked';
import { NotebookError } from '../../faults';
import { loaded } from '../../loaded';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { selectedValues } from '../../workbook/selectedValues';
import { matrixCommandTexts } from '../../../texts/addin/matrix';

/** Shows convolutions as matrices. */
export class MatrixCommands {
  constructor(private readonly pipeline: Pipeline) {
    pipeline.rebuilt.listen(() => void pipeline.perform(this.drawAgain));
  }

  /** Draws the matrix that is shown, over the cells of a notebook that took the place of another. */
  private readonly drawAgain: Work = {
    name: 'As matrix',
    whileRunning: 'wait',
    once: true,
    isUnasked: true,
    work: (pipeline) =>
      pipeline.withNotebook(async (context, notebook) => {
        const { record } = notebook;
        const convolutions = convolutionsOf(record.spec.network);
        const sheet = record.extras?.matrix;
        if (sheet === undefined || convolutions.length === 0 || !(await isSheetThere(context, sheet))) return;
        const reading = await pipeline.look(context, notebook);
        const choice = this.latestOf(convolutions);
        if (reading.problems.length) return;
        const { draw } = await loaded(import('./matrixDrawing'));
        await draw(context, notebook, reading, choice, true);
      }),
  };

  /** Shows the convolution of the selected cell; if there is none, the one shown last, or the first. */
  readonly show: Work = drawing(async (context, notebook, reading, convolutions) => {
    const [selected] = selectedValues(notebook, reading, await activeCell(context));
    const choice = selected && choiceAt(convolutions, selected);
    if (choice) return withFewChannels(convolutions, choice);
    return this.latestOf(convolutions);
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

  private latestOf(convolutions: readonly Convolution[]): Choice {
    const last = this.pipeline.store.get().matrix?.choice;
    return last && isIn(convolutions, last) ? last : this.firstOf(convolutions[0]);
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
      const { draw } = await loaded(import('./matrixDrawing'));
      await pipeline.withNotebook(async (context, notebook) => {
        const reading = await pipeline.look(context, notebook);
        const convolutions = convolutionsOf(notebook.record.spec.network);
        if (convolutions.length === 0) throw new NotebookError(matrixCommandTexts.noConvolution);
        const choice = await choose(context, notebook, reading, convolutions);
        refuseBlockedMaps(reading, [choice.layer]);
        await showExtraSheet(pipeline, context, notebook, 'matrix', () =>
          draw(context, notebook, reading, choice, false),
        );
        pipeline.store.set({
          matrix: { notebook: reading.nameOf('values'), choice },
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
