import { formatRect } from '../../../../src/workbook/addresses/a1';
import { Rect } from '../../../../src/workbook/addresses/rect';
import { type SeriesAreas, seriesAreas } from '../../../../src/workbook/objects/charts/seriesAreas';
import { downsampled } from '../../../../src/workbook/page/drawings/downsample';

const addresses = ({ name, values, labels }: SeriesAreas) =>
  [name, values, labels].map((each) => each && formatRect(each));

test('words above name the series, words beside name the points', () => {
  const cells = [
    ['', 'loss', 'accuracy'],
    ['one', 0.7, 0.5],
    ['two', 0.6, ''],
  ];
  expect(seriesAreas(new Rect(0, 0, 3, 3), cells, 'Auto').map(addresses)).toEqual([
    ['B1', 'B2:B3', 'A2:A3'],
    ['C1', 'C2:C3', 'A2:A3'],
  ]);
  expect(seriesAreas(new Rect(0, 0, 3, 3), cells, 'Rows').map(addresses)).toEqual([
    ['A2', 'B2:C2', 'B1:C1'],
    ['A3', 'B3:C3', 'B1:C1'],
  ]);
});

test('numbers alone are one series for each column, or for each row if it is wider than high', () => {
  const column = seriesAreas(new Rect(4, 1, 3, 1), [[1], [2], [3]], 'Auto');
  expect(column.map(addresses)).toEqual([[null, 'B5:B7', null]]);
  const row = seriesAreas(new Rect(4, 1, 1, 3), [[1, 2, 3]], 'Auto');
  expect(row.map(addresses)).toEqual([[null, 'B5:D5', null]]);
  expect(seriesAreas(new Rect(4, 1, 1, 3), [[1, 2, 3]], 'Columns')).toHaveLength(3);
});

test('a long line is downsampled to its lows and highs; a short one is left alone', () => {
  const values = Array.from({ length: 10_000 }, (_, i) => (i === 5003 ? 99 : i % 10));
  const data = { labels: values.map((_, i) => String(i)), series: [{ name: 'loss', values }] };
  const drawn = downsampled(data);
  expect(drawn.labels).toHaveLength(2000);
  expect(drawn.series[0].values).toHaveLength(2000);
  expect(drawn.series[0].values.slice(0, 4)).toEqual([0, 9, 0, 9]);
  expect(drawn.series[0].values).toContain(99);
  const short = { labels: ['1'], series: [{ name: 'loss', values: [1] }] };
  expect(downsampled(short)).toBe(short);
});
