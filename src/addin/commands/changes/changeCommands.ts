import { selectCells } from '../../../excel/read/activeCell';
import { BESIDE, CHANGED_SINCE, changesTitle } from '../../../notebook/layout/sheetTitles';
import { cellRect, parseA1, type Rect } from '../../../notebook/sheet/address';
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
          const title = changesTitle(reading.nameOf('values'), CHANGED_SINCE[since]);
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

  /** The selected cell, if it is on a sheet with the layout of the notebook; else its first. */
  private selectedOn({ record }: LiveNotebook): Rect {
    const selected = this.pipeline.selection.current;
    const isHere = selected && sheetOf(record, selected.sheet) !== undefined;
    const { row, column } = parseA1(isHere ? selected.address.split(',')[0] : 'A1');
    return cellRect(row, column);
  }
}
