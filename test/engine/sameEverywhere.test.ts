import fc from 'fast-check';
import { Random } from '../../src/engine/random';
import { cosineOfTurns, logarithm } from '../../src/engine/sameEverywhere';

const turns = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 64 }).map((part) => part / 64),
);

test('the cosine of turns is that of the angle', () => {
  fc.assert(
    fc.property(turns, (part) => {
      // The angle that Math.cos is given is itself rounded.
      expect(Math.abs(cosineOfTurns(part) - Math.cos(2 * Math.PI * part))).toBeLessThan(1e-15);
    }),
    { numRuns: 5000 },
  );
});

test('quarters of a turn are exact, where Math.cos leaves 6e-17', () => {
  expect([0, 1 / 4, 1 / 2, 3 / 4, 1].map(cosineOfTurns).map((cosine) => cosine + 0)).toEqual([
    1, 0, -1, 0, 1,
  ]);
  expect(Math.abs(cosineOfTurns(1 / 8) - Math.SQRT1_2)).toBeLessThan(2e-16);
  expect(Math.abs(cosineOfTurns(1 / 6) - 0.5)).toBeLessThan(2e-16);
});

test('the logarithm is that of Math.log, up to its rounding', () => {
  const number = fc.double({ min: 2 ** -53, max: 1, noNaN: true });
  fc.assert(
    fc.property(number, (x) => {
      expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(7e-16 * Math.abs(Math.log(x)));
    }),
    { numRuns: 5000 },
  );
  expect([1, 0.5, 2 ** -53].map(logarithm)).toEqual([0, -Math.LN2, -53 * Math.LN2]);
});

test('normal numbers are the same on every machine', () => {
  const random = new Random(7);
  // In a browser: test/browser/workbook/firstDocument.long.test.ts.
  expect([random.normal(), random.normal(), random.normal()]).toEqual([
    -0.3750344261683777, 0.5445245945111051, -0.19433630942809746,
  ]);
});
