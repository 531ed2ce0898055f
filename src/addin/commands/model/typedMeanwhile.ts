import type { LastLook } from '../../../excel/notebook/swapNotebookSheets';
import { sheetOf } from '../../../excel/notebook/notebookRecord';
import type { Reading } from '../../../excel/read/reading';
import { siteId, sites, type Site } from '../../../excel/read/site';
import type { Edit } from '../../../excel/read/watch';
import { Requests } from '../../../excel/requests';
import { parseA1, toA1, type Rect } from '../../../notebook/sheet/address';
import { ReadEdits } from '../../workbook/edits/mergeEdits';
import type { EditInbox } from '../../workbook/edits/editInbox';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { IMAGE } from '../../workbook/pageImage';
import { CounterpartCells } from './counterpartCells';

/** What was typed into the sheets of a notebook that is not there any more. */
export interface CarriedOver {
  /** As if it had been typed into the cells that hold the same numbers in the notebook that stands in its place. */
  readonly edits: readonly Edit[];
  /** The cells whose numbers that one does not have, or computes. */
  readonly lost: readonly string[];
  /** Whether cells were inserted or deleted: what was typed into those that moved is not known. */
  readonly hasMoved: boolean;
}

/**
 * What a person types into the sheets of a notebook while those of another are drawn in its place. Nobody answers it
 * there: the old cells are looked at for the last time in the request that deletes them.
 */
export class TypedMeanwhile {
  private found: readonly Edit[] = [];

  /** @param reading the cells from which the other notebook is made */
  constructor(
    private readonly old: LiveNotebook,
    private readonly reading: Reading,
    private readonly inbox: EditInbox,
  ) {}

  readonly lastLook: LastLook = async (context) => {
    const { plan, found } = this.reading;
    const typedInto = sites(plan).filter((site) => site.block.editable && found.has(siteId(site)));
    const check = await this.reading.check(new Requests(context), typedInto);
    return () => (this.found = check.edits());
  };

  /** The edits, the latest last. They become numbers of the old notebook, too, which Undo brings back. */
  take(): readonly Edit[] {
    const { old, reading } = this;
    const heard = this.inbox.waiting.filter(
      ({ isOwn, typing, worksheetId }) => !isOwn && typing && sheetOf(old.record, worksheetId) !== undefined,
    );
    const edits = [...heard, ...this.found];
    if (edits.length === 0) return edits;
    const own = new ReadEdits(old, reading, edits);
    own.merge();
    if (own.touched.some(({ block }) => block.name === IMAGE)) old.trainer.showImage();
    old.trainer.compute();
    return edits;
  }

  /** The same edits in the notebook that stands in the place of the old one. */
  carryOver(edits: readonly Edit[], { plan, record }: LiveNotebook): CarriedOver {
    const counterparts = new CounterpartCells(this.old.record.spec, record.spec, plan);
    const carried: Edit[] = [];
    const lost = new Set<string>();
    for (const edit of edits.filter(({ typing }) => typing)) {
      const key = sheetOf(this.old.record, edit.worksheetId)!;
      const area = parseA1(edit.address);
      for (const site of this.reading.overlapping(key, area)) {
        // Where Excel does not tell what was typed, as of several cells, it was found in them.
        if (site.block.editable && (edit.typed === undefined || !isOneCell(area))) continue;
        const { rect } = this.reading.found.get(siteId(site))!;
        const cell = counterparts.of(site, area.row - rect.row, area.column - rect.column);
        const worksheetId = record.place[key];
        if (cell && worksheetId !== undefined) carried.push({ ...edit, worksheetId, address: toA1(cell) });
        else lost.add(this.named(site, edit));
      }
    }
    return { edits: carried, lost: [...lost], hasMoved: edits.some(({ typing }) => !typing) };
  }

  private named({ key }: Site, { address }: Edit): string {
    return key === 'values' ? address : `'${this.reading.nameOf(key)}'!${address}`;
  }
}

function isOneCell({ rows, columns }: Rect): boolean {
  return rows === 1 && columns === 1;
}
