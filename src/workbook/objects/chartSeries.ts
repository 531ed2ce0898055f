import { itemNotFound } from '../host/errors';
import { ExcelObject, type Members, membersOf } from '../host/excelObject';
import { whole } from './arguments';
import { type ChartData, chartData } from './chartData';
import type { Book } from './book';
import type { ChartRecord } from './chartStore';
import type { Chart } from './charts';
import { valueAt } from './rangeContent';

/** Reads a chart's cells as they are now. */
export function dataOf(book: Book, { source, seriesBy }: ChartRecord): ChartData {
  if (!source || !book.grid.sheet(source.sheetId)) return { labels: [], series: [] };
  const { row, column, rows, columns } = source.area;
  const place = { book, sheetId: source.sheetId };
  const cells = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => valueAt(place, row + i, column + j)),
  );
  return chartData(cells, seriesBy);
}

export class ChartSeriesCollection extends ExcelObject {
  readonly members: Members = collectionMembers;
  constructor(readonly chart: Chart) {
    super();
  }
  get list(): ChartSeries[] {
    const { series } = dataOf(this.chart.book, this.chart.record);
    return series.map(({ name }) => new ChartSeries(name));
  }
}

class ChartSeries extends ExcelObject {
  readonly members: Members = seriesMembers;
  constructor(readonly name: string) {
    super();
  }
}

const collectionMembers = membersOf<ChartSeriesCollection>('ChartSeriesCollection', {
  scalars: { Count: ({ list }) => list.length },
  items: ({ list }) => list,
  methods: {
    GetCount: ({ list }) => list.length,
    GetItemAt: ({ list }, index) => {
      const series = list[whole(index, 'ChartSeriesCollection.getItemAt')];
      if (!series) throw itemNotFound('ChartSeriesCollection.getItemAt');
      return series;
    },
  },
});

const seriesMembers = membersOf<ChartSeries>('ChartSeries', { scalars: { Name: ({ name }) => name } });
