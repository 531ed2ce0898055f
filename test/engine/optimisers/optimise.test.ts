import { optimise, type OptimiserOptions, type Trained } from '../../../src/engine/optimisers';

const options: OptimiserOptions = {
  learningRate: 1,
  momentum: 0,
  beta1: 0.9,
  beta2: 0.999,
  decay: 0.9,
  epsilon: 1e-8,
  weightDecay: 0,
};

const named = (arrays: Record<string, number[]>) =>
  new Map(Object.entries(arrays).map(([name, values]) => [name, Float64Array.from(values)]));

/** Two parameters with their gradients and memory. */
function trained(more: Partial<Trained> = {}): Trained {
  return {
    parameters: named({ a: [1, 1], b: [5] }),
    gradients: named({ b: [2], a: [1, -1] }),
    velocities: named({ b: [0], a: [0, 0] }),
    secondMoments: named({ b: [0], a: [0, 0] }),
    ...more,
  };
}

test('steps every parameter, by name and not by order', () => {
  const all = trained();
  optimise('Momentum', all, options, 1);
  expect(all.parameters).toEqual(named({ a: [0, 2], b: [3] }));
  expect(all.velocities).toEqual(named({ b: [2], a: [1, -1] }));
});

test('what an optimiser does not remember may be missing', () => {
  const all = trained({ velocities: new Map(), secondMoments: new Map() });
  optimise('SGD', all, options, 1);
  expect(all.parameters).toEqual(named({ a: [0, 2], b: [3] }));
});

test.each<[string, Partial<Trained>, string]>([
  [
    'gradients',
    { gradients: named({ a: [1, 1] }) },
    "There is no gradient of parameter 'b'; expected one of 1 numbers.",
  ],
  [
    'gradients',
    { gradients: named({ a: [1, 1], b: [1, 2] }) },
    "The gradient of parameter 'b' has 2 numbers; expected 1.",
  ],
  ['velocities', { velocities: named({ a: [0, 0] }) }, "There is no velocity of parameter 'b'"],
  [
    'secondMoments',
    { secondMoments: named({ a: [0, 0], b: [] }) },
    "The second moment of parameter 'b' has 0 numbers; expected 1.",
  ],
])('says which of the %s is missing or of the wrong length, and changes nothing', (_what, more, message) => {
  const all = trained(more);
  expect(() => optimise('Adam', all, options, 1)).toThrow(message);
  expect(all.parameters).toEqual(named({ a: [1, 1], b: [5] }));
});

test.each([0, 1.5, NaN])('steps are counted from 1: %p', (t) => {
  const all = trained();
  expect(() => optimise('Adam', all, options, t)).toThrow(
    `The step is number ${t}; expected a whole number, 1 or more.`,
  );
  expect(all.parameters).toEqual(named({ a: [1, 1], b: [5] }));
});
