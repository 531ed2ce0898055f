import type { ActivationKind } from '../../../src/engine/activations/activation';

/** An activation outside of any network, after forward and backward: one image of so many channels of one pixel. */
export function activated(activation: ActivationKind, values: number[], gradient = values.map(() => 1)) {
  const activations = Float64Array.from(values);
  const inputGradient = new Float64Array(values.length).fill(NaN);
  const shape = { channels: values.length, height: 1, width: 1 };
  const passes = activation.compile(activations, Float64Array.from(gradient), inputGradient, shape);
  passes.forward();
  passes.backward();
  return { activations: [...activations], inputGradient: [...inputGradient] };
}
