import { type Rect, shifted, cellRect } from '../../../notebook/sheet/address';
import type { MatrixPlan } from '../../../notebook/matrix';
import type { Look } from '../../../notebook/matrix/sheetDraft';
import { bytesOfCells, bytesOfText, BYTES, type Requests } from '../../requests';
import { DARK, FAINT, QUIET } from '../../../notebook/sheet/colours';
import { formatAll, frame } from '../../write/rangeFormats';
import type { Corner } from '../extraSheet';
import { setFormat, subRange } from '../../write/subRange';
import { scaleBlock } from '../../write/style';

const SMALL = 8;

/** In points. */
const WIDTHS = { count: 57, equal: 16, number: 42, sign: 12, entry: 21 };
const UPRIGHT_HEIGHT = 30;

/** Queues the formatting of a matrix sheet: calls per kind of format and per colour, none per cell. */
export async function styleMatrix(
  requests: Requests,
  sheet: Excel.Worksheet,
  range: Excel.Range,
  corner: Corner,
  { draft, leftColumns, uprightRows, cells }: MatrixPlan,
): Promise<void> {
  const format = (rects: readonly Rect[], set: (format: Excel.RangeFormat) => void) =>
    formatAll(
      requests,
      sheet,
      rects.map((rect) => shifted(rect, corner)),
      set,
    );
  await requests.room((20 + 3 * uprightRows.length) * BYTES.call);
  sheet.showGridlines = false;
  setWidths(range, leftColumns, cells[0].length);
  for (const row of uprightRows) subRange(range, cellRect(row, 0)).format.rowHeight = UPRIGHT_HEIGHT;
  for (const [look, rects] of draft.looks) await format(rects, LOOKS[look]);
  for (const [colour, rects] of draft.fills) {
    await format(rects, (colours) => {
      colours.fill.color = colour;
      colours.font.color = DARK;
    });
  }
  for (const { rect, codes } of draft.formats) {
    const isOne = typeof codes === 'string';
    await requests.room(4 * BYTES.call + (isOne ? bytesOfText(codes) : bytesOfCells(codes)));
    if (isOne) setFormat(subRange(range, rect), codes);
    else subRange(range, rect).numberFormat = codes as string[][];
  }
  for (const { rect, scale } of draft.scales) {
    await requests.room(6 * BYTES.call);
    scaleBlock(subRange(range, rect), scale);
  }
}

const LOOKS: Readonly<Record<Look, (format: Excel.RangeFormat) => void>> = {
  bold: ({ font }) => (font.bold = true),
  quiet: ({ font }) => (font.color = QUIET),
  small: ({ font }) => (font.size = SMALL),
  faint: ({ font }) => (font.color = FAINT),
  centred: (format) => (format.horizontalAlignment = 'Center'),
  right: (format) => (format.horizontalAlignment = 'Right'),
  upright: (format) => (format.textOrientation = 90),
  framed: (format) => frame(format),
};

/** The comparison is in the first two columns, the sign whether an output is equal in the third. */
function setWidths(range: Excel.Range, left: number, columns: number): void {
  const set = (column: number, count: number, width: number) =>
    (subRange(range, { row: 0, column, rows: 1, columns: count }).getEntireColumn().format.columnWidth =
      width);
  set(0, 2, WIDTHS.count);
  set(2, 1, WIDTHS.equal);
  set(3, left - 4, WIDTHS.number);
  set(left - 1, 1, WIDTHS.sign);
  set(left, columns - left, WIDTHS.entry);
}
