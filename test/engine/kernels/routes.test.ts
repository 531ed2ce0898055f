import { compile } from '../../../src/engine/network';
import type { LayerSpec, NetworkSpec } from '../../../src/engine/spec';
import { allKinds, copy, pass, results, twins } from './support';

const pool: LayerSpec = { type: 'maxPool2d', name: 'pool', size: [2, 2] };

function network(channels: number, filters: number, ...after: LayerSpec[]): NetworkSpec {
  return {
    input: { channels, height: 12, width: 13 },
    layers: [
      { type: 'conv2d', name: 'conv', filters, kernel: [3, 3], padding: 'same', activation: 'relu' },
      ...after,
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 3 },
    ],
    loss: 'softmaxCrossEntropy',
  };
}

/** Learning layers before the convolution, so that its input's gradient is wanted. */
function deeper(channels: number, filters: number): NetworkSpec {
  const spec = network(1, filters, pool);
  const first: LayerSpec = { type: 'conv2d', name: 'first', filters: channels, kernel: [1, 1] };
  return { ...spec, layers: [first, ...spec.layers] };
}

test.each([
  ['one channel', network(1, 5, pool)],
  ['two channels', deeper(2, 3)],
  ['nine channels', deeper(9, 5)],
])('of equals in a pool the first wins, as without kernels: %s', async (_name, spec) => {
  for (const kernels of await allKinds()) {
    const { plain, fast } = twins(spec, 2, kernels, 5);
    // Whole numbers: all sums are exact, and most windows have several numbers that are largest.
    for (const values of plain.parameters.values())
      for (let i = 0; i < values.length; i++) values[i] = Math.round(values[i] * 2);
    for (let i = 0; i < plain.input.length; i++) plain.input[i] = Math.round(plain.input[i]);
    copy(plain, fast);
    pass(plain);
    pass(fast);
    const conv = plain.activations.get('conv')!;
    expect(new Set(conv).size).toBeLessThan(conv.length / 4);
    const found = results(fast);
    for (const [name, expected] of results(plain)) {
      // But for the softmax, all is exact; its rounding is carried on by the gradients.
      for (let i = 0; i < expected.length; i++)
        expect([name, i, found.get(name)![i]]).toEqual([name, i, expect.closeTo(expected[i], 12)]);
    }
  }
});

describe('numbers that are not finite', () => {
  test.each([
    ['a pool', network(1, 5, pool)],
    ['no pool', network(1, 5)],
    ['no pool and three filters', network(3, 3)],
    ['a pool of one filter', network(2, 1, pool)],
  ])('are not swallowed by a ReLU before %s', async (_name, spec) => {
    for (const kernels of await allKinds()) {
      for (const wrong of [NaN, Infinity, -Infinity]) {
        const { plain, fast } = twins(spec, 2, kernels, 7);
        plain.input[40] = wrong;
        copy(plain, fast);
        expect(fast.forward()).toBe(plain.forward());
        expect(Number.isFinite(fast.losses[0])).toBe(false);
        expect(fast.losses[1]).toBeCloseTo(plain.losses[1], 12);
        fast.reveal();
        const [found, expected] = [fast.activations.get('conv')!, plain.activations.get('conv')!];
        expect([...found].map(Number.isNaN)).toEqual([...expected].map(Number.isNaN));
      }
    }
  });

  test('that arise in a convolution reach the loss', async () => {
    for (const kernels of await allKinds()) {
      const { plain, fast } = twins(network(2, 4, pool), 1, kernels, 9);
      plain.input.fill(1e200);
      plain.parameters.get('conv.filters')!.forEach((_, i, all) => (all[i] = i % 2 ? 1e200 : -1e200));
      copy(plain, fast);
      expect(plain.forward()).toBeNaN();
      expect(fast.forward()).toBeNaN();
    }
  });

  test('are gone with the next image', async () => {
    for (const kernels of await allKinds()) {
      const { plain, fast } = twins(network(1, 4, pool), 1, kernels, 11);
      const image = plain.input.slice();
      fast.input.fill(NaN);
      pass(fast);
      fast.input.set(image);
      expect(pass(fast)).toBeCloseTo(pass(plain), 12);
      expect(fast.gradients.get('conv.filters')!.every(Number.isFinite)).toBe(true);
    }
  });
});

test('a network without a layer for the kernels is a plain one', async () => {
  const [kernels] = await allKinds();
  const spec: NetworkSpec = {
    input: { channels: 1, height: 4, width: 4 },
    layers: [
      { type: 'globalAveragePool', name: 'mean' },
      { type: 'dense', name: 'dense', units: 2 },
    ],
    loss: 'softmaxCrossEntropy',
  };
  expect(compile(spec, 1, undefined, kernels).input.byteOffset).toBe(0);
});
