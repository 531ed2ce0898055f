import fc from 'fast-check';
import { inked } from '../../../src/taskpane/images/pen';

const PAPER = { height: 28, width: 28 };
const blank = () => new Float64Array(28 * 28);
const at = (pixels: Float64Array, row: number, column: number) => pixels[row * 28 + column];

test('a dot in the middle of a pixel inks it fully, and its neighbours alike', () => {
  const point = { x: 10.5, y: 5.5 };
  const pixels = inked(blank(), PAPER, point, point);
  expect(at(pixels, 5, 10)).toBe(1);
  // The pen's radius is 0.5 + 28 / 50 = 1.06, and ink fades over the half pixel on either side: 1.56 − 1.
  for (const [row, column] of [
    [4, 10],
    [6, 10],
    [5, 9],
    [5, 11],
  ]) {
    expect(at(pixels, row, column)).toBeCloseTo(0.56);
  }
  expect(at(pixels, 5, 12)).toBe(0);
});

test('a stroke inks every pixel on its way, and none beyond its ends', () => {
  const pixels = inked(blank(), PAPER, { x: 3.5, y: 8.5 }, { x: 20.5, y: 8.5 });
  for (let column = 3; column <= 20; column++) expect(at(pixels, 8, column)).toBe(1);
  expect(at(pixels, 8, 1)).toBe(0);
  expect(at(pixels, 8, 22)).toBe(0);
});

test('the paper given is left as it is', () => {
  const paper = blank();
  inked(paper, PAPER, { x: 1, y: 1 }, { x: 9, y: 9 });
  expect(paper).toEqual(blank());
});

test('a stroke beyond the edge inks what of it lies on the paper', () => {
  const pixels = inked(blank(), PAPER, { x: -10, y: 0.5 }, { x: 2.5, y: 0.5 });
  expect(at(pixels, 0, 0)).toBe(1);
  expect(at(pixels, 27, 27)).toBe(0);
});

test('ink stays within 0 to 1 and is never taken away, on paper of any size', () => {
  const coordinate = fc.double({ min: -5, max: 40, noNaN: true });
  const point = fc.record({ x: coordinate, y: coordinate });
  const side = fc.integer({ min: 1, max: 32 });
  fc.assert(
    fc.property(side, side, point, point, point, (height, width, a, b, c) => {
      const once = inked(new Float64Array(height * width), { height, width }, a, b);
      const twice = inked(once, { height, width }, b, c);
      expect(twice.every((ink, index) => ink >= once[index] && ink >= 0 && ink <= 1)).toBe(true);
    }),
  );
});
