import { drawMatrix } from '../../../excel/sheets/matrix/matrixSheet';
import { siteId, type Reading } from '../../../excel/read/reading';
import { activeCell } from '../../../excel/read/selection';
import { inspectPlace } from '../../../notebook/sheet/inspect';
import type { Surroundings } from '../../../notebook/formulas/page';
import { planMatrix } from '../../../notebook/matrix';
import {
  channelsRead,
  choiceAt,
  convolutionsOf,
  type Choice,
  type Convolution,
} from '../../../notebook/matrix/convolution';
import { Spots } from '../../../notebook/sheet/valueCells';
import { refuseBlockedMaps, stillWrong } from '../refuseBlocked';
import { NotebookError } from '../../faults';
import type { Hands } from '../../workbook/commandContext';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import { spotsAt } from '../../workbook/selectedValues';

/** What the pane shows of the matrix that was drawn last. */
export interface ShownMatrix {
  /** Of the notebook: the name of its sheet of values. */
  readonly notebook: string;
  readonly choice: Choice;
}

/** Convolutions as the matrices that they are. */
export class MatrixCommands {
  constructor(private readonly hands: Hands) {}

  /** What can be shown of the notebook in hand. */
  get convolutions(): Convolution[] {
    const notebook = this.hands.shelf.current;
    return notebook ? convolutionsOf(notebook.record.spec.network) : [];
  }

  /** What is shown of a convolution when nothing more is chosen. */
  firstOf(convolution: Convolution): Choice {
    return withFewChannels([convolution], { layer: convolution.spec.name, filter: 0 });
  }

  /** Show the convolution of the selected cell; where none is selected, the one that was shown last, or the first. */
  show(): Promise<void> {
    return this.draw(async (context, notebook, reading, convolutions) => {
      const selected = await activeCell(context);
      const [spot] = spotsAt(notebook, reading, selected);
      const choice = spot && choiceAt(convolutions, spot);
      if (choice) return withFewChannels(convolutions, choice);
      const last = this.hands.store.get().matrix?.choice;
      return last && isIn(convolutions, last) ? last : this.firstOf(convolutions[0]);
    });
  }

  /** Show what was chosen in the pane. */
  showChoice(choice: Choice): Promise<void> {
    return this.draw(() => Promise.resolve(choice));
  }

  private draw(
    choose: (
      context: Excel.RequestContext,
      notebook: LiveNotebook,
      reading: Reading,
      convolutions: readonly Convolution[],
    ) => Promise<Choice>,
  ): Promise<void> {
    const { hands } = this;
    if (hands.isBusy()) return Promise.resolve();
    return hands.perform(() =>
      hands.withNotebook(async (context, notebook) => {
        const reading = await hands.look(context, notebook);
        const convolutions = convolutionsOf(notebook.record.spec.network);
        if (convolutions.length === 0) throw new NotebookError(NO_CONVOLUTION);
        const choice = await choose(context, notebook, reading, convolutions);
        const convolution = convolutions.find(({ spec }) => spec.name === choice.layer)!;
        refuseBlockedMaps(reading, [choice.layer]);
        const { extras, names } = notebook.record;
        const title = reading.nameOf('values');
        const around = surroundingsOf(notebook, reading);
        const matrix = await drawMatrix(context, extras?.matrix, names.values, (corner) =>
          planMatrix(convolution, choice, { corner, valueSheet: title, around }),
        );
        hands.keep(context, notebook, { extras: { ...notebook.record.extras, matrix } });
        context.workbook.worksheets.getItem(matrix).activate();
        await context.sync();
        hands.store.set({
          matrix: { notebook: title, choice },
          asked: { section: 'As matrix' },
          ...stillWrong(reading),
        });
      }),
    );
  }
}

const NO_CONVOLUTION =
  'This network has no convolution that could be shown as a matrix. Add one in the model table (press Model), and press Build.';

/** Another notebook may have other convolutions. */
function isIn(convolutions: readonly Convolution[], { layer, filter, channel }: Choice): boolean {
  const convolution = convolutions.find(({ spec }) => spec.name === layer);
  if (!convolution || filter >= convolution.shape.output.channels) return false;
  return channel === undefined || channelsRead(convolution, filter).includes(channel);
}

/** Of a filter that reads many channels one is shown: the one that was selected, or the first. */
function withFewChannels(convolutions: readonly Convolution[], choice: Choice): Choice {
  const convolution = convolutions.find(({ spec }) => spec.name === choice.layer)!;
  const read = channelsRead(convolution, choice.filter);
  const channel = read.length > FEW_CHANNELS ? (choice.channel ?? read[0]) : undefined;
  return { ...choice, channel };
}

/** So many side by side are looked over easily. */
const FEW_CHANNELS = 4;

/** Where blocks stand now. @throws NotebookError when the formulas would refer to cells that are gone */
function surroundingsOf({ plan, trainer }: LiveNotebook, reading: Reading): Surroundings {
  const blocks = plan.sheets.values.blocks;
  const byName = new Map(blocks.map((block) => [block.name, block]));
  const places = new Map(
    blocks.map((block) => [block.name, reading.found.get(siteId({ key: 'values', block }))?.rect]),
  );
  return {
    spots: new Spots(plan.layout),
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
