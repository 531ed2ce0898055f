import { cellColour, ownScale } from '../../../src/taskpane/explain/cellColours';

const sequential = { scale: 'sequential', low: 0, high: 4 } as const;
const diverging = { scale: 'diverging', low: -2, high: 4 } as const;
const LIGHT = 'rgb(252, 252, 255)';

test('as on the sheet: light at 0, red at the largest', () => {
  expect(cellColour(0, sequential)).toBe(LIGHT);
  expect(cellColour(4, sequential)).toBe('rgb(248, 105, 107)');
  expect(cellColour(2, sequential)).toBe('rgb(250, 179, 181)');
});

test('around 0: blue below, red above', () => {
  expect(cellColour(-2, diverging)).toBe('rgb(141, 180, 226)');
  expect(cellColour(0, diverging)).toBe(LIGHT);
  expect(cellColour(4, diverging)).toBe('rgb(248, 105, 107)');
});

test('a block of zeros, or of no number that is finite, is light', () => {
  expect(cellColour(0, { scale: 'sequential', low: 0, high: 0 })).toBe(LIGHT);
  expect(cellColour(NaN, diverging)).toBe(LIGHT);
});

test('numbers that stand on no sheet go as far as they go', () => {
  const rows = [[{ value: -3 }, { value: 1 }, { value: Infinity }]];
  expect(ownScale({ title: '', rows })).toEqual({ scale: 'diverging', low: -3, high: 1 });
});
