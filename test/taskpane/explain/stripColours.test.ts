import { stripColours } from '../../../src/taskpane/explain/stripColours';

test('a pixel for each number, from light to red', () => {
  const pixels = stripColours([0, 2, 1]);
  expect(pixels).toHaveLength(12);
  expect([...pixels.subarray(0, 4)]).toEqual([252, 252, 255, 255]);
  expect([...pixels.subarray(4, 8)]).toEqual([248, 105, 107, 255]);
});

test('a long row is thinned, so that every browser can draw it', () => {
  expect(stripColours(new Array<number>(100_000).fill(1)).length / 4).toBeLessThanOrEqual(4096);
});
