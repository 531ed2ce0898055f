import { selectCells } from '../../../excel/read/activeCell';
import { BESIDE, CHANGED, changesTitle } from '../../../notebook/layout/sheetTitles';
import { cellRect, overlap, parseA1, type Rect } from '../../../notebook/sheet/address';
import { isParameter, type Block } from '../../../notebook/sheet/block';
import { insist } from '../../../excel/takeBack';
import { sheetOf } from '../../../excel/notebook/notebookRecord';
import type { ChangesSince } from '../../../training/changes';
import { changeTexts } from '../../../texts/addin/changes';
import { forgetChanges } from '../../workbook/forgetChanges';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Pipeline, Work } from '../../workbook/pipeline';

/** The sheet of changes: by how much each number of a notebook has changed, at the same address. */
export class ChangeCommands {
  constructor(private readonly pipeline: Pipeline) {}

  /** Draws the sheet if there is none, says on it what it compares with, and goes to the cell that is selected. */
  show(since: ChangesSince): Work {
    return {
      name: changeTexts.command,
      whileRunning: 'refuse',
      work: async (pipeline) => {
        await pipeline.withNotebook(async (context, notebook) => {
          pipeline.keep(context, notebook, { changes: since });
          const reading = await pipeline.look(context, notebook);
          const sheet = reading.sheet('changes');
          const title = changesTitle(reading.nameOf('values'), CHANGED[since]);
          sheet.getCell(BESIDE.row, BESIDE.column).values = [[title]];
          await pipeline.finish(context, notebook, reading, {
            notice: changeTexts.shown(reading.nameOf('changes')),
          });
          await selectCells(context, notebook.record.place.changes!, this.selectedOn(notebook));
        });
      },
    };
  }

  /** Removes the sheet; nothing else depends on it. */
  readonly hide: Work = {
    name: changeTexts.command,
    whileRunning: 'refuse',
    work: (pipeline) =>
      pipeline.withNotebook(async (context, notebook) => {
        const { changes } = notebook.record.place;
        await insist(context, async () => {
          if (changes !== undefined) context.workbook.worksheets.getItemOrNullObject(changes).delete();
          forgetChanges(pipeline, context, notebook);
          await context.sync();
        });
        const reading = await pipeline.look(context, notebook);
        await pipeline.finish(context, notebook, reading, {});
      }),
  };

  /** The selected cell, if it is one of the notebook's that may change; else the first weight. */
  private selectedOn(notebook: LiveNotebook): Rect {
    const { record, plan } = notebook;
    const { current } = this.pipeline.selection;
    const isHere = current && sheetOf(record, current.sheet) !== undefined;
    const { row, column } = parseA1(isHere ? current.address.split(',')[0] : 'A1');
    const selected = cellRect(row, column);
    const changing = plan.sheets.changes.blocks.filter(({ role }) => role !== 'input');
    const rectOf = (block: Block) => notebook.placeOf('changes', block.name) ?? block.rect;
    if (changing.some((block) => overlap(rectOf(block), selected))) return selected;
    const weights = changing.find(isParameter);
    if (!weights) return selected;
    const first = rectOf(weights);
    return cellRect(first.row, first.column);
  }
}
