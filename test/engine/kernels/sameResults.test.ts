import { runs } from '../../support/runs';
import fc from 'fast-check';
import type { Kernels } from '../../../src/engine/kernels';
import { inferShapes } from '../../../src/engine/shapes';
import type { Activation, LayerSpec, NetworkSpec, Padding, Stride } from '../../../src/engine/spec';
import { anyNetwork as anySmallNetwork } from '../support/arbitraries';
import { allKinds, difference, pass, results, termsOfResults, twins } from './support';

let kinds: Kernels[];

beforeAll(async () => {
  kinds = await allKinds();
});

const activation = fc.constantFrom<Activation>('relu', 'relu', 'none', 'tanh');
const kernel = fc.oneof(
  fc.constant<[number, number]>([3, 3]),
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
);

/** Convolutions of any number of channels, often with a 2×2 pool behind them, on maps that the kernels sweep. */
const anyLayer: fc.Arbitrary<LayerSpec> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('conv2d' as const),
      name: fc.constant(''),
      filters: fc.integer({ min: 1, max: 11 }),
      kernel,
      padding: fc.constantFrom<Padding[]>('valid', 'same', 'same', 1, 2),
      stride: fc.constantFrom<Stride[]>(1, 1, 1, 2, [2, 1], [1, 2]),
      dilation: fc.constantFrom(1, 1, 1, 2),
      activation,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('depthwiseConv2d' as const),
      name: fc.constant(''),
      kernel,
      padding: fc.constantFrom<Padding[]>('valid', 'same'),
      activation,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.constant({ type: 'maxPool2d' as const, name: '', size: [2, 2] as [number, number] }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('batchNorm' as const), name: fc.constant(''), activation }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'dropout' as const, name: '', rate: 0.5 }) },
);

const anyNetwork: fc.Arbitrary<NetworkSpec> = fc
  .record({
    channels: fc.integer({ min: 1, max: 9 }),
    height: fc.integer({ min: 5, max: 24 }),
    width: fc.integer({ min: 5, max: 24 }),
    layers: fc.array(anyLayer, { minLength: 1, maxLength: 6 }),
    hidden: fc.option(fc.integer({ min: 1, max: 13 })),
    units: fc.integer({ min: 2, max: 11 }),
  })
  .map(({ layers, hidden, units, ...input }): NetworkSpec => {
    const all: LayerSpec[] = layers.map((layer, index) => ({ ...layer, name: `layer${index}` }));
    all.push({ type: 'flatten', name: 'flatten' });
    if (hidden) all.push({ type: 'dense', name: 'hidden', units: hidden, activation: 'relu' });
    all.push({ type: 'dense', name: 'dense', units });
    return { input, layers: all, loss: 'softmaxCrossEntropy' };
  })
  .filter(isPossible);

function isPossible(spec: NetworkSpec): boolean {
  try {
    return inferShapes(spec).every(({ output }) => output.height * output.width * output.channels < 4000);
  } catch {
    return false;
  }
}

/** One of its gradients, layer1.bias, is a sum whose terms are large and cancel. */
const CANCELLING: NetworkSpec = {
  input: { channels: 1, height: 8, width: 13 },
  layers: [
    { type: 'batchNorm', name: 'layer0', activation: 'relu' },
    { type: 'conv2d', name: 'layer1', filters: 9, kernel: [3, 3], padding: 2, activation: 'relu' },
    { type: 'batchNorm', name: 'layer2', activation: 'relu' },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 5 },
  ],
  loss: 'softmaxCrossEntropy',
};

const RUNS = runs(10, 100);

test('any network computes the same with kernels and without', () => {
  let swept = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 4, arbitrary: anyNetwork }, { weight: 1, arbitrary: anySmallNetwork }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 2 ** 30 }),
      (spec, batch, training, seed) => {
        for (const kernels of kinds) {
          const { plain, fast } = twins(spec, batch, kernels, seed);
          plain.training = fast.training = training;
          swept += Number(plain.input.buffer !== fast.input.buffer && fast.input.byteOffset > 0);
          // Twice: nothing of the first pass is left in the second.
          for (let round = 0; round < 2; round++) {
            expect(Math.abs(pass(plain) - pass(fast))).toBeLessThan(1e-11);
            const found = results(fast);
            const terms = termsOfResults(plain);
            for (const [name, expected] of results(plain)) {
              const differs = difference(expected, found.get(name)!, terms.get(name));
              if (!(differs <= 1e-12)) throw new Error(`${kernels.kind}: ${name} differs by ${differs}`);
            }
          }
        }
      },
    ),
    { numRuns: RUNS, examples: [[CANCELLING, 2, true, 1073741814]] },
  );
  // About 13 of 15 networks are swept, by three kinds of kernels each: that of 50 fewer than 12 are has a chance below 1e-20.
  expect(swept).toBeGreaterThan((2 / 3) * RUNS);
});

test('large rounds make the same bits as small ones', () => {
  const [simd, large] = kinds;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 4, arbitrary: anyNetwork }, { weight: 1, arbitrary: anySmallNetwork }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 2 ** 30 }),
      (spec, batch, seed) => {
        const [small, other] = [simd, large].map((kernels) => twins(spec, batch, kernels, seed).fast);
        expect(pass(small)).toBe(pass(other));
        expect(results(other)).toEqual(results(small));
      },
    ),
    { numRuns: runs(5, 20) },
  );
});
