/** The data that a chart shows, from its cells as they are now. */
import type { Rect } from '../../addresses/rect';
import { texts } from '../../texts';
import type { Book } from '../book';
import type { CellValue } from '../cells/cellValue';
import { valueAt } from '../ranges/content';
import { seriesAreas } from './seriesAreas';
import type { ChartRecord, SeriesRecord, Source } from './store';

export interface ChartData {
  readonly labels: string[];
  readonly series: { readonly name: string; readonly values: (number | null)[] }[];
}

export function dataOf(book: Book, record: ChartRecord): ChartData {
  const all = seriesOf(book, record);
  const series = all.map((each, index) => ({
    name: nameOf(book, each, index),
    values: valuesOf(book, each.values).map((value) => (typeof value === 'number' ? value : null)),
  }));
  const labelled = all.find(({ labels }) => labels);
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  const labels = labelled
    ? valuesOf(book, labelled.labels).map(String)
    : Array.from({ length: count }, (_, i) => String(i + 1));
  return { labels, series };
}

/** The sheets of a chart's cells. */
export function sheetsOf({ source, series }: ChartRecord): Set<string> {
  const sources = [source, ...(series ?? []).flatMap(({ name, values, labels }) => [name, values, labels])];
  return new Set(
    sources.flatMap((each) => (each !== null && typeof each === 'object' ? [each.sheetId] : [])),
  );
}

/** The series that were composed one by one, otherwise those of the chart's source. */
export function seriesOf(book: Book, { source, seriesBy, series }: ChartRecord): readonly SeriesRecord[] {
  if (series) return series;
  if (!source || !book.grid.sheet(source.sheetId)) return [];
  const { sheetId, area } = source;
  const at = (cells: Rect | null): Source | null => cells && { sheetId, area: cells };
  return seriesAreas(area, valuesByRow(book, source), seriesBy).map(({ name, values, labels }) => ({
    name: at(name),
    values: at(values),
    labels: at(labels),
  }));
}

/** A series without a name is numbered: Series1. */
export function nameOf(book: Book, { name }: SeriesRecord, index: number): string {
  if (typeof name === 'string') return name;
  const found = name ? String(valuesOf(book, name)[0] ?? '') : '';
  return found || texts.names.series(index + 1);
}

const valuesByRow = (book: Book, { sheetId, area }: Source): CellValue[][] =>
  area.map((row, column) => valueAt({ book, sheetId }, row, column));

const valuesOf = (book: Book, source: Source | null): CellValue[] =>
  source && book.grid.sheet(source.sheetId) ? valuesByRow(book, source).flat() : [];
