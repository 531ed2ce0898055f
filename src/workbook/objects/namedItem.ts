/** Defined names, of the workbook or of one worksheet, as an add-in holds them. */
import { itemNotFound } from '../host/errors';
import { ExcelObject } from '../host/excelObject';
import type { Json } from '../host/wire';
import type { Book } from './book';
import { type StoredName, nameIndex } from './nameIndex';
import { cellsOf, namesOf, storeName } from './nameStore';
import { Range } from './range';

export class NamedItemCollection extends ExcelObject {
  /** `scope` is a worksheet's id, or null for the workbook. */
  constructor(
    readonly book: Book,
    readonly scope: string | null,
  ) {
    super();
  }
  find(name: Json): NamedItem | null {
    const found = nameIndex(this.book.grid).find(this.scope, String(name));
    return found ? new NamedItem(this.book, this.scope, found.id) : null;
  }
  get list(): NamedItem[] {
    return namesOf(this.book.grid, this.scope).map(({ id }) => new NamedItem(this.book, this.scope, id));
  }
}

export class NamedItem extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly scope: string | null,
    readonly id: string,
  ) {
    super();
  }
  override get key() {
    return { _Id: this.stored.name };
  }
  get stored(): StoredName {
    const stored = nameIndex(this.book.grid).byId(this.id);
    if (!stored) throw itemNotFound('NamedItem');
    return stored;
  }
  change(change: Partial<StoredName>): void {
    storeName(this.book.grid, { ...this.stored, ...change });
  }
  get range(): Range | null {
    const cells = cellsOf(this.book.grid, this.stored);
    return cells && new Range(this.book, cells.sheetId, cells.area);
  }
  get formula(): string {
    return `=${this.stored.formulaOrRefString.replace(/^=/, '')}`;
  }
}
