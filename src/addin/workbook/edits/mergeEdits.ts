import { sheetOf } from '../../../excel/notebook/notebookRecord';
import type { Reading } from '../../../excel/read/reading';
import { siteId, sites, type Site } from '../../../excel/read/site';
import type { Edit } from '../../../excel/read/watch';
import { overlap, parseA1, type Rect } from '../../../notebook/sheet/address';
import { hasOwnFormulas, type Block } from '../../../notebook/sheet/block';
import type { LiveNotebook } from '../notebook/liveNotebook';

/**
 * What a person typed, as Excel reported it, beside what the cells were then found to hold. The notebook may have been writing
 * at that very moment, and have gone over it.
 */
export class ReadEdits {
  /** The sites that they touched. */
  readonly touched: readonly Site[];
  /** Formulas of an adopted sheet that they touched: those are the person's own, and stay what they are. */
  readonly ownFormulas: readonly Site[];
  private readonly bySite = new Map<string, Edit[]>();
  /** Of these, those that then held what they had held before. */
  private readonly restored: Set<Site>;
  /** Of those that may be edited, those that only the add-in wrote, and that hold what it wrote. */
  private readonly echoes: Set<Site>;
  /** Did any that may be edited hold something else than was known? */
  readonly isNews: boolean;

  constructor(
    private readonly notebook: LiveNotebook,
    private readonly reading: Reading,
    private readonly edits: readonly Edit[],
  ) {
    for (const edit of edits)
      for (const site of this.touchedBy(edit)) {
        const id = siteId(site);
        const others = this.bySite.get(id);
        if (others) others.push(edit);
        else this.bySite.set(id, [edit]);
      }
    const all = sites(notebook.plan).filter((site) => this.bySite.has(siteId(site)));
    this.touched = all.filter((site) => !isOwnFormula(site));
    this.ownFormulas = all.filter(isOwnFormula);
    const isNew = (site: Site) =>
      reading.news.has(siteId(site)) || notebook.likeness(site, reading) === 'new';
    this.restored = new Set(this.touched.filter((site) => !isNew(site)));
    const isEcho = (site: Site) =>
      site.block.editable && this.isOwn(site) && notebook.likeness(site, reading) === 'known';
    this.echoes = new Set(this.touched.filter(isEcho));
    this.isNews = this.touched.some(
      (site) => site.block.editable && (isNew(site) || notebook.likeness(site, reading) !== 'known'),
    );
  }

  /**
   * Put edited cells into the engine's numbers, which may be ahead of all other cells. What a person types counts, also where
   * a write of ours went over it, as far as Excel reports it, which it does of one cell.
   */
  merge(): void {
    for (const site of this.touched) {
      // The engine may have gone on from what the add-in wrote there.
      if (this.echoes.has(site)) continue;
      const merged = site.block.editable && this.mergedValues(site);
      if (!merged) continue;
      const values = this.reading.values.get(siteId(site))!;
      // Something else counts than the cells hold: a repaint went over it.
      if (merged.some((value, index) => value !== values[index])) this.restored.delete(site);
      this.notebook.trainer.accept(site.key, site.block, merged);
      this.notebook.note(site, values);
    }
  }

  /** Was a site touched by nothing but the undoing, or redoing, of the add-in's own writes? */
  isOwn(site: Site): boolean {
    return this.hits(site).every(({ isOwn }) => isOwn);
  }

  /** Is it only the echo of a write that was not recognised as one? That tells of nothing new. */
  isEcho(site: Site): boolean {
    return this.echoes.has(site);
  }

  /** Did a site that may be edited hold something that it had held before? */
  wasRestored(site: Site): boolean {
    return this.restored.has(site);
  }

  /** Texts and blanks that a repaint went over: Excel says that they were typed, and the cell holds something else. */
  get overtakenTexts(): Edit[] {
    const isTypedOver = this.typedOver();
    return this.edits.filter((edit, index) => {
      const { typed, typing, address } = edit;
      if (typeof typed !== 'string' || !typing || isTypedOver(index)) return false;
      const area = parseA1(address);
      return this.touchedBy(edit).some((site) => {
        const { rect, rows, formulas } = this.reading.found.get(siteId(site))!;
        // A workbook may report a formula that has not been computed yet as blank.
        if (!site.block.editable || (typed === '' && formulas)) return false;
        return rows[area.row - rect.row]?.[area.column - rect.column] !== typed;
      });
    });
  }

  /** Of several cells Excel does not say what was typed: these hold what the notebook wrote there a moment ago. */
  get overtakenPastes(): Edit[] {
    return this.edits.filter(
      (edit) =>
        edit.typing &&
        !edit.isOwn &&
        edit.typed === undefined &&
        this.touchedBy(edit).some(
          (site) => site.block.editable && this.notebook.echoes.isJustWritten(site, this.reading, edit),
        ),
    );
  }

  /** Tells of each edit, by its index, whether a later one changed the same cells. A macro may change thousands, one by one. */
  private typedOver(): (index: number) => boolean {
    const placed = this.edits.map((edit, index) => ({ ...edit, index, area: parseA1(edit.address) }));
    const placeOf = ({ worksheetId, address }: Edit) => `${worksheetId} ${address}`;
    const latest = new Map(placed.map((each) => [placeOf(each), each.index]));
    const ofSeveral = placed.filter((each) => !isOneCell(each.area));
    return (index) => {
      const { area, worksheetId } = placed[index];
      return (
        latest.get(placeOf(this.edits[index]))! > index ||
        (isOneCell(area) ? ofSeveral : placed).some(
          (each) => each.index > index && each.worksheetId === worksheetId && overlap(each.area, area),
        )
      );
    };
  }

  /** The sites of which an edit changed a cell, where they stand now. */
  private touchedBy({ typing, worksheetId, address }: Edit): Site[] {
    const key = sheetOf(this.notebook.record, worksheetId);
    return typing && key ? this.reading.overlapping(key, parseA1(address)) : [];
  }

  /** The edits that changed a cell of a site. */
  private hits(site: Site): readonly Edit[] {
    return this.bySite.get(siteId(site)) ?? [];
  }

  /** The engine's numbers with those from edited cells put in their places; undefined where the cells hold no numbers. */
  private mergedValues(site: Site): Float64Array | undefined {
    const values = this.reading.values.get(siteId(site));
    if (!values) return undefined;
    const { rect, formulas } = this.reading.found.get(siteId(site))!;
    const merged = this.notebook.trainer.valuesFor(site.key, site.block).slice();
    for (const { address, typed } of this.hits(site))
      for (const index of indicesIn(site.block, rect, parseA1(address)))
        // A repaint may have overtaken a single edit on its way here; Excel still knows what was typed.
        merged[index] = typeof typed === 'number' && !formulas ? typed : values[index];
    return merged;
  }
}

function isOneCell({ rows, columns }: Rect): boolean {
  return rows === 1 && columns === 1;
}

/** Which of a block's values lie in an area; the block stands at `rect`. */
function indicesIn({ jump }: Block, rect: Rect, area: Rect): number[] {
  const columns = Math.ceil(rect.columns / jump);
  const down = within(area.row - rect.row, area.rows, rect.rows, jump);
  const across = within(area.column - rect.column, area.columns, rect.columns, jump);
  return down.flatMap((row) => across.map((column) => row * columns + column));
}

/** The multiples of a jump, as counts of it, from a first cell on and below a length. */
function within(first: number, count: number, length: number, jump: number): number[] {
  const from = Math.max(0, Math.ceil(first / jump));
  const to = Math.ceil(Math.min(first + count, length) / jump);
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function isOwnFormula({ key, block }: Site): boolean {
  return key === 'values' && hasOwnFormulas(block);
}
