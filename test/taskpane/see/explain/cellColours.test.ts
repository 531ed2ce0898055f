import { cellColour, ownScale } from '../../../../src/taskpane/see/explain/cellColours';

const sequential = { scale: 'sequential', low: 1, high: 3 } as const;
const diverging = { scale: 'diverging', low: -2, high: 4 } as const;
const LIGHT = 'rgb(252, 252, 255)';

test('as on the sheet: light at the smallest number, red at the largest', () => {
  expect(cellColour(1, sequential)).toBe(LIGHT);
  expect(cellColour(3, sequential)).toBe('rgb(248, 105, 107)');
  expect(cellColour(2, sequential)).toBe('rgb(250, 179, 181)');
});

test('around 0: blue below, red above', () => {
  expect(cellColour(-2, diverging)).toBe('rgb(141, 180, 226)');
  expect(cellColour(0, diverging)).toBe(LIGHT);
  expect(cellColour(4, diverging)).toBe('rgb(248, 105, 107)');
});

test('a block of equal numbers, or of none that are finite, is light', () => {
  expect(cellColour(1, { scale: 'sequential', low: 1, high: 1 })).toBe(LIGHT);
  expect(cellColour(NaN, diverging)).toBe(LIGHT);
});

test('numbers that stand on no sheet go as far as they go', () => {
  const rows = [[{ value: -3 }, { value: 1 }, { value: Infinity }]];
  expect(ownScale({ title: '', rows })).toEqual({ scale: 'diverging', low: -3, high: 1 });
});
