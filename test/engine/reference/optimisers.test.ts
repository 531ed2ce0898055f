import {
  optimise,
  optimisers,
  type OptimiserName,
  type OptimiserOptions,
} from '../../../src/engine/optimisers';
import { expectClose } from '../support/close';
import { reference } from '../support/reference';

interface Case {
  optimiser: OptimiserName;
  /** What the optimiser looks at. */
  options: Partial<OptimiserOptions>;
  /** Of the third step. */
  lastLearningRate: number;
  start: number[];
  gradients: number[][];
  /** After each step. */
  weights: number[][];
}

const cases = reference('optimisers') as Case[];

/** NaN for what an optimiser must not look at. */
const unused: OptimiserOptions = {
  learningRate: NaN,
  momentum: NaN,
  beta1: NaN,
  beta2: NaN,
  decay: NaN,
  epsilon: NaN,
  weightDecay: NaN,
};

test.each(cases.map((each) => [each.optimiser, each.options.weightDecay, each] as const))(
  '%s with weight decay %p as in PyTorch, step by step',
  (name, _decay, c) => {
    const named = (values: number[]) => new Map([['w', Float64Array.from(values)]]);
    const zeros = c.start.map(() => 0);
    const trained = {
      parameters: named(c.start),
      gradients: named(zeros),
      velocities: named(zeros),
      secondMoments: named(zeros),
    };
    c.gradients.forEach((gradient, i) => {
      trained.gradients.get('w')!.set(gradient);
      const learningRate = i === 2 ? c.lastLearningRate : c.options.learningRate!;
      optimise(name, trained, { ...unused, ...c.options, learningRate }, i + 1);
      expectClose(trained.parameters.get('w')!, c.weights[i]);
    });
    expect([...optimisers[name].uses].sort()).toEqual(Object.keys(c.options).sort());
    for (const each of ['velocities', 'secondMoments'] as const) {
      const isKept = trained[each].get('w')!.some((value) => value !== 0);
      expect(isKept).toBe(optimisers[name].memory.includes(each));
    }
  },
);

test('every optimiser has been compared', () => {
  expect(new Set(cases.map(({ optimiser }) => optimiser))).toEqual(new Set(Object.keys(optimisers)));
});
