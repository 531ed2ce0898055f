import { activeCell } from '../../../excel/read/activeCell';
import { sheetOf } from '../../../excel/notebook/notebookRecord';
import type { Reading } from '../../../excel/read/reading';
import { siteId } from '../../../excel/read/site';
import type { Picture } from '../../../notebook/pictures/svg';
import { contains, parseA1, type Cell } from '../../../notebook/sheet/address';
import { isText } from '../../../notebook/sheet/block';
import type { PlannedBlock, SheetKey } from '../../../notebook/sheet/plan';
import { pictureTexts } from '../../../texts/pictures';
import { NotebookError } from '../../faults';
import { loaded } from '../../loaded';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Pipeline } from '../../workbook/pipeline';
import { stillWrong } from '../refuseBlocked';

type Drawing = typeof import('./pictureDrawing');

/** What a picture shows: the block of the selected cell, all of its sheet, or the loss of each step. */
export type PictureSubject = 'block' | 'page' | 'loss';

export interface PictureChoice {
  readonly subject: PictureSubject;
  /** Numbers also in the cells that have a colour of the scale. */
  readonly numbers: boolean;
}

/** Draws pictures of the active notebook. */
export class PictureCommands {
  constructor(private readonly pipeline: Pipeline) {}

  /** The picture; undefined if the command was refused or failed: the store has the message. */
  async draw({ subject, numbers }: PictureChoice): Promise<Picture | undefined> {
    let picture: Picture | undefined;
    await this.pipeline.perform({
      name: pictureTexts.command,
      whileRunning: 'refuse',
      work: async (pipeline) => {
        const drawing = await loaded(import('./pictureDrawing'));
        await pipeline.withNotebook(async (context, notebook) => {
          const reading = await pipeline.look(context, notebook);
          picture =
            subject === 'loss'
              ? this.loss(drawing, reading)
              : drawn(drawing, notebook, reading, await selectedCell(context, notebook), {
                  subject,
                  numbers,
                });
          pipeline.store.set(stillWrong(reading));
        });
      },
    });
    return picture;
  }

  private loss({ lossPicture }: Drawing, reading: Reading): Picture {
    const points = this.pipeline.history.all;
    if (points.length < 2) throw new NotebookError(pictureTexts.noLossYet);
    return lossPicture(points, reading.nameOf('values'));
  }
}

/** A cell on a sheet of the notebook. */
interface SelectedCell extends Cell {
  readonly key: SheetKey;
}

async function selectedCell(
  context: Excel.RequestContext,
  { record }: LiveNotebook,
): Promise<SelectedCell | undefined> {
  const { sheet, address } = await activeCell(context);
  const key: SheetKey | undefined = sheetOf(record, sheet);
  return key && { key, ...parseA1(address) };
}

/** Blocks stand where the notebook was first drawn: rows that were inserted since are not in the picture. */
function drawn(
  { blockPicture, pagePicture }: Drawing,
  { plan, trainer }: LiveNotebook,
  reading: Reading,
  selected: SelectedCell | undefined,
  { subject, numbers }: { readonly subject: 'block' | 'page'; readonly numbers: boolean },
): Picture {
  const key = selected?.key ?? 'values';
  const sheet = plan.sheets[key];
  const title = reading.nameOf(key);
  const contentsOf = (block: PlannedBlock) =>
    isText(block) ? trainer.textFor(block) : trainer.valuesFor(key, block);
  if (subject === 'page') return pagePicture(sheet, { title, numbers, contentsOf });
  const block =
    selected &&
    sheet.blocks.find((each) => {
      const rect = reading.found.get(siteId({ key, block: each }))?.rect;
      return rect && contains(rect, selected);
    });
  if (!block) throw new NotebookError(pictureTexts.selectBlock);
  return blockPicture(sheet, block, {
    title: pictureTexts.block(title, block.title),
    numbers,
    contentsOf,
  });
}
