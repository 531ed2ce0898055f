/** The parts of a chart: its title, and its axes, which have titles of their own. */
import { ExcelObject, type MemberTable, membersOf } from '../../host/excelObject';
import { oneOf, text, truth } from '../arguments';
import { type Recorded, fieldsOf } from '../recordObject';
import type { Chart } from './chart';
import type { AxisName, TitleRecord } from './store';

export class ChartTitle extends ExcelObject implements Recorded<TitleRecord> {
  constructor(readonly chart: Chart) {
    super();
  }
  get record(): TitleRecord {
    return this.chart.record.title;
  }
  change(change: Partial<TitleRecord>): void {
    this.chart.change({ title: { ...this.record, ...change } });
  }
}

export class ChartAxes extends ExcelObject {
  constructor(readonly chart: Chart) {
    super();
  }
  axis(name: AxisName): ChartAxis {
    return new ChartAxis(this.chart, name);
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

class ChartAxisTitle extends ExcelObject implements Recorded<TitleRecord> {
  constructor(readonly axis: ChartAxis) {
    super();
  }
  get record(): TitleRecord {
    return this.axis.chart.record.axisTitles[this.axis.name];
  }
  change(change: Partial<TitleRecord>): void {
    const { chart, name } = this.axis;
    chart.change({ axisTitles: { ...chart.record.axisTitles, [name]: { ...this.record, ...change } } });
  }
}

/** A title that gets a text is shown. */
function titleMembers(className: string): MemberTable<ExcelObject & Recorded<TitleRecord>> {
  return {
    scalars: {
      Text: {
        get: ({ record }) => record.text,
        set: (self, value) => self.change({ text: text(value, `${className}.text`), visible: true }),
      },
      Visible: fieldsOf<TitleRecord>(className)('visible', truth),
    },
  };
}

export const chartPartMembers = [
  membersOf(ChartTitle, 'ChartTitle', titleMembers('ChartTitle')),
  membersOf(ChartAxes, 'ChartAxes', {
    objects: {
      CategoryAxis: (axes) => axes.axis('category'),
      ValueAxis: (axes) => axes.axis('value'),
    },
    methods: {
      GetItem: (axes, type) =>
        axes.axis(oneOf(type, ['Category', 'Value'], 'ChartAxes.getItem') === 'Value' ? 'value' : 'category'),
    },
  }),
  membersOf(ChartAxis, 'ChartAxis', {
    scalars: { Type: ({ name }) => (name === 'value' ? 'Value' : 'Category') },
    objects: { Title: (axis) => new ChartAxisTitle(axis) },
  }),
  membersOf(ChartAxisTitle, 'ChartAxisTitle', titleMembers('ChartAxisTitle')),
];
