import type { Reading } from '../../excel/read/reading';
import { siteId, sites, type Site } from '../../excel/read/site';
import type { Edit } from '../../excel/read/watch';
import { overlap, parseA1, contains, cellRect } from '../../notebook/sheet/address';
import type { LiveNotebook } from './liveNotebook';

/**
 * What a person typed, as Excel reported it, beside what the cells were then found to hold. The notebook may have been writing
 * at that very moment, and have gone over it.
 */
export class ReadEdits {
  /** The sites that they touched. */
  readonly touched: readonly Site[];
  /** Of these, those that then held what they had held before. */
  private readonly restored: Set<Site>;
  /** Did any that may be edited hold something else than was known? */
  readonly isNews: boolean;

  constructor(
    private readonly notebook: LiveNotebook,
    private readonly reading: Reading,
    private readonly edits: readonly Edit[],
  ) {
    this.touched = this.touchedBy(edits);
    const isNew = (site: Site) =>
      reading.news.has(siteId(site)) || notebook.likeness(site, reading) === 'new';
    this.restored = new Set(this.touched.filter((site) => !isNew(site)));
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
      if (this.isOwn(site) && this.notebook.likeness(site, this.reading) === 'known') continue;
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
    return this.hits(site, this.edits).every(({ isOwn }) => isOwn);
  }

  /** Did a site that may be edited hold something that it had held before? */
  wasRestored(site: Site): boolean {
    return this.restored.has(site);
  }

  /** Texts and blanks that a repaint went over: Excel says that they were typed, and the cell holds something else. */
  get overtakenTexts(): Edit[] {
    return this.edits.filter(({ typed, typing, worksheetId, address }, index) => {
      const area = parseA1(address);
      const isLast = !this.edits
        .slice(index + 1)
        .some((later) => later.worksheetId === worksheetId && overlap(parseA1(later.address), area));
      if (typeof typed !== 'string' || !typing || !isLast) return false;
      return this.touchedBy([this.edits[index]]).some((site) => {
        const { rect, rows, hasFormula } = this.reading.found.get(siteId(site))!;
        // A workbook may report a formula that has not been computed yet as blank.
        if (!site.block.editable || (typed === '' && hasFormula)) return false;
        return rows[area.row - rect.row]?.[area.column - rect.column] !== typed;
      });
    });
  }

  /** Of several cells Excel does not say what was typed: these hold what the notebook wrote there a moment ago. */
  get overtakenPastes(): Edit[] {
    return this.edits.filter(
      (edit) =>
        edit.typing &&
        edit.typed === undefined &&
        this.touchedBy([edit]).some(
          (site) => site.block.editable && this.notebook.isJustWritten(site, this.reading),
        ),
    );
  }

  private touchedBy(edits: readonly Edit[]): Site[] {
    return sites(this.notebook.plan).filter((site) => this.hits(site, edits).length > 0);
  }

  /** The edits that changed a cell of a site, where it stands now. */
  private hits(site: Site, edits: readonly Edit[]): Edit[] {
    const found = this.reading.found.get(siteId(site));
    const sheet = this.notebook.record.place[site.key];
    if (!found) return [];
    return edits.filter(
      ({ typing, worksheetId, address }) =>
        typing && worksheetId === sheet && overlap(parseA1(address), found.rect),
    );
  }

  /** The engine's numbers with those from edited cells put in their places; undefined where the cells hold no numbers. */
  private mergedValues(site: Site): Float64Array | undefined {
    const values = this.reading.values.get(siteId(site));
    if (!values) return undefined;
    const { rect, hasFormula } = this.reading.found.get(siteId(site))!;
    const { jump } = site.block;
    const columns = Math.ceil(rect.columns / jump);
    const areas = this.hits(site, this.edits).map((edit) => ({ edit, area: parseA1(edit.address) }));
    return this.notebook.trainer.valuesFor(site.key, site.block).map((own, index) => {
      const row = rect.row + Math.floor(index / columns) * jump;
      const column = rect.column + (index % columns) * jump;
      const hit = areas.findLast(({ area }) => contains(area, cellRect(row, column)));
      if (!hit) return own;
      // A repaint may have overtaken a single edit on its way here; Excel still knows what was typed.
      return typeof hit.edit.typed === 'number' && !hasFormula ? hit.edit.typed : values[index];
    });
  }
}
