import { compile } from '../../src/engine/network';
import { Random } from '../../src/engine/random';
import type { NetworkSpec } from '../../src/engine/spec';
import { named } from './support/network';

/** A pixel of two channels: dropout, batchNorm, dropout, two logits. */
const spec: NetworkSpec = {
  input: { channels: 2, height: 1, width: 1 },
  layers: [
    { type: 'dropout', name: 'drop1', rate: 0.5 },
    { type: 'batchNorm', name: 'norm' },
    { type: 'dropout', name: 'drop2', rate: 0.5 },
    { type: 'dense', name: 'dense', units: 2 },
  ],
  loss: 'squaredError',
};

function compileSpec(batch = 2) {
  const network = compile(spec, batch);
  network.input.set([1, 10, 5, 30].slice(0, 2 * batch));
  named(network.parameters, 'norm.scale').fill(1);
  named(network.parameters, 'dense.weights').set([1, 2, 3, 4]);
  return network;
}

test('names its state and what its layers keep, and says where the state starts', () => {
  const network = compileSpec();
  expect([...network.state]).toEqual([
    ['norm.running_mean', Float64Array.of(0, 0)],
    ['norm.running_variance', Float64Array.of(1, 1)],
  ]);
  expect([...network.auxiliary]).toEqual([
    ['drop1.mask', Float64Array.of(1, 1, 1, 1)],
    ['norm.batch_mean', Float64Array.of(0, 0)],
    ['norm.batch_variance', Float64Array.of(0, 0)],
    ['drop2.mask', Float64Array.of(1, 1, 1, 1)],
  ]);
  expect(network.training).toBe(true);
});

test('passes leave state and masks alone; advance and drawMasks change them', () => {
  const network = compileSpec();
  const first = network.forward();
  network.backward();
  expect(network.forward()).toBe(first);
  expect([...named(network.state, 'norm.running_mean')]).toEqual([0, 0]);

  // means 3 and 20: a tenth of each; variances, unbiased, 8 and 200: 0.9 + 0.8, 0.9 + 20
  network.advance();
  expect(named(network.state, 'norm.running_mean')[1]).toBe(2);
  expect(named(network.state, 'norm.running_variance')[1]).toBeCloseTo(20.9, 14);

  network.drawMasks(new Random(1));
  const random = new Random(1);
  for (const name of ['drop1.mask', 'drop2.mask']) {
    const drawn = Array.from({ length: 4 }, () => (random.next() < 0.5 ? 0 : 2));
    expect([...named(network.auxiliary, name)]).toEqual(drawn);
  }
});

test('backward undoes the forward that was, though training has been switched since', () => {
  const network = compileSpec();
  network.forward();
  network.backward();
  const trained = [...named(network.activationGradients, 'input')];
  network.training = false;
  network.backward();
  expect([...named(network.activationGradients, 'input')]).toEqual(trained);
  network.forward();
  network.backward();
  expect([...named(network.activationGradients, 'input')]).not.toEqual(trained);
});

test('batch statistics are those of the latest forward in training', () => {
  const network = compileSpec();
  network.forward();
  network.training = false;
  network.input.fill(0);
  network.forward();
  expect([...named(network.auxiliary, 'norm.batch_mean')]).toEqual([3, 20]);
});

test('networks that share arrays are one network for batches of several sizes', () => {
  const large = compileSpec();
  const small = compile(spec, 1, large);
  for (const [name, values] of large.parameters) expect(small.parameters.get(name)).toBe(values);
  for (const [name, values] of large.state) expect(small.state.get(name)).toBe(values);
  large.forward();
  large.advance();
  small.training = large.training = false;
  small.input.set(large.input.subarray(2));
  large.forward();
  small.forward();
  expect([...named(small.activations, 'logits')]).toEqual([
    ...named(large.activations, 'logits').subarray(2),
  ]);
});

test('says which shared array is missing or of the wrong length', () => {
  const { parameters, state } = compileSpec();
  const without = new Map(parameters);
  without.delete('norm.shift');
  expect(() => compile(spec, 1, { parameters: without, state })).toThrow(
    new RangeError("There is no shared parameter 'norm.shift'; expected one of 2 numbers."),
  );
  const wrong = new Map(state).set('norm.running_mean', new Float64Array(3));
  expect(() => compile(spec, 1, { parameters, state: wrong })).toThrow(
    new RangeError("The shared state 'norm.running_mean' has 3 numbers; expected 2."),
  );
});
