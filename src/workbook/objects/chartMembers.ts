/** The members of charts, their titles and legends. */
import { bounding } from '../grid/address';
import { placeOf } from '../grid/measures';
import { ExcelError, itemNotFound } from '../host/errors';
import { type Argument, ExcelObject, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { rangeByAddress } from './addressedRange';
import { number, oneOf, text, truth, whole } from './arguments';
import { Chart, ChartCollection } from './chart';
import { ChartAxes } from './chartAxes';
import { ChartSeriesCollection, sourceFrom } from './chartSeries';
import { type SeriesBy, kindOf } from './chartStore';
import { Range } from './range';
import { Worksheet } from './worksheet';

class ChartTitle extends ExcelObject {
  constructor(readonly chart: Chart) {
    super();
  }
}

class ChartLegend extends ExcelObject {
  constructor(readonly chart: Chart) {
    super();
  }
}

const SERIES_BY = ['Auto', 'Columns', 'Rows'] as const;

const collectionMembers = membersOf(ChartCollection, 'ChartCollection', {
  scalars: { Count: ({ list }) => list.length },
  items: ({ list }) => list,
  item: (self, key: Json) => self.find(key),
  methods: {
    Add: ({ book, sheetId }, type, source, seriesBy) => {
      const location = 'ChartCollection.add';
      const record = book.charts.add(
        sheetId,
        chartType(type, location),
        sourceFrom(source, location),
        by(seriesBy, location),
      );
      return new Chart(book, record.id);
    },
    GetCount: ({ list }) => list.length,
    GetItem: (self, name) => {
      const chart = self.find(name);
      if (!chart) throw itemNotFound('ChartCollection.getItem');
      return chart;
    },
    GetItemAt: ({ list }, index) => {
      const chart = list[whole(index, 'ChartCollection.getItemAt')];
      if (!chart) throw itemNotFound('ChartCollection.getItemAt');
      return chart;
    },
    GetItemOrNullObject: (self, name) => self.find(name),
  },
});

function chartType(type: Argument, location: string): string {
  const found = text(type, location);
  if (kindOf(found)) return found;
  throw new ExcelError(
    'NotImplemented',
    `The embedded workbook cannot draw charts of the type ${found}.`,
    location,
  );
}

const by = (value: Argument, location: string): SeriesBy => oneOf(value ?? 'Auto', SERIES_BY, location);

const length = (name: 'left' | 'top' | 'width' | 'height') => ({
  get: ({ record }: Chart) => record[name],
  set: (chart: Chart, value: Json) => chart.change({ [name]: number(value, `Chart.${name}`) }),
});

const ownMembers = membersOf(Chart, 'Chart', {
  scalars: {
    Id: ({ id }) => id,
    Name: {
      get: ({ record }) => record.name,
      set: (chart, name) => chart.change({ name: text(name, 'Chart.name') }),
    },
    ChartType: {
      get: ({ record }) => record.type,
      set: (chart, type) => chart.change({ type: chartType(type, 'Chart.chartType') }),
    },
    Left: length('left'),
    Top: length('top'),
    Width: length('width'),
    Height: length('height'),
  },
  objects: {
    Axes: (chart) => new ChartAxes(chart),
    Legend: (chart) => new ChartLegend(chart),
    Series: (chart) => new ChartSeriesCollection(chart),
    Title: (chart) => new ChartTitle(chart),
    Worksheet: ({ book, record }) => new Worksheet(book, record.sheetId),
  },
  methods: {
    Activate: () => undefined,
    Delete: ({ book, record }) => book.charts.remove(record),
    SetData: (chart, source, seriesBy) =>
      chart.change({
        source: sourceFrom(source, 'Chart.setData'),
        seriesBy: by(seriesBy, 'Chart.setData'),
        series: null,
      }),
    SetPosition: setPosition,
  },
});

/** From the top left corner of one cell to the bottom right corner of another. */
function setPosition(chart: Chart, start: Argument, end: Argument): void {
  const { sheetId } = chart.record;
  const cell = (value: Argument) =>
    value instanceof Range
      ? value.area
      : rangeByAddress(new Worksheet(chart.book, sheetId), value, 'Chart.setPosition').area;
  const from = cell(start);
  const to = end === undefined || end === null ? from : cell(end);
  const { left, top, width, height } = placeOf(new Worksheet(chart.book, sheetId).sheet, bounding(from, to));
  chart.change(end === undefined || end === null ? { left, top } : { left, top, width, height });
}

const titleMembers = membersOf(ChartTitle, 'ChartTitle', {
  scalars: {
    Text: {
      get: ({ chart }) => chart.record.title,
      set: ({ chart }, title) => chart.change({ title: text(title, 'ChartTitle.text'), showTitle: true }),
    },
    Visible: {
      get: ({ chart }) => chart.record.showTitle,
      set: ({ chart }, on) => chart.change({ showTitle: truth(on, 'ChartTitle.visible') }),
    },
  },
});

const legendMembers = membersOf(ChartLegend, 'ChartLegend', {
  scalars: {
    Visible: {
      get: ({ chart }) => chart.record.showLegend,
      set: ({ chart }, on) => chart.change({ showLegend: truth(on, 'ChartLegend.visible') }),
    },
  },
});

export const chartMembers = [collectionMembers, ownMembers, titleMembers, legendMembers];
