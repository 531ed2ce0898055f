import { type Rect, cellRect } from '../../../notebook/sheet/address';
import { BLUE, LIGHT, QUIET, RED } from '../../../notebook/sheet/colours';
import { scaleLimit } from '../../write/scaleLimit';
import { addressesOf } from '../../write/rangeFormats';
import { BYTES, Requests } from '../../requests';
import { writeRows } from '../../write/writer';
import { cellsOfConfusion, shapeOf, type Confusion } from './confusionCells';
import {
  ABOVE_ROW,
  HEADING_ROW,
  HEAD_ROW,
  LABEL_COUNTS,
  LABEL_SHARES,
  layOutConfusion,
  NOTE_ROW,
  NOTE_ROWS,
  WORST_COLUMNS,
  type ConfusionLayout,
} from './confusionLayout';
import { columnWidths } from './confusionWidths';
import { drawBlock, type BlockPlace } from '../drawExtraSheet';
import { setFormat, subRange } from '../../write/subRange';

/**
 * Draw a confusion matrix of classes, or the counts of each label, and the images with the highest loss. Drawn again, only the cells of this block are written.
 * @param place the id of the sheet, undefined when it was never drawn
 * @param title of the notebook
 * @returns the id of the sheet
 */
export function drawConfusion(
  context: Excel.RequestContext,
  place: string | undefined,
  title: string,
  confusion: Confusion,
): Promise<string> {
  const layout = layOutConfusion(shapeOf(confusion));
  const own = { place, title, kind: 'confusion', frozen: { rows: HEAD_ROW + 1, columns: 1 } } as const;
  return drawBlock(context, own, layout.size, async (target) => {
    const requests = new Requests(context, { drawing: target.isNew });
    if (!target.isNew) target.range.unmerge();
    await writeRows(requests, () => target.range, cellsOfConfusion(confusion));
    await requests.room(STYLE_BYTES + layout.size.columns * BYTES.call);
    if (target.isNew) styleNew(target, layout, confusion);
    await colour(requests, target, layout, confusion);
    await requests.send();
  });
}

/** The colour of a single mistake where others are frequent: it must not look like none. */
const PINK = '#FCDDDE';
const GREY = '#BFBFBF';

/** A zero is shown as a dot, so that other numbers stand out. */
const COUNT = '0;-0;"·"';
const SHARE = '0.0 %';

/** Bytes of all formatting except colours and the widths of columns. */
const STYLE_BYTES = 80 * BYTES.call;
/** Of headings of two lines, in points. */
const HEADINGS_HEIGHT = 30;

/** Queues the formatting that never changes. */
function styleNew({ sheet, range }: BlockPlace, layout: ConfusionLayout, confusion: Confusion): void {
  sheet.showGridlines = false;
  subRange(range, cellRect(HEADING_ROW, 0)).format.font.bold = true;
  subRange(range, { ...cellRect(NOTE_ROW, 0), rows: NOTE_ROWS }).format.font.color = QUIET;
  styleHeads(range, layout);
  styleNumbers(range, layout, confusion.counts !== undefined);
  columnWidths(layout, confusion).forEach((points, column) => {
    sheet.getCell(0, column).getEntireColumn().format.columnWidth = points;
  });
}

function styleHeads(range: Excel.Range, { table, worst }: ConfusionLayout): void {
  subRange(range, cellRect(HEAD_ROW, 0)).format.rowHeight = HEADINGS_HEIGHT;
  for (const { column, columns } of [table, worst]) {
    subRange(range, { row: ABOVE_ROW, column, rows: 1, columns }).format.font.color = QUIET;
    const head = subRange(range, { row: HEAD_ROW, column, rows: 1, columns });
    head.format.font.bold = true;
    head.format.wrapText = true;
    head.format.verticalAlignment = 'Bottom';
    head.format.borders.getItem('EdgeBottom').style = 'Continuous';
  }
  const first = subRange(range, { ...table, columns: 1 }).format;
  first.font.bold = true;
  first.horizontalAlignment = 'Left';
  const others = subRange(range, { ...table, column: 1, columns: table.columns - 1 }).format;
  others.horizontalAlignment = 'Right';
  const list = { ...worst, row: HEAD_ROW, rows: worst.rows + 1 };
  subRange(range, list).format.horizontalAlignment = 'Right';
  const words = { ...list, column: worst.column + WORST_COLUMNS.indexOf('label'), columns: 2 };
  subRange(range, words).format.horizontalAlignment = 'Center';
}

function styleNumbers(
  range: Excel.Range,
  { table, counts, worst }: ConfusionLayout,
  isMatrix: boolean,
): void {
  const shares = isMatrix ? 1 : LABEL_SHARES.length;
  // Totals are below the counts, and to their right.
  const whole = { ...counts, rows: table.rows - 1, columns: table.columns - 1 - shares };
  setFormat(subRange(range, whole), COUNT);
  setFormat(subRange(range, { ...whole, column: table.columns - shares, columns: shares }), SHARE);
  const columnOf = (name: (typeof WORST_COLUMNS)[number]) => ({
    ...worst,
    column: worst.column + WORST_COLUMNS.indexOf(name),
    columns: 1,
  });
  setFormat(subRange(range, columnOf('probability')), '0.000');
  setFormat(subRange(range, columnOf('loss')), '0.0000');
}

/** Queues the colours, on a scale of the largest counts: mistakes from light to red, correct ones to blue. */
async function colour(
  requests: Requests,
  { sheet, corner, range }: BlockPlace,
  { counts }: ConfusionLayout,
  confusion: Confusion,
): Promise<void> {
  const cells = subRange(range, counts);
  cells.conditionalFormats.clearAll();
  const zero = cells.conditionalFormats.add('CellValue').cellValue;
  zero.format.font.color = GREY;
  zero.rule = { operator: 'EqualTo', formula1: '=0' };
  const cellsAt = (row: number, column: number, columns: number): Rect => ({
    row: corner.row + counts.row + row,
    column: corner.column + counts.column + column,
    rows: 1,
    columns,
  });
  if (confusion.counts) {
    const matrix = confusion.counts;
    const size = matrix.length;
    const diagonal = matrix.map((_, index) => cellsAt(index, index, 1));
    const beside = matrix.flatMap((_, row) => [cellsAt(row, 0, row), cellsAt(row, row + 1, size - row - 1)]);
    const largest = (matters: (row: number, column: number) => boolean) =>
      Math.max(
        1,
        ...matrix.map((own, row) => Math.max(0, ...own.filter((_, column) => matters(row, column)))),
      );
    const scaleAll = async (cells: readonly Rect[], some: string, most: string, end: number) => {
      for (const address of addressesOf(cells)) {
        await requests.room(address.length + 4 * BYTES.call);
        scale(sheet.getRanges(address), some, most, end);
      }
    };
    await scaleAll(
      diagonal,
      LIGHT,
      BLUE,
      largest((row, column) => row === column),
    );
    await scaleAll(
      beside.filter(({ columns }) => columns > 0),
      PINK,
      RED,
      largest((row, column) => row !== column),
    );
  } else {
    const labels = confusion.perLabel ?? [];
    const mistakes = labels.flatMap(({ falseNegative, falsePositive }) => [falseNegative, falsePositive]);
    const column = counts.column + LABEL_COUNTS.indexOf('falseNegative');
    scale(subRange(range, { ...counts, column, columns: 2 }), PINK, RED, Math.max(1, ...mistakes));
  }
}

/** Light at 0, `some` from 1 on, `most` at the largest. */
function scale(cells: Excel.Range | Excel.RangeAreas, some: string, most: string, largest: number): void {
  cells.conditionalFormats.add('ColorScale').colorScale.criteria = {
    minimum: { type: 'Number', formula: '0', color: LIGHT },
    midpoint: { type: 'Number', formula: scaleLimit(0.5), color: some },
    maximum: { type: 'Number', formula: scaleLimit(largest), color: most },
  };
}
