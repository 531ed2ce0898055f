import { chartData } from '../../src/workbook/objects/chartData';

test('words above name the series, words beside name the points', () => {
  const cells = [
    ['', 'loss', 'accuracy'],
    ['one', 0.7, 0.5],
    ['two', 0.6, ''],
  ];
  expect(chartData(cells, 'Auto')).toEqual({
    labels: ['one', 'two'],
    series: [
      { name: 'loss', values: [0.7, 0.6] },
      { name: 'accuracy', values: [0.5, null] },
    ],
  });
});

test('numbers alone are one series for each column, or for each row if it is wider than high', () => {
  expect(chartData([[1], [2], [3]], 'Auto').series).toEqual([{ name: 'Series1', values: [1, 2, 3] }]);
  expect(chartData([[1, 2, 3]], 'Auto').series).toEqual([{ name: 'Series1', values: [1, 2, 3] }]);
  expect(chartData([[1, 2, 3]], 'Columns').series).toHaveLength(3);
});
