import {
  columnIndex,
  columnName,
  formatAbsolute,
  formatRect,
  parseRect,
  quoteSheet,
  splitSheet,
} from '../../../src/workbook/addresses/a1';
import { Rect } from '../../../src/workbook/addresses/rect';

test.each([
  ['A1', new Rect(0, 0)],
  ['$B$3', new Rect(2, 1)],
  ['b2:a1', new Rect(0, 0, 2, 2)],
  ['XFD1048576', new Rect(1_048_575, 16_383)],
  ['C:D', new Rect(0, 2, 1_048_576, 2)],
  ['2:3', new Rect(1, 0, 2, 16_384)],
])('%s is read as an area', (text, expected) => {
  expect(parseRect(text)).toEqual(expected);
});

test.each(['', 'A0', 'XFE1', 'A1048577', 'conv1.filter1', 'A1:B', '1', 'Sheet1!A1'])(
  '"%s" is not an address',
  (text) => {
    expect(parseRect(text)).toBeNull();
  },
);

test('areas are written as Excel writes them', () => {
  expect(formatRect(new Rect(0, 0))).toBe('A1');
  expect(formatRect(new Rect(10, 29, 3, 3))).toBe('AD11:AF13');
  expect(formatRect(new Rect(0, 2, 1_048_576, 2))).toBe('C:D');
  expect(formatRect(new Rect(1, 0, 1, 16_384))).toBe('2:2');
  expect(formatAbsolute(new Rect(10, 29, 3, 3))).toBe('$AD$11:$AF$13');
  expect(formatAbsolute(new Rect(1, 0, 1, 16_384))).toBe('$2:$2');
});

test('columns have names of one to three letters', () => {
  for (const [index, name] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ] as const) {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  }
});

test('sheet names stand in quotes where they could be misread', () => {
  expect(quoteSheet('Sheet1')).toBe('Sheet1');
  expect(quoteSheet('Lesson 4')).toBe("'Lesson 4'");
  expect(quoteSheet("It's")).toBe("'It''s'");
  expect(quoteSheet('FC1')).toBe("'FC1'");
  expect(splitSheet("'It''s'!B2")).toEqual({ sheet: "It's", address: 'B2' });
  expect(splitSheet('Sheet1!B2')).toEqual({ sheet: 'Sheet1', address: 'B2' });
  expect(splitSheet('B2')).toEqual({ sheet: null, address: 'B2' });
});

test('areas have an intersection and a union', () => {
  const one = new Rect(0, 0, 4, 4);
  expect(one.intersection(new Rect(2, 3, 9, 9))).toEqual(new Rect(2, 3, 2, 1));
  expect(one.intersection(new Rect(4, 4))).toBeNull();
  expect(one.union(new Rect(6, 1))).toEqual(new Rect(0, 0, 7, 4));
});
