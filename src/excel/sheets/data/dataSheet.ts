import { cellRect } from '../../../notebook/sheet/address';
import { bytesOfText, BYTES, Requests } from '../../requests';
import { headerOf, rowsOf } from '../../../data/encode';
import type { ImageSet } from '../../../data/imageSet';
import { wordCell, type CellValue } from '../../write/cellValue';
import { writeRows } from '../../write/writer';
import { type Corner } from '../extraSheet';
import { drawBlock, type BlockPlace } from '../drawExtraSheet';
import { setFormat, subRange } from '../../write/subRange';
import { FIRST_ROW, MAX_COLUMNS } from './dataRows';
import { scaleBlock } from '../../write/style';
import { dataSheetTexts } from '../../../texts/excel/data';

/**
 * Where the images of a notebook are stored: in cells of the workbook, in the browser, or nowhere
 * (generated).
 */
export type Kept = 'cells' | 'browser' | 'drawn';

/** Notes in the first three rows, then the names of the columns. */
const NOTES_ROW = 0;
const HEADER_ROW = 3;
/** The image's number and its label. */
const FIRST_PIXEL = 2;

/**
 * Draws a page of a notebook's images, one per row: its number, its label, its pixels.
 * @param place the id of the sheet, undefined when it was never drawn
 * @param title of the notebook
 * @param from index of the first image of the page
 * @param rows of the page: those past the last image are blank
 * @returns the id of the sheet
 */
export function drawDataPage(
  context: Excel.RequestContext,
  place: string | undefined,
  title: string,
  set: ImageSet,
  from: number,
  rows: number,
  kept: Kept,
): Promise<string> {
  const columns = Math.min(MAX_COLUMNS, headerOf(set).length);
  const to = Math.min(from + rows, set.count);
  const size = { rows: FIRST_ROW + rows, columns };
  const own = { place, title, kind: 'data', frozen: { rows: FIRST_ROW, columns: FIRST_PIXEL } } as const;
  return drawBlock(context, own, size, async (target) => {
    const { range } = target;
    const requests = new Requests(context, { drawing: target.isNew });
    const notes = notesFor(set, from, to, kept).map((text) => [wordCell(text)]);
    const header = headerOf(set).slice(0, columns);
    await requests.room(STYLE_BYTES + bytesOfText(notes.join()));
    if (target.isNew) styleNew(target, rows, columns);
    else range.unmerge();
    subRange(range, { row: NOTES_ROW, column: 0, rows: notes.length, columns: 1 }).values = notes;
    const pixels = { row: FIRST_ROW, column: FIRST_PIXEL, rows, columns: columns - FIRST_PIXEL };
    setFormat(subRange(range, pixels), set.pixelScale === BYTE ? '0' : '0.00;-0.00;0');
    const cells = { row: HEADER_ROW, column: 0, rows: 1 + rows, columns };
    await writeRows(requests, () => subRange(range, cells), [header, ...cellsOf(set, from, rows, columns)]);
    await requests.send();
  });
}

/** Does the row of an image on a page that was drawn earlier still show that image? */
export async function showsImage(
  context: Excel.RequestContext,
  place: string,
  corner: Corner,
  set: ImageSet,
  index: number,
): Promise<boolean> {
  const [drawn] = cellsOf(set, index, 1, Math.min(COMPARED, headerOf(set).length));
  const { row, column } = corner;
  const sheet = context.workbook.worksheets.getItem(place);
  const cells = sheet.getRangeByIndexes(row + FIRST_ROW + index, column, 1, drawn.length);
  cells.load('values');
  await context.sync();
  const isText = (value: unknown) => typeof value === 'string';
  return drawn.every((value, at) => isText(value) || value === cells.values[0][at]);
}

/** So many cells of a row tell images apart. */
const COMPARED = 400;

const BYTE = 255;

/** Bytes of everything but the cells. */
const STYLE_BYTES = 50 * BYTES.call;

/** In points. */
const WIDTHS = { number: 42, label: 66, pixel: 19.5 };
const HEADER_HEIGHT = 48;
const SMALL = 7;

/** Queues the formatting that never changes. */
function styleNew({ sheet, range }: BlockPlace, rows: number, columns: number): void {
  sheet.showGridlines = false;
  const widths = [WIDTHS.number, WIDTHS.label];
  widths.forEach((width, column) => (sheet.getCell(0, column).getEntireColumn().format.columnWidth = width));
  const count = columns - FIRST_PIXEL;
  sheet.getRangeByIndexes(0, FIRST_PIXEL, 1, count).getEntireColumn().format.columnWidth = WIDTHS.pixel;
  subRange(range, cellRect(NOTES_ROW, 0)).format.font.bold = true;
  subRange(range, { row: HEADER_ROW, column: 0, rows: 1, columns }).format.font.bold = true;
  subRange(range, {
    row: HEADER_ROW,
    column: 0,
    rows: rows + 1,
    columns: FIRST_PIXEL,
  }).format.horizontalAlignment = 'Center';
  const names = subRange(range, { row: HEADER_ROW, column: FIRST_PIXEL, rows: 1, columns: count });
  names.format.textOrientation = 90;
  names.format.font.size = SMALL;
  names.format.rowHeight = HEADER_HEIGHT;
  const pixels = subRange(range, { row: FIRST_ROW, column: FIRST_PIXEL, rows, columns: count });
  pixels.format.font.size = SMALL;
  pixels.format.horizontalAlignment = 'Right';
  scaleBlock(pixels, 'sequential');
}

/** The most classes listed. */
const NAMED = 10;

/** Notes on the images: what they are, where they are stored, and what follows from that. */
function notesFor(set: ImageSet, from: number, to: number, kept: Kept): string[] {
  return [dataSheetTexts.heading(set, NAMED), ...dataSheetTexts.where[kept](set.name, from + 1, to)];
}

/** Rows past the last image are blanked: an earlier page may have been fuller. */
function cellsOf(set: ImageSet, from: number, rows: number, columns: number): CellValue[][] {
  const images = rowsOf(set, from, Math.min(from + rows, set.count)).map((row) =>
    row.slice(0, columns).map((cell) => (typeof cell === 'string' ? wordCell(cell) : cell)),
  );
  const blank = Array.from({ length: rows - images.length }, () => new Array<string>(columns).fill(''));
  return [...images, ...blank];
}
