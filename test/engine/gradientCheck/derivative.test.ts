import { derivativeOf, oneSided, type PiecewiseFunction } from '../../../src/engine/gradientCheck/derivative';

const smooth = (at: (x: number) => number, x: number): PiecewiseFunction => ({
  x,
  value: at(x),
  at,
  isOnSameBranch: () => true,
});

test.each([
  ['sin at 1', Math.sin, 1, Math.cos(1)],
  ['exp at 0', Math.exp, 0, 1],
  ['exp at 3', Math.exp, 3, Math.exp(3)],
  ['x⁵ at 2', (x: number) => x ** 5, 2, 80],
  ['a thousand times steeper: tanh(1000x) at 0', (x: number) => Math.tanh(1000 * x), 0, 1000],
  ['a number far from 0: x² at 1e6', (x: number) => x * x, 1e6, 2e6],
])('%s, to ten digits', (_name, f, x, expected) => {
  const { value, error } = derivativeOf(smooth(f, x))!;
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-10);
  expect(Math.abs(value - expected)).toBeLessThan(4 * error);
});

test('what rounding hides it knows not to know', () => {
  // 1e8 has a last bit of 1.5e−8, so differences over 2⁻⁵ tell no more than about 1e−6.
  const { value, error } = derivativeOf(smooth((x) => 1e8 + x * x, 0.25))!;
  expect(Math.abs(value - 0.5)).toBeLessThan(4 * error);
  expect(error).toBeGreaterThan(1e-7);
});

test('where no step fits between two branches there is no derivative, but one on each side', () => {
  let last = 0;
  const bent: PiecewiseFunction = {
    x: 0.5,
    value: 0,
    at: (x) => Math.abs((last = x) - 0.5),
    isOnSameBranch: () => last > 0.5,
  };
  expect(derivativeOf(bent)).toBeUndefined();
  const { left, right } = oneSided(bent);
  expect(left).toBeCloseTo(-1, 8);
  expect(right).toBeCloseTo(1, 8);
});

test('the step that was narrow enough is told', () => {
  let last = 0;
  const near: PiecewiseFunction = {
    x: 0,
    value: 0,
    at: (x) => Math.max(0, (last = x) - 1e-3),
    isOnSameBranch: () => last < 1e-3,
  };
  // 2⁻⁵, 2⁻⁷, 2⁻⁹ go over the kink at 0.001; 2⁻¹¹ does not.
  expect(derivativeOf(near)).toMatchObject({ value: 0, step: 2 ** -11 });
});
