import { compile } from '../../../src/engine/network';
import { optimise } from '../../../src/engine/optimisers';
import type { NetworkSpec } from '../../../src/engine/spec';
import { expectClose } from '../support/close';
import { named } from '../support/network';
import { reference } from '../support/reference';

type Numbers = Record<string, number[]>;

interface Trained {
  spec: NetworkSpec;
  batch: number;
  input: number[];
  target: number[];
  start: Numbers;
  state: Numbers;
  mask: number[];
  learningRate: number;
  /** Of each of three steps of Adam. */
  losses: number[];
  gradients: Numbers[];
  /** After them. */
  parameters: Numbers;
  running: Numbers;
  /** Of the same images after them, not in training. */
  logits: number[];
}

test('a network of many layers, three steps of Adam and the answer after them as in PyTorch', () => {
  const c = reference('network') as Trained;
  const network = compile(c.spec, c.batch);
  network.input.set(c.input);
  network.target.set(c.target);
  for (const [name, values] of Object.entries(c.start)) named(network.parameters, name).set(values);
  for (const [name, values] of Object.entries(c.state)) named(network.state, name).set(values);
  named(network.auxiliary, 'drop.mask').set(c.mask);

  const zeros = () =>
    new Map([...network.parameters].map(([name, { length }]) => [name, new Float64Array(length)]));
  const trained = { ...network, velocities: zeros(), secondMoments: zeros() };
  const adam = { learningRate: c.learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 };
  for (let step = 0; step < 3; step++) {
    expectClose([network.forward()], [c.losses[step]]);
    network.backward();
    for (const [name, values] of Object.entries(c.gradients[step])) {
      expectClose(named(network.gradients, name), values);
    }
    network.advance();
    optimise('Adam', trained, { ...adam, momentum: 0, decay: 0 }, step + 1);
  }
  for (const [name, values] of Object.entries(c.parameters)) {
    expectClose(named(network.parameters, name), values);
  }
  for (const [name, values] of Object.entries(c.running)) expectClose(named(network.state, name), values);

  network.training = false;
  network.forward();
  expectClose(named(network.activations, 'logits'), c.logits);
});
