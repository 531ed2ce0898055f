import { layerAlone } from '../support/layer';

test('takes the mean of each map, and shares its gradient out', () => {
  // two maps of 1×2: (1 + 3)/2 = 2, (10 + 20)/2 = 15; gradients 4, 6 make 2 and 3 for each pixel
  const layer = layerAlone({ type: 'globalAveragePool', name: 'gap' }, { channels: 2, height: 1, width: 2 });
  layer.input.set([1, 3, 10, 20]);
  layer.forward();
  expect(layer.shape).toMatchObject({
    output: { channels: 2, height: 1, width: 1 },
    kernel: { height: 1, width: 2 },
  });
  expect([...layer.output]).toEqual([2, 15]);
  layer.outputGradient.set([4, 6]);
  layer.backward();
  expect([...layer.inputGradient]).toEqual([2, 2, 3, 3]);
});
