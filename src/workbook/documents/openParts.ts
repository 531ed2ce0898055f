/** Finds the parts of an open workbook that differ from those that are kept. */
import type { IWorkbookData, IWorksheetData } from '@univerjs/core';
import { type DocumentData, documentOf, resourcesOf } from '../book/document';
import type { Book } from '../objects/book';
import { bandsOf, packed } from './bands';
import { type ChangedBands, ChangeLog } from './changeLog';
import {
  INVENTORY,
  STYLES,
  type Part,
  type Parts,
  bookParts,
  cellsPart,
  holdsCells,
  inventoryPart,
  sheetPart,
  stylesPart,
} from './parts';

export interface PartChanges {
  readonly written: Parts;
  readonly removed: readonly string[];
}

export class OpenParts {
  private readonly log: ChangeLog;
  private resources: NonNullable<IWorkbookData['resources']> | null = null;
  /** Names of the parts that are kept; with their text where one cannot be told of a change. */
  private readonly kept = new Map<string, string>();
  private styleCount = -1;
  /** Whether all is to be kept anew. */
  private isWhole = false;

  /**
   * @param kept what the workbook was opened from; empty for a new one
   * @param noticed called at every change that the grid tells of
   */
  constructor(
    private readonly book: Book,
    kept: Parts,
    noticed: () => void,
  ) {
    this.log = new ChangeLog(book.grid, noticed);
    this.note(kept);
  }

  /** Whether something differs from what is kept. */
  get isChanged(): boolean {
    return this.isWhole || !this.log.isEmpty || this.changesOfBook(this.document()).size > 0;
  }

  /** The parts that differ; they count as kept from now on. */
  take(): PartChanges {
    const { cells, others } = this.log.take();
    if (others) this.resources = null;
    const document = this.document();
    const written = this.changesOfBook(document);
    this.addStyles(written, document);
    const present = new Set(bookParts(document).keys()).add(STYLES);
    for (const [id, sheet] of Object.entries(document.workbook.sheets ?? {}))
      this.addSheet(written, present, id, sheet, cells.get(id));
    this.isWhole = false;
    this.addInventory(written, present);
    const removed = [...this.kept.keys()].filter((part) => !present.has(part));
    for (const part of removed) this.kept.delete(part);
    this.note(written);
    return { written, removed };
  }

  /** Nothing counts as kept any more; what is kept remains known, so that it can be removed. */
  forget(): void {
    for (const part of this.kept.keys()) this.kept.set(part, '');
    this.styleCount = -1;
    this.isWhole = true;
  }

  private note(parts: Parts): void {
    for (const [part, content] of parts) this.kept.set(part, holdsCells(part) ? '' : String(content));
  }

  private document(): DocumentData {
    this.resources ??= resourcesOf(this.book);
    return documentOf(this.book, this.resources);
  }

  private changesOfBook(document: DocumentData): Map<string, Part> {
    return new Map([...bookParts(document)].filter(([part, text]) => this.kept.get(part) !== text));
  }

  /** Styles are only ever added. */
  private addStyles(written: Map<string, Part>, document: DocumentData): void {
    const count = Object.keys(document.workbook.styles ?? {}).length;
    if (count !== this.styleCount) written.set(STYLES, stylesPart(document));
    this.styleCount = count;
  }

  private addInventory(written: Map<string, Part>, present: Set<string>): void {
    const inventory = inventoryPart(present);
    present.add(INVENTORY);
    if (this.kept.get(INVENTORY) !== inventory) written.set(INVENTORY, inventory);
  }

  private addSheet(
    written: Map<string, Part>,
    present: Set<string>,
    id: string,
    { cellData = {}, ...sheet }: Partial<IWorksheetData>,
    changed: ChangedBands | undefined,
  ): void {
    const name = sheetPart(id);
    const isAll = changed === 'all' || this.isWhole || !this.kept.has(name);
    present.add(name);
    if (isAll) {
      const text = JSON.stringify(sheet);
      if (this.kept.get(name) !== text) written.set(name, text);
    }
    for (const [band, rows] of bandsOf(cellData)) {
      const part = cellsPart(id, band);
      present.add(part);
      if (isAll || changed?.has(band) || !this.kept.has(part)) written.set(part, packed(cellData, rows));
    }
  }
}
