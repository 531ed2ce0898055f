/** The series of a chart: those of its source, or those that an add-in has composed. */
import { invalidArgument } from '../../host/errors';
import { type Argument, ExcelObject, membersOf } from '../../host/excelObject';
import { text, textOr, whole } from '../arguments';
import { COUNT, Collection, collectionMembers, existing } from '../collection';
import { Range } from '../ranges/range';
import type { Chart } from './chart';
import { nameOf, seriesOf } from './chartData';
import type { SeriesRecord, Source } from './store';

export class ChartSeriesCollection extends Collection<ChartSeries> {
  constructor(readonly chart: Chart) {
    super();
  }
  get records(): readonly SeriesRecord[] {
    // The cells may have been written by the same request.
    this.chart.book.grid.flush();
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
    return existing(this.collection.records[this.index], 'ChartSeries');
  }
  change(change: Partial<SeriesRecord>): void {
    const { record, collection, index } = this;
    collection.change(collection.records.with(index, { ...record, ...change }));
  }
}

function add(self: ChartSeriesCollection, name: Argument, index: Argument): ChartSeries {
  const location = 'ChartSeriesCollection.add';
  const { records } = self;
  const at = index === undefined || index === null ? records.length : whole(index, location);
  if (at > records.length) throw invalidArgument(location);
  const added = { name: textOr(name, '', location) || null, values: null, labels: null };
  self.change(records.toSpliced(at, 0, added));
  return new ChartSeries(self, at);
}

/** Cells that an add-in gives as a range. */
export function sourceFrom(value: Argument, location: string): Source {
  if (value instanceof Range) return { sheetId: value.sheetId, area: value.area };
  throw invalidArgument(location);
}

export const chartSeriesMembers = [
  collectionMembers(ChartSeriesCollection, 'ChartSeriesCollection', {
    scalars: COUNT,
    methods: { Add: add },
  }),
  membersOf(ChartSeries, 'ChartSeries', {
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
  }),
];
