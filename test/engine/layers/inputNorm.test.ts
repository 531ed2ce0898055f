import { layerAlone } from '../support/layer';

test('takes the mean of its channel from each number, and divides by the standard deviation', () => {
  // channel 1: (3 − 1)/2 = 1, (5 − 1)/2 = 2; channel 2: (10 − 20)/5 = −2, (40 − 20)/5 = 4
  const layer = layerAlone({ type: 'inputNorm', name: 'norm' }, { channels: 2, height: 1, width: 2 });
  layer.input.set([3, 5, 10, 40]);
  layer.state[0].set([1, 20]);
  layer.state[1].set([2, 5]);
  layer.forward();
  expect([...layer.output]).toEqual([1, 2, -2, 4]);

  // dL/d output 2 4 10 20: halves, and fifths
  layer.outputGradient.set([2, 4, 10, 20]);
  layer.backward();
  expect([...layer.inputGradient]).toEqual([1, 2, 2, 4]);
});

test('does nothing until it is told a mean and a standard deviation', () => {
  const layer = layerAlone({ type: 'inputNorm', name: 'norm' }, { channels: 1, height: 1, width: 2 });
  layer.input.set([3, 5]);
  layer.forward();
  expect([...layer.output]).toEqual([3, 5]);
});
