import { cellRect, shifted, toA1, toAbsoluteA1, type Rect } from '../sheet/address';
import type { Formula, Reference } from '../formulas/formula';
import type { Scale } from '../sheet/plan';
import type { MapPosition } from './convolution';

/** The content of a cell: a text, a number, or a formula, which begins with =. */
export type Content = string | number;

/** Styles that many cells share. */
export type Look = 'bold' | 'quiet' | 'small' | 'faint' | 'centred' | 'right' | 'upright' | 'framed';

/** Number formats of the cells of a rectangle, or one for all of them. */
export interface Format {
  readonly rect: Rect;
  readonly codes: string | readonly (readonly string[])[];
}

/** A sheet that is filled in cell by cell, in coordinates relative to its first cell. */
export class SheetDraft {
  readonly fills = new Map<string, Rect[]>();
  readonly looks = new Map<Look, Rect[]>();
  readonly formats: Format[] = [];
  readonly scales: { readonly rect: Rect; readonly scale: Scale }[] = [];
  private readonly rows: Content[][] = [];

  /**
   * @param corner the first cell of the block
   * @param valueSheet name of the sheet with the notebook's values
   */
  constructor(
    private readonly corner: MapPosition,
    private readonly valueSheet: string,
  ) {}

  put(row: number, column: number, content: Content): void {
    (this.rows[row] ??= [])[column] = content;
  }

  fill(row: number, column: number, colour: string): void {
    const rect = cellRect(row, column);
    const filled = this.fills.get(colour);
    if (filled) filled.push(rect);
    else this.fills.set(colour, [rect]);
  }

  look(look: Look, rect: Rect): void {
    const looking = this.looks.get(look);
    if (looking) looking.push(rect);
    else this.looks.set(look, [rect]);
  }

  /** An address on this sheet: "H18:AQ18". */
  here(rect: Rect): string {
    return toA1(this.placed(rect));
  }

  /** An absolute address on this sheet: "$H$18:$H$81". */
  fixed(rect: Rect): string {
    return toAbsoluteA1(this.placed(rect));
  }

  /** An address on the value sheet: "'Lesson 4'!$AD$11". */
  value({ rect }: Reference): string {
    return `'${this.valueSheet.replaceAll("'", "''")}'!${toAbsoluteA1(rect)}`;
  }

  /** A formula over cells of the value sheet, without its =. */
  text(formula: Formula): string {
    return formula.map((piece) => (typeof piece === 'string' ? piece : this.value(piece))).join('');
  }

  /**
   * A formula that gives the present address of a cell of the value sheet, even after rows or columns are
   * inserted.
   */
  nameOf(cell: Reference): string {
    const at = this.value(cell);
    return `=ADDRESS(ROW(${at}),COLUMN(${at}),4)`;
  }

  /** All cells; null for cells to leave alone. */
  get cells(): (Content | null)[][] {
    // Rows without content are array holes, which forEach skips.
    let columns = 0;
    this.rows.forEach((row) => (columns = Math.max(columns, row.length)));
    return Array.from(this.rows, (row) =>
      Array.from({ length: columns }, (_, column) => row?.[column] ?? null),
    );
  }

  private placed(rect: Rect): Rect {
    return shifted(rect, this.corner);
  }
}
