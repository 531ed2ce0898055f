import { LESSON_4, LESSON_4_2016, LESSON_4_TEN } from '../../../src/notebook/presets/lesson4';
import { SEVERAL_LABELS, THREE_CHANNELS, TINY } from '../../../src/notebook/presets/smallStarters';
import { NO_DENSE_LAYER, SMALL_CONVNET } from '../../../src/notebook/presets/smallConvnet';
import { UNUSUAL_NOTEBOOK, words } from './subjects';

// Every number below was worked out by hand.

test('a convolution, its filters and its channels', () => {
  expect(words('convolution', LESSON_4, 'conv2')).toBe(
    'conv2 slides 2 filters of 3×3 over 2 channels of 26×26 and makes 2 maps of 24×24.',
  );
  expect(words('convolution', LESSON_4)).toContain('conv1 slides 2 filters of 3×3 over 1 channel of 28×28');
  expect(words('filter', LESSON_4)).toBe(
    'conv2 has 2 filters of 2 channels of 3×3: 36 weights and 2 biases.',
  );
  expect(words('filter', LESSON_4, 'conv1')).toBe(
    'conv1 has 2 filters of 1 channel of 3×3: 18 weights and 2 biases.',
  );
  expect(words('filter', SMALL_CONVNET)).toContain(
    'conv2 has 16 filters of 8 channels of 3×3: 1,152 weights',
  );
  // One matrix of 3×1 for each of 4 channels.
  expect(words('filter', UNUSUAL_NOTEBOOK, 'deep')).toBe(
    'deep has 4 filters of 1 channel of 3×1: 12 weights and 4 biases.',
  );
  expect(words('channel', LESSON_4)).toBe('conv2 reads 2 channels and makes 2, one for each filter.');
  expect(words('channel', THREE_CHANNELS)).toBe('conv1 reads 3 channels and makes 6, one for each filter.');
  expect(words('depthwise', UNUSUAL_NOTEBOOK)).toBe('deep has 4 channels, each with a filter of 3×1.');
});

test('weights that a dense layer would have', () => {
  // 28·28 = 784 inputs, 2·26·26 = 1,352 outputs; 2 filters of 9 weights.
  expect(words('sharedWeights', LESSON_4)).toBe(
    'A dense layer in the place of conv1 would have 784 · 1,352 = 1,059,968 weights. ' +
      'conv1 has 18, and each is used at all 676 places of its map.',
  );
});

test('a dense layer', () => {
  expect(words('dense', LESSON_4)).toBe('dense has 1 unit, which reads 288 numbers: 288 weights and 1 bias.');
  expect(words('dense', LESSON_4_TEN)).toBe(
    'dense has 10 units, and each reads 288 numbers: 10 · 288 = 2,880 weights and 10 biases.',
  );
  expect(words('dense', NO_DENSE_LAYER)).toBeUndefined();
});

test('which cell goes where in the flattened vector', () => {
  expect(words('flatten', TINY)).toBe(
    '2 maps of 2×2 are read as 8 numbers: the cell in row r and column c of map m is number (m − 1) · 4 + (r − 1) · 2 + c.',
  );
  expect(words('flatten', LESSON_4)).toContain(
    'of map m, gaps not counted, is number (m − 1) · 144 + (r − 1) · 12 + c.',
  );
});

test('pools', () => {
  expect(words('maxPool', LESSON_4)).toBe(
    'maxpool has windows of 2×2 and makes 12×12 from 24×24, for each of 2 maps.',
  );
  // 12×10, padded by 2, dilated 3×3 (5×5): 12×10 stays; stride 2 in 'same': 6×5; 2×2 windows: 3×2.
  expect(words('averagePool', UNUSUAL_NOTEBOOK)).toBe(
    'mean has windows of 2×2 and makes 3×2 from 6×5, for each of 4 maps.',
  );
  // 28 → 12 → 5 → 3.
  expect(words('globalAveragePool', NO_DENSE_LAYER)).toBe('average makes 10 numbers from 10 maps of 3×3.');
});

test('stride, padding, dilation', () => {
  expect(words('stride', LESSON_4)).toBe(
    'maxpool has stride 2: it makes 12×12 from 24×24. ' +
      'On this page its numbers stand 2 rows and columns apart, beside what they are made of.',
  );
  expect(words('stride', TINY)).toBe('pool1 has stride 2: it makes 2×2 from 4×4.');
  expect(words('padding', SMALL_CONVNET)).toBe(
    'conv1 has padding of 1 cell on every side: it makes 28×28 from 28×28.',
  );
  expect(words('padding', LESSON_4)).toBe('There is no padding: conv1 makes 26×26 from 28×28.');
  // 'same', stride 2, kernel 3×1: 12 rows → 6 outputs need 13 rows, the odd one at the bottom; 10 columns → 5 need 9.
  expect(words('padding', UNUSUAL_NOTEBOOK, 'deep')).toBe(
    'deep has padding of 0 above, 1 below, 0 on the left and 0 on the right: it makes 6×5 from 12×10.',
  );
  expect(words('dilation', UNUSUAL_NOTEBOOK)).toBe('wide has dilation 2: its 3×3 weights cover 5×5 cells.');
  expect(words('dilation', TINY)).toBe('Every dilation is 1.');
});

test('receptive fields', () => {
  expect(words('receptiveField', LESSON_4)).toBe(
    'In pixels, as far as the image goes: conv1 3×3, conv2 5×5 and maxpool 6×6. ' +
      'Show me selects what the cell in the middle of maxpool sees.',
  );
  // 5; 5 + 2·2 = 9; 9 + 2·4 = 17.
  expect(words('receptiveField', NO_DENSE_LAYER)).toContain('conv1 5×5, conv2 9×9 and conv3 17×17.');
});

test('parameters, with the biases', () => {
  // 9·2 + 2, 18·2 + 2, 288 + 1.
  expect(words('parameters', LESSON_4)).toBe(
    'conv1 has 20, conv2 has 38 and dense has 289; 347 parameters in all, 5 of them biases.',
  );
  // 27·6 + 6 = 168, 7·7·6·6 + 6 = 1,770.
  expect(words('parameters', THREE_CHANNELS)).toBe(
    'conv1 has 168 and dense has 1,770; 1,938 parameters in all, 12 of them biases.',
  );
  expect(words('bias', LESSON_4_TEN, 'dense')).toBe('dense has 10 biases, one for each unit.');
  expect(words('bias', LESSON_4)).toBe('conv1 has 2 biases, one for each filter.');
  expect(words('batchNorm', UNUSUAL_NOTEBOOK)).toBe(
    'bn has a scale and a shift for each of 4 channels: 8 parameters.',
  );
});

test('first weights', () => {
  expect(words('initialisation', LESSON_4)).toBe(
    'conv1.filters: the starter’s own numbers; conv2.filters: the starter’s own numbers; dense.weights: normal 0.02.',
  );
  // √(2 / 9) = 0.4714…; √(6 / (8 + 3)) = 0.7385…
  expect(words('he', TINY)).toBe(
    'conv1.filters have fan in 9, so He normal draws them with standard deviation 0.471.',
  );
  expect(words('xavier', TINY)).toBe(
    'dense.weights have fan in 8 and fan out 3, so Xavier uniform draws them between −0.739 and 0.739.',
  );
  const uniform = { ...TINY, initial: { 'conv1.filters': { initialiser: 'He uniform' } } };
  // √(6 / 9) = 0.8164…
  expect(words('he', uniform)).toBe(
    'conv1.filters have fan in 9, so He uniform draws them between −0.816 and 0.816.',
  );
});

test('a normalisation that does not read the input itself is not measured', () => {
  expect(words('inputNorm', UNUSUAL_NOTEBOOK)).toBe(
    'norm has a mean and a standard deviation for each of 3 channels.',
  );
  const [first, ...others] = UNUSUAL_NOTEBOOK.network.layers;
  const layers = [others[0], first, ...others.slice(1)];
  const later = { ...UNUSUAL_NOTEBOOK, network: { ...UNUSUAL_NOTEBOOK.network, layers } };
  expect(words('inputNorm', later)).toBe(
    'norm has a mean and a standard deviation for each of 4 channels: 0 and 1 until you type others, as it is not the first layer.',
  );
});

test('activations and what the loss applies', () => {
  expect(words('relu', LESSON_4)).toBe('It comes after conv1 and conv2.');
  expect(words('relu', LESSON_4_2016)).toBeUndefined();
  expect(words('activation', LESSON_4)).toBe('Activations: conv1 ReLU, conv2 ReLU, dense none.');
  expect(words('tanh', UNUSUAL_NOTEBOOK)).toBe('It comes after bn.');
  expect(words('softmax', LESSON_4_TEN)).toBe('It makes 10 probabilities from 10 logits.');
  expect(words('softmax', LESSON_4)).toBeUndefined();
  expect(words('sigmoid', LESSON_4)).toBe('It makes 1 probability from 1 logit.');
  expect(words('sigmoid', SEVERAL_LABELS)).toBe('It makes 4 probabilities from 4 logits.');
});

test('the answer', () => {
  expect(words('oneHot', LESSON_4_TEN)).toBe('The target is one-hot: 10 numbers, one for each class.');
  expect(words('oneHot', LESSON_4)).toBeUndefined();
  expect(words('class', LESSON_4)).toBe('There is one question, is it a 7, and two answers: 7 or not.');
  expect(words('class', TINY)).toBe('There are 3: horizontal, vertical, diagonal.');
  expect(words('loss', TINY)).toBe('The loss is the softmax cross-entropy.');
  expect(words('squaredError', UNUSUAL_NOTEBOOK)).toBe('The loss is the squared error.');
  expect(words('probability', UNUSUAL_NOTEBOOK)).toBeUndefined();
});

test('training, with the settings as they are', () => {
  expect(words('batch', LESSON_4)).toBe('A batch is 16 images: the one on the page and 15 others.');
  expect(words('batch', LESSON_4, undefined, { batchSize: 2 })).toContain('the one on the page and 1 other.');
  expect(words('batch', LESSON_4, undefined, { batchSize: 1 })).toBe(
    'A batch is 1 image, the one on the page.',
  );
  expect(words('backpropagation', LESSON_4)).toContain('whose gradient is 1 / 16');
  expect(words('step', LESSON_4)).toBe('Run takes 200 steps.');
  expect(words('learningRate', LESSON_4, undefined, { learningRate: 0.02 })).toBe('It is 0.02.');
  expect(words('learningRate', TINY, undefined, { schedule: 'cosine' })).toBe(
    'It is 0.05, and the schedule ‘cosine’ changes it from step to step.',
  );
  // 1 / (1 − 0.75)
  expect(words('momentum', TINY, undefined, { momentum: 0.75 })).toContain('grows to 4 times the gradient.');
  expect(words('nesterov', TINY, undefined, { optimiser: 'Nesterov' })).toBe(
    'It is the optimiser of this notebook.',
  );
  expect(words('nesterov', TINY)).toBeUndefined();
  expect(words('seed', TINY)).toBe('The seed is 4.');
});
