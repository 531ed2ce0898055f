import fc from 'fast-check';
import { GradientCheck, type CheckedGradient } from '../../../src/engine/gradientCheck';
import type { Network } from '../../../src/engine/network';
import type { NetworkSpec } from '../../../src/engine/spec';
import { anyBatch, anyNetwork, anySeed } from '../support/arbitraries';
import { named, randomNetwork } from '../support/network';

/** Some numbers of each parameter, and some pixels. */
const SOME = 4;

function eachOf(network: Network, visit: (tensor: string, index: number, analytic: number) => void): void {
  for (const [name, values] of network.parameters) {
    const gradient = named(network.gradients, name);
    for (let i = 0; i < Math.min(SOME, values.length); i++) visit(name, i, gradient[i]);
  }
  const pixels = named(network.activationGradients, 'input');
  for (let i = 0; i < Math.min(SOME, pixels.length); i++) visit('input', i, pixels[i]);
}

/** Any network in either mode, after both passes, and what checks its gradients. */
const anyChecked = fc
  .tuple(anyNetwork, anyBatch, anySeed, fc.boolean())
  .map(([spec, batch, seed, training]) => ({ spec, batch, seed, training }));

function checkedOf({
  spec,
  batch,
  seed,
  training,
}: {
  spec: NetworkSpec;
  batch: number;
  seed: number;
  training: boolean;
}) {
  const network = randomNetwork(spec, batch, seed);
  network.training = training;
  network.forward();
  network.backward();
  return { network, check: new GradientCheck(network) };
}

/** Every number of a network, in either mode, and what the check says of it. */
function checkAll(visit: (check: GradientCheck, tensor: string, index: number, analytic: number) => void) {
  fc.assert(
    fc.property(anyChecked, (each) => {
      const { network, check } = checkedOf(each);
      eachOf(network, (tensor, index, analytic) => visit(check, tensor, index, analytic));
    }),
    { numRuns: 300 },
  );
}

test('of any network every gradient agrees, or stands on a kink', () => {
  checkAll((check, tensor, index, analytic) => {
    const found = check.check(tensor, index, analytic);
    expect({ tensor, index, ...found }).not.toMatchObject({ verdict: 'differs' });
  });
});

test('nearly all gradients agree in six digits or are next to nothing, and hardly one stands on a kink', () => {
  const found: CheckedGradient[] = [];
  // Always the same networks: these are shares, and a share is off by chance now and then.
  for (const each of fc.sample(anyChecked, { numRuns: 300, seed: 1 })) {
    const { network, check } = checkedOf(each);
    eachOf(network, (tensor, index, analytic) => found.push(check.check(tensor, index, analytic)));
  }
  const counted = (matters: (each: CheckedGradient) => boolean) =>
    found.filter(matters).length / found.length;
  expect(counted(({ verdict }) => verdict === 'differs')).toBe(0);
  expect(counted(({ verdict }) => verdict === 'kink')).toBeLessThan(0.01);
  // The others are next to nothing, and their digits are rounding.
  expect(counted(({ digits, analytic }) => digits >= 6 || Math.abs(analytic) < 1e-7)).toBeGreaterThan(0.99);
});

test('of any network every gradient that is off by a millionth is found out', () => {
  checkAll((check, tensor, index, analytic) => {
    const off = 1e-6 + 1e-5 * Math.abs(analytic);
    expect(check.check(tensor, index, analytic + off).verdict).toBe('differs');
    expect(check.check(tensor, index, -analytic - off).verdict).toBe('differs');
  });
});

test('a gradient that is not a number does not agree', () => {
  checkAll((check, tensor, index) => {
    expect(check.check(tensor, index, NaN).verdict).toBe('differs');
  });
});

test('the network stays as it is', () => {
  fc.assert(
    fc.property(anyNetwork, anyBatch, anySeed, (spec, batch, seed) => {
      const network = randomNetwork(spec, batch, seed);
      network.forward();
      network.backward();
      const before = everything(network);
      const check = new GradientCheck(network);
      eachOf(network, (tensor, index, analytic) => void check.check(tensor, index, analytic));
      expect(everything(network)).toEqual(before);
    }),
    { numRuns: 50 },
  );
});

function everything(network: Network): number[][] {
  const { input, target, losses, training } = network;
  const maps = [
    network.parameters,
    network.gradients,
    network.state,
    network.auxiliary,
    network.activations,
    network.activationGradients,
  ];
  return [input, target, losses, ...maps.flatMap((each) => [...each.values()]), [Number(training)]].map(
    (values) => [...values],
  );
}

test('each number stands where it stood after its check, so that the order does not matter', () => {
  const spec = {
    input: { channels: 1, height: 3, width: 3 },
    layers: [
      { type: 'flatten', name: 'flat' },
      { type: 'dense', name: 'dense', units: 2, activation: 'tanh' },
    ],
    loss: 'squaredError',
  } as const;
  const network = randomNetwork({ ...spec, layers: [...spec.layers] }, 2, 5);
  network.forward();
  network.backward();
  const analytic = named(network.gradients, 'dense.weights')[3];
  const check = new GradientCheck(network);
  const first = check.check('dense.weights', 3, analytic);
  check.check('dense.weights', 4, 0);
  expect(check.check('dense.weights', 3, analytic)).toEqual(first);
});

test('a number that the network does not have is refused', () => {
  const network = randomNetwork(
    {
      input: { channels: 1, height: 1, width: 1 },
      layers: [{ type: 'flatten', name: 'f' }],
      loss: 'squaredError',
    },
    1,
    1,
  );
  const check = new GradientCheck(network);
  expect(() => check.check('f.weights', 0, 0)).toThrow(RangeError);
  expect(() => check.check('input', 1, 0)).toThrow(/no number 1 of 'input'/);
});
