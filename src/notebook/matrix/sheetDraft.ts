import { cellRect, shifted, toA1, toAbsoluteA1, type Rect } from '../sheet/address';
import type { Formula, Reference } from '../formulas/formula';
import type { Scale } from '../sheet/plan';
import type { MapPosition } from './convolution';

/** What a cell is to hold: a text, a number, or a formula, which begins with =. */
export type Content = string | number;

/** Looks that many cells share. */
export type Look = 'bold' | 'quiet' | 'small' | 'faint' | 'centred' | 'right' | 'upright' | 'framed';

/** Number formats of the cells of a rectangle, or one for all of them. */
export interface Format {
  readonly rect: Rect;
  readonly codes: string | readonly (readonly string[])[];
}

/** A sheet as it is filled in, cell by cell, counted from the first cell of the block that it will be. */
export class SheetDraft {
  readonly fills = new Map<string, Rect[]>();
  readonly looks = new Map<Look, Rect[]>();
  readonly formats: Format[] = [];
  readonly scales: { readonly rect: Rect; readonly scale: Scale }[] = [];
  private readonly rows: Content[][] = [];

  /**
   * @param corner where the block will stand
   * @param valueSheet what the sheet of the notebook's values is called
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

  /** An address on this sheet that stays when a formula is filled down: "$H$18:$H$81". */
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

  /** What a cell of the value sheet is called now, whatever was inserted before it: a formula. */
  nameOf(cell: Reference): string {
    const at = this.value(cell);
    return `=ADDRESS(ROW(${at}),COLUMN(${at}),4)`;
  }

  /** All cells, null where nothing of ours stands. */
  get cells(): (Content | null)[][] {
    // Rows in which nothing stands are holes, which forEach passes over.
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
