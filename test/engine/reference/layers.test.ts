import { layerTypes } from '../../../src/engine/layers';
import type { Shape } from '../../../src/engine/shapes';
import type { LayerSpec } from '../../../src/engine/spec';
import { expectClose } from '../support/close';
import { layerAlone } from '../support/layer';
import { reference } from '../support/reference';

interface Case {
  spec: LayerSpec;
  shape: Shape;
  batch: number;
  training: boolean;
  input: number[];
  parameters: number[][];
  state: number[][];
  auxiliary: Record<string, number[]>;
  outputGradient: number[];
  output: number[];
  inputGradient: number[];
  parameterGradients: number[][];
  /** Of a batchNorm: inputs of three batches, and the running statistics after them. */
  batches?: number[][];
  runningAfterBatches?: number[][];
}

const cases = reference('layers') as Case[];

test.each(cases.map((each) => [JSON.stringify(each.spec), each] as const))('%s as in PyTorch', (_spec, c) => {
  const layer = layerAlone(c.spec, c.shape, c.batch);
  layer.mode.training = c.training;
  layer.input.set(c.input);
  layer.outputGradient.set(c.outputGradient);
  c.parameters.forEach((values, i) => layer.parameters[i].set(values));
  c.state.forEach((values, i) => layer.state[i].set(values));
  for (const [word, values] of Object.entries(c.auxiliary)) layer.auxiliary?.[word].set(values);
  layer.forward();
  layer.backward();
  expectClose(layer.output, c.output);
  expectClose(layer.inputGradient, c.inputGradient);
  expect(layer.parameters.length).toBe(c.parameters.length);
  c.parameterGradients.forEach((values, i) => expectClose(layer.parameterGradients[i], values));
});

test('every kind of layer has been compared', () => {
  expect(new Set(cases.map(({ spec }) => spec.type))).toEqual(new Set(layerTypes));
});

test('running statistics after three batches as in PyTorch', () => {
  const c = cases.find(({ batches }) => batches)!;
  const layer = layerAlone(c.spec, c.shape, c.batch);
  for (const batch of c.batches!) {
    layer.input.set(batch);
    layer.forward();
    layer.advance?.();
  }
  c.runningAfterBatches!.forEach((values, i) => expectClose(layer.state[i], values));
});
