/**
 * Defined names, of the workbook or of one worksheet, as an add-in holds them.
 *
 * names/ is for defined names, and for the rules that all names keep. May import ranges/.
 */
import { ExcelObject } from '../../host/excelObject';
import type { Book } from '../book';
import { Collection, existing } from '../collection';
import { Range } from '../ranges/range';
import { type StoredName, nameIndex } from './nameIndex';
import { cellsOf, namesOf, storeName } from './store';

export class NamedItemCollection extends Collection<NamedItem> {
  /** `scope` is a worksheet's id, or null for the workbook. */
  constructor(
    readonly book: Book,
    readonly scope: string | null,
  ) {
    super();
  }
  override find(name: string | number): NamedItem | null {
    const found = nameIndex(this.book.grid).find(this.scope, String(name));
    return found ? this.open(found) : null;
  }
  get list(): NamedItem[] {
    return namesOf(this.book.grid, this.scope).map((stored) => this.open(stored));
  }
  open({ id }: StoredName): NamedItem {
    return new NamedItem(this.book, this.scope, id);
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
    return existing(nameIndex(this.book.grid).byId(this.id), 'NamedItem');
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
