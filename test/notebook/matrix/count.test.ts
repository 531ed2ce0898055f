import { convolutionsOf } from '../../../src/notebook/matrix/convolution';
import { countFilter, countInWords, countLayer } from '../../../src/notebook/matrix/count';
import { patchesOf } from '../../../src/notebook/matrix/taps';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { SMALL_CONVNET } from '../../../src/notebook/presets/smallConvnet';
import type { NetworkSpec } from '../../../src/engine/spec';

const [conv1, conv2] = convolutionsOf(LESSON_4.network);

test('the first convolution of lesson 4 has 9 weights where a dense layer would have 529,984', () => {
  // 26·26 outputs of 28·28 pixels.
  expect(countFilter(conv1)).toEqual({
    outputs: 676,
    pixels: 784,
    dense: 529_984,
    connections: 676 * 9,
    weights: 9,
    biases: 1,
  });
  expect(countInWords(conv1)).toBe(
    'A dense layer of that shape would have 529,984 weights. The convolution has 9 and a bias, and uses each weight 676 times.',
  );
});

test('all filters of a layer read the same channels', () => {
  expect(countLayer(conv2)).toEqual({
    outputs: 2 * 576,
    pixels: 2 * 676,
    dense: 2 * 576 * 2 * 676,
    connections: 2 * 576 * 18,
    weights: 36,
    biases: 2,
  });
});

test('padding takes entries away, of the outer weights most', () => {
  const [padded] = convolutionsOf(SMALL_CONVNET.network);
  // The middle row of the kernel meets 28 rows of pixels, the others 27.
  expect(countFilter(padded).connections).toBe((27 + 28 + 27) ** 2);
  expect(countInWords(padded)).toContain('uses each weight up to 784 times');
});

test('the entries are as many as the pixels that all outputs see', () => {
  for (const padding of ['valid', 'same', 2] as const) {
    for (const type of ['conv2d', 'depthwiseConv2d'] as const) {
      const layer = { type, name: 'conv', filters: 3, kernel: [3, 2], stride: 2, dilation: 2, padding };
      const network = {
        input: { channels: 2, height: 7, width: 9 },
        layers: [layer, { type: 'flatten', name: 'flat' }, { type: 'dense', name: 'dense', units: 1 }],
        loss: 'squaredError',
      } as NetworkSpec;
      const [convolution] = convolutionsOf(network);
      const { height, width } = convolution.shape.output;
      const all = { rows: { first: 0, count: height }, columns: { first: 0, count: width } };
      const seen = patchesOf(convolution, all).flat().filter(Boolean).length;
      expect(countFilter(convolution).connections).toBe((type === 'conv2d' ? 2 : 1) * seen);
    }
  }
});
