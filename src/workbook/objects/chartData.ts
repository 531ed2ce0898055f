/** What a chart shows of its cells, by Excel's habits: words in the first row name series, in the first column categories. */
import type { CellValue } from './cells';
import type { SeriesBy } from './chartStore';

export interface ChartData {
  readonly labels: string[];
  readonly series: { readonly name: string; readonly values: (number | null)[] }[];
}

export function chartData(cells: CellValue[][], seriesBy: SeriesBy): ChartData {
  const byColumns = seriesBy === 'Auto' ? cells.length >= (cells[0]?.length ?? 0) : seriesBy === 'Columns';
  return readColumns(byColumns ? cells : transpose(cells));
}

function readColumns(rows: CellValue[][]): ChartData {
  const columns = rows[0]?.length ?? 0;
  const hasNames = rows.length > 1 && rows[0].slice(columns > 1 ? 1 : 0).some(isWord);
  const body = hasNames ? rows.slice(1) : rows;
  const hasLabels = columns > 1 && (body.every((row) => isWord(row[0])) || (hasNames && rows[0][0] === ''));
  const first = hasLabels ? 1 : 0;
  return {
    labels: body.map((row, i) => (hasLabels ? String(row[0]) : String(i + 1))),
    series: Array.from({ length: columns - first }, (_, j) => ({
      name: hasNames ? String(rows[0][first + j]) : `Series${j + 1}`,
      values: body.map((row) => numberOrGap(row[first + j])),
    })),
  };
}

const isWord = (value: CellValue) => typeof value === 'string' && value !== '';
const numberOrGap = (value: CellValue) => (typeof value === 'number' ? value : null);

function transpose(cells: CellValue[][]): CellValue[][] {
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));
}
