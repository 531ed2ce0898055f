/**
 * Divides cells into the series of a chart, as Excel does: words in the first row name series, words in the
 * first column are categories.
 */
import type { Rect } from '../../addresses/rect';
import type { CellValue } from '../cells/cellValue';
import type { SeriesBy } from './store';

/** The cells of a series: its name, its values, and the categories beside them. */
export interface SeriesAreas {
  readonly name: Rect | null;
  readonly values: Rect;
  readonly labels: Rect | null;
}

/** Divides an area, whose values are given, into series. */
export function seriesAreas(source: Rect, cells: CellValue[][], seriesBy: SeriesBy): SeriesAreas[] {
  const byColumns = seriesBy === 'Auto' ? source.rows >= source.columns : seriesBy === 'Columns';
  if (byColumns) return columnsOf(source, cells);
  return columnsOf(source.transposed, transpose(cells)).map(({ name, values, labels }) => ({
    name: name && name.transposed,
    values: values.transposed,
    labels: labels && labels.transposed,
  }));
}

function columnsOf(source: Rect, cells: CellValue[][]): SeriesAreas[] {
  const { rows, columns } = source;
  const hasNames = rows > 1 && cells[0].slice(columns > 1 ? 1 : 0).some(isWord);
  const values = hasNames ? cells.slice(1) : cells;
  const hasLabels =
    columns > 1 && (values.every((each) => isWord(each[0])) || (hasNames && cells[0][0] === ''));
  const body = source.below(Number(hasNames));
  const first = Number(hasLabels);
  return Array.from({ length: columns - first }, (_, j) => ({
    name: hasNames ? source.columnAt(first + j).firstCell : null,
    values: body.columnAt(first + j),
    labels: hasLabels ? body.columnAt(0) : null,
  }));
}

const isWord = (value: CellValue) => typeof value === 'string' && value !== '';

function transpose(cells: CellValue[][]): CellValue[][] {
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));
}
