import { tableTexts } from '../texts/data/table';
import { classify } from './classes';
import { DataError, type ImageSet } from './imageSet';
import { columnsOf, type Columns } from './tableHeader';

export interface ImageShape {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

export interface TableOptions {
  /** Of all images; by their number of pixels unless it is given. */
  readonly shape?: ImageShape;
  /** The pixel that counts as 1; by the greatest pixel unless it is given. */
  readonly pixelScale?: number;
}

/** What pixels may be divided by unless somebody chooses: that of fractions, of scikit-learn's digits, of bytes. */
const USUAL_SCALES = [1, 16, 255];
const BYTE = 255;

/** The format of a table, by its first row that is not empty. */
interface TableFormat {
  readonly columns: Columns;
  readonly width: number;
  readonly shape: ImageShape;
}

/**
 * Builds an image set from a table with one image per row; rows are added one by one.
 *
 * - A header is optional; its names tell which column holds the label and which to ignore (see `columnsOf`).
 *   Without one, the label comes first.
 * - Labels are numbers or words; the classes are sorted, numbers by value, before words.
 * - Unless a shape is given, a row of n² pixels is a grey square, 3·n² a square of three channels.
 * - Pixels are 0 … 255; or 0 … 1 or 0 … 16, where none in the whole table is greater. Any other scale must be given.
 * - Empty rows, and empty cells at the end of a row, are ignored.
 */
export class ImageTable {
  private form?: TableFormat;
  private row = 0;
  private readonly images: (Uint8Array | Float64Array)[] = [];
  private readonly labels: string[] = [];
  private greatest = 0;

  /**
   * @param what how messages name the table
   * @param file its name, if it is a file
   */
  constructor(
    private readonly what: string,
    private readonly file?: string,
    private readonly options: TableOptions = {},
  ) {}

  /**
   * Adds the next row.
   *
   * @throws DataError with row and column, counted from 1, of the first invalid cell
   */
  add(cells: readonly unknown[]): void {
    this.row++;
    const width = widthOf(cells);
    if (width === 0) return;
    if (!this.form) {
      this.form = this.formatOf(cells.slice(0, width));
      if (this.form.columns.header) return;
    }
    const { form } = this;
    if (cells.length < form.width || width > form.width) {
      const found = Math.max(width, Math.min(cells.length, form.width));
      throw this.fault(tableTexts.rowLength(found, form.width));
    }
    this.labels.push(this.labelIn(cells, form.columns.label));
    this.images.push(this.imageIn(cells, form.columns.pixels));
  }

  /**
   * The image set of all rows.
   *
   * @throws DataError if there are none
   */
  finish(name: string): ImageSet {
    const { what, file, form, images } = this;
    if (!form || images.length === 0) {
      throw new DataError(tableTexts.at(what, tableTexts.noImages), { file });
    }
    const size = form.columns.pixels.length;
    const bytes = images.every((image) => image instanceof Uint8Array);
    const pixels = new (bytes ? Uint8Array : Float64Array)(images.length * size);
    images.forEach((image, index) => pixels.set(image, index * size));
    return {
      name,
      ...form.shape,
      count: images.length,
      pixels,
      pixelScale: this.scale(),
      multiLabel: false,
      ...classify(this.labels, { what: tableTexts.column(what, form.columns.label + 1), file }),
      ...(form.columns.isNumbered && { remarks: [tableTexts.numberedColumns] }),
    };
  }

  /** The greatest number that a pixel may be. */
  private get most(): number {
    return this.options.pixelScale ?? BYTE;
  }

  private scale(): number {
    const { pixelScale } = this.options;
    return pixelScale ?? USUAL_SCALES.find((scale) => this.greatest <= scale) ?? BYTE;
  }

  private formatOf(cells: readonly unknown[]): TableFormat {
    const { what, file, row } = this;
    const columns = columnsOf(cells, { what: tableTexts.row(what, row), file, row });
    const size = columns.pixels.length;
    const shape = this.options.shape ?? squareOf(size);
    if (shape && shape.channels * shape.height * shape.width === size) {
      return { columns, width: cells.length, shape };
    }
    throw this.fault(shape ? tableTexts.wrongSize(size, shape) : tableTexts.noSquare(size));
  }

  private labelIn(cells: readonly unknown[], column: number): string {
    const text = isBlank(cells[column]) ? '' : String(cells[column]).trim();
    if (text === '') throw this.fault(tableTexts.noLabel, column);
    // 7, '7' and '7.0' are the same class.
    return /^[-+]?\d+(\.0*)?$/.test(text) ? String(Number(text)) : text;
  }

  private imageIn(cells: readonly unknown[], columns: readonly number[]): Uint8Array | Float64Array {
    const image = new Float64Array(columns.length);
    let whole = true;
    for (let i = 0; i < columns.length; i++) {
      const value = this.pixelIn(cells, columns[i]);
      image[i] = value;
      if (value > this.greatest) this.greatest = value;
      whole &&= Number.isInteger(value);
    }
    return whole && this.most <= BYTE ? Uint8Array.from(image) : image;
  }

  private pixelIn(cells: readonly unknown[], column: number): number {
    const cell = cells[column];
    const value =
      typeof cell === 'number' ? cell : typeof cell === 'string' && cell.trim() ? Number(cell) : NaN;
    if (value >= 0 && value <= this.most) return value;
    const fault = isBlank(cell)
      ? tableTexts.emptyPixel(this.most)
      : tableTexts.notAPixel(
          typeof cell === 'string' ? `'${cell}'` : String(cell),
          this.most,
          value > this.most,
        );
    throw this.fault(fault, column);
  }

  private fault(message: string, column?: number): DataError {
    const { what, file, row } = this;
    const place = column === undefined ? tableTexts.row(what, row) : tableTexts.cell(what, row, column + 1);
    return new DataError(tableTexts.at(place, message), {
      file,
      row,
      column: column === undefined ? undefined : column + 1,
    });
  }
}

/** Number of cells in a row, without empty ones at its end. */
function widthOf(cells: readonly unknown[]): number {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1])) width--;
  return width;
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

function squareOf(size: number): ImageShape | undefined {
  for (const channels of [1, 3]) {
    const side = Math.sqrt(size / channels);
    if (side >= 1 && Number.isInteger(side)) return { channels, height: side, width: side };
  }
  return undefined;
}
