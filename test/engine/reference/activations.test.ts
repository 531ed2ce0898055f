import { activationFor } from '../../../src/engine/activations';
import type { Shape } from '../../../src/engine/shapes';
import { expectClose } from '../support/close';
import { reference } from '../support/reference';

interface Case {
  activation: keyof typeof activationFor;
  shape: Shape;
  values: number[];
  gradient: number[];
  activations: number[];
  inputGradient: number[];
}

const cases = reference('activations') as Case[];

test.each(cases.map((each) => [each.activation, each] as const))('%s as in PyTorch', (name, c) => {
  const values = Float64Array.from(c.values);
  const inputGradient = new Float64Array(values.length).fill(NaN);
  const passes = activationFor[name].compile(values, Float64Array.from(c.gradient), inputGradient, c.shape);
  passes.forward();
  passes.backward();
  expectClose(values, c.activations);
  expectClose(inputGradient, c.inputGradient);
});

test('every activation has been compared', () => {
  expect(cases.map(({ activation }) => activation)).toEqual(Object.keys(activationFor));
});
