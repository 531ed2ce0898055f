import { layerAlone } from '../support/layer';

test('orders by channel, row, column, and the gradient likewise', () => {
  const layer = layerAlone({ type: 'flatten', name: 'flatten' }, { channels: 2, height: 1, width: 2 }, 2);
  layer.input.set([1, 2, 3, 4, 5, 6, 7, 8]);
  layer.outputGradient.set([8, 7, 6, 5, 4, 3, 2, 1]);
  layer.forward();
  layer.backward();
  expect(layer.shape.output).toEqual({ channels: 4, height: 1, width: 1 });
  expect([...layer.output]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect([...layer.inputGradient]).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
});
