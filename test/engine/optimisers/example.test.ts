import { optimisers, type OptimiserName } from '../../../src/engine/optimisers';
import { expectClose } from '../support/close';

const options = {
  learningRate: 0.5,
  momentum: 0.5,
  beta1: 0.5,
  beta2: 0.75,
  decay: 0.75,
  epsilon: 0,
  weightDecay: 0,
};

/** The weight 10 after steps with gradients 4, 2. */
function twoSteps(name: OptimiserName, more: Partial<typeof options> = {}): number[] {
  const weights = Float64Array.of(10);
  const memory = { velocities: new Float64Array(1), secondMoments: new Float64Array(1) };
  return [4, 2].map((gradient, i) => {
    optimisers[name].step(weights, Float64Array.of(gradient), memory, { ...options, ...more }, i + 1);
    return weights[0];
  });
}

test('SGD', () => {
  // 10 − ½·4 = 8, 8 − ½·2 = 7
  expect(twoSteps('SGD')).toEqual([8, 7]);
});

test('momentum', () => {
  // v = 4, 10 − ½·4 = 8; v = ½·4 + 2 = 4, 8 − ½·4 = 6
  expect(twoSteps('Momentum')).toEqual([8, 6]);
});

test('Nesterov', () => {
  // v = 4, 10 − ½·(4 + ½·4) = 7; v = ½·4 + 2 = 4, 7 − ½·(2 + ½·4) = 5
  expect(twoSteps('Nesterov')).toEqual([7, 5]);
});

test('Adagrad', () => {
  // s = 16, 10 − ½·4/4 = 9.5; s = 16 + 4 = 20, 9.5 − ½·2/√20
  expectClose(twoSteps('Adagrad'), [9.5, 9.5 - 1 / Math.sqrt(20)]);
});

test('RMSProp', () => {
  // s = ¼·16 = 4, 10 − ½·4/2 = 9; s = ¾·4 + ¼·4 = 4, 9 − ½·2/2 = 8.5
  expectClose(twoSteps('RMSProp'), [9, 8.5]);
});

test('Adam', () => {
  // m = ½·4 = 2, of bias 1 − ½: 4;  s = ¼·16 = 4, of bias 1 − ¾: 16;  10 − ½·4/4 = 9.5
  // m = ½·2 + ½·2 = 2, of bias ¾: 8/3;  s = ¾·4 + ¼·4 = 4, of bias 7/16: 64/7;  9.5 − ½·(8/3)/√(64/7) = 9.5 − √7/6
  expectClose(twoSteps('Adam'), [9.5, 9.5 - Math.sqrt(7) / 6]);
});

test('AdamW takes its share of the weight away first, and its gradient is none the larger', () => {
  // 10·(1 − ½·0.2) = 9, then as Adam: 9 − ½ = 8.5; 8.5·0.9 − √7/6
  expectClose(twoSteps('AdamW', { weightDecay: 0.2 }), [8.5, 7.65 - Math.sqrt(7) / 6]);
});

test('weight decay adds to the gradient for the others', () => {
  // g = 4 + 0.2·10 = 6, 10 − ½·6 = 7; g = 2 + 0.2·7 = 3.4, 7 − ½·3.4 = 5.3
  expectClose(twoSteps('SGD', { weightDecay: 0.2 }), [7, 5.3]);
});
