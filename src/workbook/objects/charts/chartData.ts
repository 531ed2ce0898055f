/**
 * What a chart shows of its cells, by Excel's habits: words in the first row name series, words in the first column
 * are categories.
 */
import { type Area, area } from '../../addresses/a1';
import type { CellValue } from '../cells/cellValue';
import type { SeriesBy } from './store';

export interface ChartData {
  readonly labels: string[];
  readonly series: { readonly name: string; readonly values: (number | null)[] }[];
}

/** Where a series stands: its name, its values, and the categories beside them. */
export interface SeriesAreas {
  readonly name: Area | null;
  readonly values: Area;
  readonly labels: Area | null;
}

/** Divides an area, whose values are given, into series. */
export function seriesAreas(source: Area, cells: CellValue[][], seriesBy: SeriesBy): SeriesAreas[] {
  const byColumns = seriesBy === 'Auto' ? source.rows >= source.columns : seriesBy === 'Columns';
  if (byColumns) return columnsOf(source, cells);
  const turned = area(source.column, source.row, source.columns, source.rows);
  return columnsOf(turned, transpose(cells)).map(({ name, values, labels }) => ({
    name: name && turn(name),
    values: turn(values),
    labels: labels && turn(labels),
  }));
}

function columnsOf({ row, column, rows, columns }: Area, cells: CellValue[][]): SeriesAreas[] {
  const hasNames = rows > 1 && cells[0].slice(columns > 1 ? 1 : 0).some(isWord);
  const body = hasNames ? cells.slice(1) : cells;
  const hasLabels =
    columns > 1 && (body.every((each) => isWord(each[0])) || (hasNames && cells[0][0] === ''));
  const first = hasLabels ? 1 : 0;
  const top = hasNames ? 1 : 0;
  return Array.from({ length: columns - first }, (_, j) => ({
    name: hasNames ? area(row, column + first + j) : null,
    values: area(row + top, column + first + j, rows - top, 1),
    labels: hasLabels ? area(row + top, column, rows - top, 1) : null,
  }));
}

const turn = (a: Area) => area(a.column, a.row, a.columns, a.rows);
const isWord = (value: CellValue) => typeof value === 'string' && value !== '';

function transpose(cells: CellValue[][]): CellValue[][] {
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));
}
