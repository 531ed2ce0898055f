import { rAdam, rectificationOf } from '../../../src/engine/optimisers/rAdam';

const options = {
  learningRate: 0.5,
  momentum: NaN,
  beta1: 0.5,
  beta2: 0.875,
  decay: NaN,
  epsilon: 0,
  weightDecay: 0,
};

test('with β₂ = 0.999 the second moment counts from the sixth step on', () => {
  const steps = [1, 2, 3, 4, 5, 6, 7];
  expect(steps.filter((t) => rectificationOf(0.999, t) !== undefined)).toEqual([6, 7]);
});

test('the rectification grows from nearly 0 to 1', () => {
  // ρ∞ = 2 / ⅛ − 1 = 15. At t = 100 hardly anything is left of 2·t·β₂^t, so ρ = ρ∞ and r = 1.
  expect(rectificationOf(0.875, 100)).toBeCloseTo(1, 3);
  // β₂^8 = 0.34361, ρ = 15 − 16·0.34361 / 0.65639 = 6.6242,
  // r = √(2.6242·4.6242·15 / (11·13·6.6242)) = √0.19216 = 0.43836
  expect(rectificationOf(0.875, 8)).toBeCloseTo(0.43836, 4);
});

test('the first steps are those of momentum without a start at 0, and later ones those of Adam, rectified', () => {
  const weights = Float64Array.of(10);
  const memory = { velocities: new Float64Array(1), secondMoments: new Float64Array(1) };
  const step = (gradient: number, t: number) => {
    rAdam.step(weights, Float64Array.of(gradient), memory, options, t);
    return weights[0];
  };
  // m̂ = 4 / 1, 10 − ½·4 = 8
  expect(step(4, 1)).toBe(8);
  // m = ½·2 + ½·1 = 1.5, m̂ = 1.5 / ¾ = 2, 8 − ½·2 = 7
  expect(step(1, 2)).toBe(7);
  // With gradients of 2 for long, m̂ = 2 and √ŝ = 2, so that Adam's step is ½·1, and the rectification 1.
  for (let t = 3; t < 400; t++) step(2, t);
  const before = weights[0];
  expect(before - step(2, 400)).toBeCloseTo(0.5, 12);
});
