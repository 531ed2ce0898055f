/** What an add-in's writes are told to, so that a person can undo them. */
import type { Rect } from '../../addresses/rect';
import type { PackedCells } from './packedCells';

/** A write into cells of one sheet. */
export interface WrittenCells {
  readonly sheetId: string;
  /** Areas where content was written, not only format. */
  readonly content: readonly Rect[];
  readonly before: PackedCells;
  readonly after: PackedCells;
}

export interface WriteHistory {
  written(cells: WrittenCells): void;
  /** Something else than cells was changed. */
  changed(): void;
}
