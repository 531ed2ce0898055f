import { fromRows, toRows, valueCount, type Block } from '../../../src/notebook/sheet/block';

const spread: Block = {
  name: 'pool.map1',
  title: 'pool, map 1',
  role: 'map',
  rect: { row: 3, column: 5, rows: 3, columns: 5 },
  jump: 2,
  source: { kind: 'activation', tensor: 'pool', offset: 0 },
  reads: [],
};

test('a spread block leaves the cells between its values alone', () => {
  expect(toRows(spread, Float64Array.of(1, 2, 3, 4, 5, 6))).toEqual([
    [1, null, 2, null, 3],
    [null, null, null, null, null],
    [4, null, 5, null, 6],
  ]);
});

test('and reads back only its values', () => {
  const rows = [
    [1, '', 2, '', 3],
    ['', 'a note', '', '', ''],
    [4, '', 5, '', 6],
  ];
  expect(fromRows(spread, rows)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(valueCount(spread)).toBe(6);
});
