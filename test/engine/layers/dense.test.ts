import { layerAlone } from '../support/layer';

/** Two inputs, two units, two images. */
function example() {
  const layer = layerAlone(
    { type: 'dense', name: 'dense', units: 2 },
    { channels: 2, height: 1, width: 1 },
    2,
  );
  layer.input.set([1, 2, 3, 4]);
  layer.parameters[0].set([10, 20, 30, 40]);
  layer.parameters[1].set([0.5, -0.5]);
  layer.forward();
  return layer;
}

test('weighs the inputs of each image for each unit', () => {
  // image 1: 10·1 + 20·2 + 0.5 = 50.5,  30·1 + 40·2 − 0.5 = 109.5
  // image 2: 10·3 + 20·4 + 0.5 = 110.5, 30·3 + 40·4 − 0.5 = 249.5
  expect([...example().output]).toEqual([50.5, 109.5, 110.5, 249.5]);
});

test('sends gradients back, adding up over the images for the parameters', () => {
  // dL/d output: image 1: 1 2, image 2: 3 4
  // weights: unit 1: 1·(1 2) + 3·(3 4) = 10 14, unit 2: 2·(1 2) + 4·(3 4) = 14 20
  // bias: 1 + 3 = 4, 2 + 4 = 6
  // input: image 1: 1·(10 20) + 2·(30 40) = 70 100, image 2: 3·(10 20) + 4·(30 40) = 150 220
  const layer = example();
  layer.outputGradient.set([1, 2, 3, 4]);
  layer.backward();
  expect([...layer.parameterGradients[0]]).toEqual([10, 14, 14, 20]);
  expect([...layer.parameterGradients[1]]).toEqual([4, 6]);
  expect([...layer.inputGradient]).toEqual([70, 100, 150, 220]);
});
