/** The axes of a chart, which have titles. */
import { ExcelObject, type Members, membersOf } from '../host/excelObject';
import { oneOf, text, truth } from './arguments';
import type { AxisName, TitleRecord } from './chartStore';
import type { Chart } from './charts';

export class ChartAxes extends ExcelObject {
  readonly members: Members = axesMembers;
  constructor(readonly chart: Chart) {
    super();
  }
}

class ChartAxis extends ExcelObject {
  readonly members: Members = axisMembers;
  constructor(
    readonly chart: Chart,
    readonly name: AxisName,
  ) {
    super();
  }
}

class ChartAxisTitle extends ExcelObject {
  readonly members: Members = titleMembers;
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

const axesMembers = membersOf<ChartAxes>('ChartAxes', {
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

const axisMembers = membersOf<ChartAxis>('ChartAxis', {
  scalars: { Type: ({ name }) => (name === 'value' ? 'Value' : 'Category') },
  objects: { Title: (axis) => new ChartAxisTitle(axis) },
});

const titleMembers = membersOf<ChartAxisTitle>('ChartAxisTitle', {
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
