import { inWorkbook } from '../../excel/context';
import { sheetOf } from '../../excel/notebook/notebookRecord';
import { activeCell, selectCells } from '../../excel/read/activeCell';
import type { SheetKey } from '../../notebook/sheet/plan';
import type { OpenNotebooks } from './openNotebooks';

/** Sheets at whose beginning nothing stands: their blocks have the addresses of the weights. */
const BLANK_AT_FIRST: ReadonlySet<SheetKey> = new Set(['velocities', 'secondMoments', 'next', 'rotated']);

/** Takes a person to the first block of a sheet that would open where it is blank, the first time that they look at it. */
export class FirstLook {
  private readonly seen = new Set<string>();

  constructor(private readonly notebooks: OpenNotebooks) {}

  /** Call when a sheet was activated. */
  async at(worksheetId: string): Promise<void> {
    const notebook = this.notebooks.liveAt(worksheetId);
    const key = notebook && sheetOf(notebook.record, worksheetId);
    if (!notebook || !key || !BLANK_AT_FIRST.has(key) || this.seen.has(worksheetId)) return;
    this.seen.add(worksheetId);
    const [first] = notebook.plan.sheets[key].blocks;
    const place = first && notebook.placeOf(key, first.name);
    if (!place) return;
    await inWorkbook(async (context) => {
      const { sheet, address } = await activeCell(context);
      // Who has selected something else knows where to look.
      if (sheet === worksheetId && address === 'A1') await selectCells(context, sheet, place);
    });
  }
}
