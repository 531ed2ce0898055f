/** The series of a chart: as its source has them, or as an add-in has put them together. */
import { invalidArgument, itemNotFound } from '../host/errors';
import { type Argument, ExcelObject, membersOf } from '../host/excelObject';
import { text, textOr, whole } from './arguments';
import type { Book } from './book';
import type { CellValue } from './cells';
import { type ChartData, seriesAreas } from './chartData';
import type { ChartRecord, SeriesRecord, Source } from './chartStore';
import type { Chart } from './chart';
import { Range } from './range';
import { valueAt } from './rangeContent';

/** Reads a chart's cells as they are now. */
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

/** Which sheets a chart's cells are on. */
export function sheetsOf({ source, series }: ChartRecord): Set<string> {
  const sources = [source, ...(series ?? []).flatMap(({ name, values, labels }) => [name, values, labels])];
  return new Set(
    sources.flatMap((each) => (each !== null && typeof each === 'object' ? [each.sheetId] : [])),
  );
}

function seriesOf(book: Book, { source, seriesBy, series }: ChartRecord): readonly SeriesRecord[] {
  if (series) return series;
  if (!source || !book.grid.sheet(source.sheetId)) return [];
  const { sheetId, area } = source;
  const at = (cells: typeof area | null): Source | null => cells && { sheetId, area: cells };
  return seriesAreas(area, rowsOf(book, source), seriesBy).map(({ name, values, labels }) => ({
    name: at(name),
    values: at(values),
    labels: at(labels),
  }));
}

function nameOf(book: Book, { name }: SeriesRecord, index: number): string {
  if (typeof name === 'string') return name;
  const found = name ? String(valuesOf(book, name)[0] ?? '') : '';
  return found || `Series${index + 1}`;
}

function rowsOf(book: Book, { sheetId, area: { row, column, rows, columns } }: Source): CellValue[][] {
  const place = { book, sheetId };
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => valueAt(place, row + i, column + j)),
  );
}

const valuesOf = (book: Book, source: Source | null): CellValue[] =>
  source && book.grid.sheet(source.sheetId) ? rowsOf(book, source).flat() : [];

export class ChartSeriesCollection extends ExcelObject {
  constructor(readonly chart: Chart) {
    super();
  }
  get records(): readonly SeriesRecord[] {
    return seriesOf(this.chart.book, this.chart.record);
  }
  get list(): ChartSeries[] {
    return this.records.map((_, index) => new ChartSeries(this, index));
  }
  change(records: readonly SeriesRecord[]): void {
    this.chart.change({ series: records });
  }
}

class ChartSeries extends ExcelObject {
  constructor(
    readonly collection: ChartSeriesCollection,
    readonly index: number,
  ) {
    super();
  }
  get record(): SeriesRecord {
    const record = this.collection.records[this.index];
    if (!record) throw itemNotFound('ChartSeries');
    return record;
  }
  change(change: Partial<SeriesRecord>): void {
    const { record, collection, index } = this;
    collection.change(collection.records.with(index, { ...record, ...change }));
  }
}

const collectionMembers = membersOf(ChartSeriesCollection, 'ChartSeriesCollection', {
  scalars: { Count: ({ list }) => list.length },
  items: ({ list }) => list,
  methods: {
    Add: (self, name, index) => {
      const { records } = self;
      const at = index === undefined || index === null ? records.length : whole(index, ADD);
      if (at > records.length) throw invalidArgument(ADD);
      const added = { name: textOr(name, '', ADD) || null, values: null, labels: null };
      self.change(records.toSpliced(at, 0, added));
      return new ChartSeries(self, at);
    },
    GetCount: ({ list }) => list.length,
    GetItemAt: ({ list }, index) => {
      const series = list[whole(index, 'ChartSeriesCollection.getItemAt')];
      if (!series) throw itemNotFound('ChartSeriesCollection.getItemAt');
      return series;
    },
  },
});

const ADD = 'ChartSeriesCollection.add';

const seriesMembers = membersOf(ChartSeries, 'ChartSeries', {
  scalars: {
    Name: {
      get: ({ collection, record, index }) => nameOf(collection.chart.book, record, index),
      set: (series, name) => series.change({ name: text(name, 'ChartSeries.name') }),
    },
  },
  methods: {
    Delete: ({ collection, index }) => collection.change(collection.records.toSpliced(index, 1)),
    SetValues: (series, source) => series.change({ values: sourceFrom(source, 'ChartSeries.setValues') }),
    SetXAxisValues: (series, source) =>
      series.change({ labels: sourceFrom(source, 'ChartSeries.setXAxisValues') }),
  },
});

export function sourceFrom(source: Argument, location: string): Source {
  if (source instanceof Range) return { sheetId: source.sheetId, area: source.area };
  throw invalidArgument(location);
}

export const chartSeriesMembers = [collectionMembers, seriesMembers];
