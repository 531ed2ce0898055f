import { near, type Chapter } from '../clause';

const points = (sheet: Excel.Worksheet) => {
  sheet.getRange('A1:B3').values = [
    ['step', 'loss'],
    [1, 0.7],
    [2, 0.5],
  ];
  return sheet.charts.add('Line', sheet.getRange('B1:B3'), 'Columns');
};

export const CHART: Chapter = {
  object: 'Chart',
  clauses: [
    {
      name: 'A chart has a name and a title',
      members: ['ChartCollection.add()', 'Chart.name', 'Chart.title', 'ChartTitle.text', 'Worksheet.charts'],
      async check({ sheet, read }) {
        const chart = points(sheet);
        chart.name = 'check';
        chart.title.text = 'Loss';
        chart.title.load('text');
        const name = await read(chart, 'name');
        return { found: [name, chart.title.text], promised: ['check', 'Loss'] };
      },
    },
    {
      name: 'A chart has a series for each column of its source',
      members: ['Chart.series', 'ChartSeriesCollection.getItemAt()'],
      async check({ sheet, read }) {
        const { series } = points(sheet);
        const first = series.getItemAt(0).load('name');
        const names = (await read(series, 'items/name')) as string[];
        return { found: [names.length, first.name], promised: [1, 'loss'] };
      },
    },
    {
      name: 'A series can be added, with its values and what they stand over',
      members: ['ChartSeriesCollection.add()', 'ChartSeries.setValues()', 'ChartSeries.setXAxisValues()'],
      async check({ sheet, read }) {
        const { series } = points(sheet);
        const added = series.add('again');
        added.setValues(sheet.getRange('B2:B3'));
        added.setXAxisValues(sheet.getRange('A2:A3'));
        return { found: await read(series, 'items/name'), promised: ['loss', 'again'] };
      },
    },
    {
      name: 'Axes have titles',
      members: [
        'Chart.axes',
        'ChartAxes.categoryAxis',
        'ChartAxes.valueAxis',
        'ChartAxis.title',
        'ChartAxisTitle.text',
      ],
      async check({ sheet, read }) {
        const { categoryAxis, valueAxis } = points(sheet).axes;
        categoryAxis.title.text = 'step';
        valueAxis.title.text = 'batch loss';
        valueAxis.title.load('text');
        const text = await read(categoryAxis.title, 'text');
        return { found: [text, valueAxis.title.text], promised: ['step', 'batch loss'] };
      },
    },
    {
      name: 'A chart is put where cells are',
      members: ['Chart.setPosition()'],
      async check({ sheet, read }) {
        const chart = points(sheet);
        chart.setPosition('D5', 'H15');
        const cell = sheet.getRange('D5').load('left');
        const left = await read(chart, 'left');
        return near(left, cell.left, 1);
      },
    },
  ],
};
