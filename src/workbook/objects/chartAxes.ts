/** The axes of a chart, which have titles. */
import { ExcelObject, membersOf } from '../host/excelObject';
import { oneOf, text, truth } from './arguments';
import type { AxisName, TitleRecord } from './chartStore';
import type { Chart } from './chart';

export class ChartAxes extends ExcelObject {
  constructor(readonly chart: Chart) {
    super();
  }
}

class ChartAxis extends ExcelObject {
  constructor(
    readonly chart: Chart,
    readonly name: AxisName,
  ) {
    super();
  }
}

class ChartAxisTitle extends ExcelObject {
  constructor(readonly axis: ChartAxis) {
    super();
  }
  get title(): TitleRecord {
    return this.axis.chart.record.axisTitles[this.axis.name];
  }
  change(change: Partial<TitleRecord>): void {
    const { chart, name } = this.axis;
    chart.change({ axisTitles: { ...chart.record.axisTitles, [name]: { ...this.title, ...change } } });
  }
}

const axesMembers = membersOf(ChartAxes, 'ChartAxes', {
  objects: {
    CategoryAxis: ({ chart }) => new ChartAxis(chart, 'category'),
    ValueAxis: ({ chart }) => new ChartAxis(chart, 'value'),
  },
  methods: {
    GetItem: ({ chart }, type) =>
      new ChartAxis(
        chart,
        oneOf(type, ['Category', 'Value'], 'ChartAxes.getItem') === 'Value' ? 'value' : 'category',
      ),
  },
});

const axisMembers = membersOf(ChartAxis, 'ChartAxis', {
  scalars: { Type: ({ name }) => (name === 'value' ? 'Value' : 'Category') },
  objects: { Title: (axis) => new ChartAxisTitle(axis) },
});

const titleMembers = membersOf(ChartAxisTitle, 'ChartAxisTitle', {
  scalars: {
    Text: {
      get: ({ title }) => title.text,
      set: (self, value) => self.change({ text: text(value, 'ChartAxisTitle.text'), visible: true }),
    },
    Visible: {
      get: ({ title }) => title.visible,
      set: (self, value) => self.change({ visible: truth(value, 'ChartAxisTitle.visible') }),
    },
  },
});

export const chartAxesMembers = [axesMembers, axisMembers, titleMembers];
