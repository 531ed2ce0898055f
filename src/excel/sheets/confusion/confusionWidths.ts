import { widthOf, widthOfWords } from '../../write/textWidth';
import { HEAD_ROW, LABEL_SHARES, WORST_COLUMNS, type ConfusionLayout } from './confusionLayout';
import { cellsOfConfusion, type Confusion } from './confusionCells';

/** In points: of the gap between both tables, and the most that a column gets. */
const GAP = 15;
const WIDEST = 180;
/** What a share, and a number of the worst images, look like at their longest. */
const SHARE = '100.0 %';
const DECIMALS = '10.0000';

/** The width of each column, in points: headings, wrapped at blanks, class names and numbers stand whole. */
export function columnWidths(layout: ConfusionLayout, confusion: Confusion): number[] {
  const cells = cellsOfConfusion(confusion);
  const { table, worst } = layout;
  const shares = confusion.counts ? 1 : LABEL_SHARES.length;
  const rowsOf = (column: number) => cells.slice(HEAD_ROW).map((row) => row[column]);
  return Array.from({ length: layout.size.columns }, (_, column) => {
    const [heading, ...below] = rowsOf(column);
    if (heading === null) return GAP;
    const isShare = column >= table.columns - shares && column < table.columns;
    const isCount = column > 0 && column < table.columns - shares;
    const isDecimal = column >= worst.column + WORST_COLUMNS.indexOf('probability');
    // Drawn again the counts may be others, but hardly of more images.
    if (isCount) below.push(confusion.count);
    const shown = isShare ? [SHARE] : isDecimal ? [DECIMALS] : below.map((cell) => String(cell ?? ''));
    return Math.min(WIDEST, Math.max(widthOfWords(String(heading)), ...shown.map(widthOf)));
  });
}
