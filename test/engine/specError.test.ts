import { inferShapes, SpecError } from '../../src/engine/shapes';
import type { NetworkSpec } from '../../src/engine/spec';

const conv = { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3] };
const depthwise = { type: 'depthwiseConv2d', name: 'deep', kernel: [3, 3] };
const dropout = { type: 'dropout', name: 'drop', rate: 0.5 };
const pool = { type: 'maxPool2d', name: 'pool', size: [2, 2] };
const flatten = { type: 'flatten', name: 'flatten' };
const dense = { type: 'dense', name: 'dense', units: 1 };

/** The error of a network that reads 8×8 pixels; specs come from files and cells, so anything may stand in them. */
function errorOf(layers: unknown, more: object = {}): SpecError {
  const input = { channels: 1, height: 8, width: 8 };
  const spec = { input, layers, loss: 'sigmoidCrossEntropy', ...more } as NetworkSpec;
  try {
    inferShapes(spec);
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
  throw new Error('There was no error.');
}

test.each([
  [
    { ...conv, kernel: [9, 3] },
    "Layer 'conv1': its kernel of 9×3 is larger than the map it reads, which is 8×8. ",
  ],
  [
    { ...conv, kernel: [11, 3], padding: 1 },
    "Layer 'conv1': its kernel of 11×3 is larger than the map it reads, which is 8×8, 10×10 with its padding. " +
      "Make the kernel smaller, or set the padding to 'same'.",
  ],
  [
    { ...conv, kernel: 3 },
    "Layer 'conv1': its kernel is 3; expected two whole numbers, [height, width], such as [3, 3].",
  ],
  [
    { ...conv, kernel: [3, 1.5] },
    "Layer 'conv1': the width of its kernel is 1.5; expected a whole number, 1 or more.",
  ],
  [{ ...conv, filters: 0 }, "Layer 'conv1': its number of filters is 0; expected a whole number, 1 or more."],
  [{ ...conv, filters: '2' }, "Layer 'conv1': its number of filters is '2'; expected a whole number"],
  [
    { ...conv, filters: undefined },
    "Layer 'conv1': its number of filters is missing; expected a whole number",
  ],
  [{ ...conv, stride: 0 }, "Layer 'conv1': its stride is 0; expected a whole number, 1 or more."],
  [{ ...conv, padding: -1 }, "Layer 'conv1': its padding is -1; expected a whole number, 0 or more."],
  [
    { ...conv, padding: 'full' },
    "Layer 'conv1': its padding is 'full'; expected 'valid', 'same' or a number of pixels.",
  ],
  [
    { ...conv, activation: 'swish' },
    "Layer 'conv1': its activation is 'swish'; expected one of 'none', 'relu', 'leakyRelu', 'sigmoid', 'tanh', " +
      "'gelu', 'softmax', 'silu'.",
  ],
  [
    { ...conv, type: 'conv3d' },
    "Layer 'conv1': its type is 'conv3d'; expected one of 'inputNorm', 'conv2d', 'depthwiseConv2d', 'maxPool2d', ",
  ],
  [{ ...conv, type: 'toString' }, "Layer 'conv1': its type is 'toString'; expected one of"],
  [
    { ...conv, dilation: 4 },
    "Layer 'conv1': its kernel of 3×3, 9×9 with its dilation of 4, is larger than the map it reads, which is 8×8. " +
      "Make the kernel or its dilation smaller, or set the padding to 'same'.",
  ],
  [{ ...conv, dilation: 0 }, "Layer 'conv1': its dilation is 0; expected a whole number, 1 or more."],
  [
    { ...depthwise, kernel: [9, 3] },
    "Layer 'deep': its kernel of 9×3 is larger than the map it reads, which is 8×8. ",
  ],
  [
    { ...pool, size: [2, 9] },
    "Layer 'pool': its window of 2×9 is larger than the map it reads, which is 8×8. ",
  ],
  [{ ...pool, size: [2] }, "Layer 'pool': its size is [2]; expected two whole numbers, [height, width]"],
  [{ ...pool, stride: NaN }, "Layer 'pool': its stride is NaN; expected a whole number, 1 or more."],
  [
    { ...pool, size: [2, 3], padding: 2 },
    "Layer 'pool': its padding of 2 is more than half of its window of 2×3, so that a window might see no pixel. " +
      "Make the padding 1 or less, or 'same'.",
  ],
  [{ ...pool, padding: 0.5 }, "Layer 'pool': its padding is 0.5; expected a whole number, 0 or more."],
  [
    { ...pool, type: 'averagePool2d', size: [9, 2] },
    "Layer 'pool': its window of 9×2 is larger than the map it reads, which is 8×8. " +
      'Make the window smaller, or remove the layer.',
  ],
  [
    { ...dropout, rate: 1 },
    "Layer 'drop': its rate is 1; expected the share of numbers to drop, from 0 up to but not including 1, such as 0.5.",
  ],
  [{ ...dropout, rate: -0.1 }, "Layer 'drop': its rate is -0.1; expected the share"],
  [{ ...dropout, rate: '0.5' }, "Layer 'drop': its rate is '0.5'; expected the share"],
  [{ ...dropout, rate: undefined }, "Layer 'drop': its rate is missing; expected the share"],
])('a layer that cannot be: %j', (layer, message) => {
  const error = errorOf([layer, flatten, dense]);
  expect(error.message).toContain(message);
  expect(error.layer).toBe(layer.name);
});

test('dense before flatten', () => {
  const error = errorOf([conv, dense]);
  expect(error.message).toBe(
    "Layer 'dense' is dense and expects a row of numbers, but it reads 2 maps of 6×6. Put a flatten layer before it.",
  );
  expect(error.layer).toBe('dense');
});

test('no layers', () => {
  expect(errorOf([]).message).toBe('The network has no layers; add at least one, such as a dense layer.');
  expect(errorOf(undefined).layer).toBe('');
});

test('an input without pixels', () => {
  const error = errorOf([flatten, dense], { input: { channels: 1, height: 8, width: 0 } });
  expect(error.message).toBe("The network's input: its width is 0; expected a whole number, 1 or more.");
  expect(error.layer).toBe('input');
});

test('empty and missing names are counted', () => {
  expect(errorOf([conv, { ...flatten, name: ' ' }, dense]).message).toBe(
    "Layer 2 of the network has the name ' '; give it one, such as 'conv1'.",
  );
  expect(errorOf([conv, { type: 'flatten' }, dense]).message).toContain('Layer 2 of the network has no name');
});

test('two layers of one name', () => {
  const error = errorOf([conv, conv, flatten, dense]);
  expect(error.message).toBe("Layers 1 and 2 are both called 'conv1'; rename one of them.");
  expect(error.layer).toBe('conv1');
});

test('names that mean something else', () => {
  expect(errorOf([{ ...conv, name: 'input' }, flatten, dense]).message).toBe(
    "Layer 1 is called 'input', which is the name of something else; choose another.",
  );
  expect(errorOf([{ ...conv, name: 'logits' }, flatten, dense]).layer).toBe('logits');
  const named = [flatten, { ...dense, name: 'logits' }];
  expect(() => errorOf(named)).toThrow('There was no error.');
});

test('a last layer that the loss cannot read', () => {
  expect(errorOf([conv]).message).toBe(
    "Layer 'conv1', the last, makes maps of 6×6; the loss sigmoidCrossEntropy expects one number for each class. " +
      'Add a flatten and a dense layer.',
  );
  expect(errorOf([flatten, { ...dense, activation: 'relu' }]).message).toBe(
    "Layer 'dense', the last, has the activation 'relu'; the loss sigmoidCrossEntropy expects logits, which may be " +
      "any numbers. Set its activation to 'none'.",
  );
  expect(errorOf([flatten, dense], { loss: 'softmaxCrossEntropy' }).message).toBe(
    "Layer 'dense', the last, makes 1 logit; the loss softmaxCrossEntropy expects at least 2. Give it one unit for " +
      'each class, or take the loss sigmoidCrossEntropy.',
  );
});

test('a last activation that the loss applies itself', () => {
  const last = (activation: string) => [flatten, { ...dense, units: 3, activation }];
  expect(errorOf(last('softmax'), { loss: 'softmaxCrossEntropy' }).message).toBe(
    "Layer 'dense', the last, has the activation 'softmax'; the loss softmaxCrossEntropy applies the softmax itself, " +
      "and twice would be once too often. Set its activation to 'none': the probabilities are the softmax of its " +
      'outputs all the same.',
  );
  expect(errorOf(last('sigmoid')).message).toContain(
    'the loss sigmoidCrossEntropy applies the sigmoid itself, and',
  );
  expect(errorOf(last('softmax')).message).toBe(
    "Layer 'dense', the last, has the activation 'softmax'; the loss sigmoidCrossEntropy expects logits, which may be " +
      "any numbers. Set its activation to 'none', and take the loss softmaxCrossEntropy, which applies the softmax " +
      'itself.',
  );
});

test('squaredError takes any last activation, but maps', () => {
  for (const activation of ['none', 'relu', 'sigmoid', 'softmax']) {
    const layers = [flatten, { ...dense, activation }];
    expect(() => errorOf(layers, { loss: 'squaredError' })).toThrow('There was no error.');
  }
  expect(errorOf([conv], { loss: 'squaredError' }).message).toBe(
    "Layer 'conv1', the last, makes maps of 6×6; the loss squaredError expects one number for each number of the " +
      'target. Add a flatten and a dense layer.',
  );
});

test('after flatten, maps are of one pixel', () => {
  const after = (layer: object) => [flatten, layer, dense];
  expect(errorOf(after(conv)).message).toContain(
    "Layer 'conv1': its kernel of 3×3 is larger than the map it reads, which is 1×1. ",
  );
  expect(errorOf(after(pool)).layer).toBe('pool');
  for (const layer of [{ ...conv, kernel: [1, 1] }, dropout, { type: 'batchNorm', name: 'norm' }]) {
    expect(() => errorOf(after(layer))).toThrow('There was no error.');
  }
});

test('an unknown loss', () => {
  const error = errorOf([flatten, dense], { loss: 'mse' });
  expect(error.message).toBe(
    "The network's loss: its name is 'mse'; expected one of 'sigmoidCrossEntropy', 'softmaxCrossEntropy', " +
      "'squaredError'.",
  );
  expect(error.layer).toBe('loss');
});
