import { inferShapes } from '../../src/engine/shapes';
import type { Conv2dSpec, LayerSpec, Padding } from '../../src/engine/spec';

const logits: LayerSpec[] = [
  { type: 'flatten', name: 'flatten' },
  { type: 'dense', name: 'dense', units: 1 },
];

function firstShape(layer: LayerSpec, height: number, width: number) {
  const input = { channels: 1, height, width };
  return inferShapes({ input, layers: [layer, ...logits], loss: 'sigmoidCrossEntropy' })[0];
}

test('lesson 4', () => {
  const shapes = inferShapes({
    input: { channels: 1, height: 28, width: 28 },
    layers: [
      { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3], activation: 'relu' },
      { type: 'conv2d', name: 'conv2', filters: 2, kernel: [3, 3], activation: 'relu' },
      { type: 'maxPool2d', name: 'pool', size: [2, 2] },
      ...logits,
    ],
    loss: 'sigmoidCrossEntropy',
  });
  expect(shapes.map(({ name, output }) => [name, output.channels, output.height, output.width])).toEqual([
    ['conv1', 2, 26, 26],
    ['conv2', 2, 24, 24],
    ['pool', 2, 12, 12],
    ['flatten', 288, 1, 1],
    ['dense', 1, 1, 1],
  ]);
  expect(shapes.map(({ stride }) => [stride.rows, stride.columns])).toEqual([
    [1, 1],
    [1, 1],
    [2, 2],
    [1, 1],
    [1, 1],
  ]);
  expect(shapes[2].input).toEqual(shapes[1].output);
  expect(shapes.flatMap(({ parameters }) => parameters)).toEqual([
    { name: 'conv1.filters', shape: [2, 1, 3, 3] },
    { name: 'conv1.bias', shape: [2] },
    { name: 'conv2.filters', shape: [2, 2, 3, 3] },
    { name: 'conv2.bias', shape: [2] },
    { name: 'dense.weights', shape: [1, 288] },
    { name: 'dense.bias', shape: [1] },
  ]);
});

test.each<[string, number, number, number, Padding, number, [number, number]]>([
  // of, length, kernel, stride, padding -> outputs, zeros before and after
  ['valid drops what the last stride does not reach', 7, 2, 2, 'valid', 3, [0, 0]],
  ['a number pads both ends', 5, 3, 1, 1, 5, [1, 1]],
  ['a number pads both ends though the stride leaves the last', 4, 3, 2, 1, 2, [1, 1]],
  ['same keeps the length', 5, 3, 1, 'same', 5, [1, 1]],
  ['same puts the odd zero behind', 5, 4, 1, 'same', 5, [1, 2]],
  // TensorFlow: ceil(6/2) = 3 outputs, (3 − 1)·2 + 3 − 6 = 1 zero
  ['same with a stride', 6, 3, 2, 'same', 3, [0, 1]],
  ['same never pads less than 0', 7, 1, 3, 'same', 3, [0, 0]],
  ['same makes room for a kernel larger than the map', 2, 5, 1, 'same', 2, [2, 2]],
])('convolution: %s', (_what, length, kernel, stride, padding, outputs, [before, after]) => {
  const spec: Conv2dSpec = { type: 'conv2d', name: 'conv', filters: 1, kernel: [1, kernel], stride, padding };
  const across = firstShape(spec, 9, length);
  expect([across.output.width, across.pads.left, across.pads.right]).toEqual([outputs, before, after]);
  const down = firstShape({ ...spec, kernel: [kernel, 1] }, length, 9);
  expect([down.output.height, down.pads.top, down.pads.bottom]).toEqual([outputs, before, after]);
});

test('the windows of a pool stand side by side unless told, and the remainder is dropped', () => {
  const pool = { type: 'maxPool2d', name: 'pool', size: [2, 3] } as const;
  expect(firstShape({ ...pool, size: [2, 3] }, 5, 8)).toMatchObject({
    stride: { rows: 2, columns: 3 },
    output: { height: 2, width: 2 },
  });
  expect(firstShape({ ...pool, size: [2, 3], stride: 1 }, 5, 8)).toMatchObject({
    output: { height: 4, width: 6 },
  });
});

test.each<[[number, number], number, number]>([
  [[2, 1], 3, 6],
  [[1, 2], 6, 3],
  [[3, 2], 2, 3],
])('a pool of %j makes what torch.nn.MaxPool2d makes of 6×6', (size, height, width) => {
  const pool = { type: 'maxPool2d', name: 'pool', size } as const;
  expect(firstShape(pool, 6, 6).output).toMatchObject({ height, width });
});

test('rows and columns may have strides of their own', () => {
  const conv: Conv2dSpec = { type: 'conv2d', name: 'conv', filters: 1, kernel: [3, 3], stride: [2, 1] };
  expect(firstShape(conv, 9, 9).output).toMatchObject({ height: 4, width: 7 });
  // Of 9 columns, every third: 3, with 'same' none of them padded more than the kernel asks for.
  expect(firstShape({ ...conv, stride: [1, 3], padding: 'same' }, 9, 9)).toMatchObject({
    output: { height: 9, width: 3 },
    pads: { top: 1, bottom: 1, left: 0, right: 0 },
  });
});

test('maps of one pixel need no flatten', () => {
  const shapes = inferShapes({
    input: { channels: 3, height: 4, width: 4 },
    layers: [{ type: 'conv2d', name: 'classes', filters: 10, kernel: [4, 4] }],
    loss: 'softmaxCrossEntropy',
  });
  expect(shapes[0].output).toEqual({ channels: 10, height: 1, width: 1 });
});

test('a kernel spans its gaps', () => {
  // (3 − 1)·2 + 1 = 5 rows, (2 − 1)·2 + 1 = 3 columns; 9 − 5 + 1 outputs down, and 'same' pads (5 − 1)/2
  const spec: Conv2dSpec = { type: 'conv2d', name: 'conv', filters: 1, kernel: [3, 2], dilation: 2 };
  expect(firstShape(spec, 9, 9)).toMatchObject({
    kernel: { height: 5, width: 3 },
    output: { height: 5, width: 7 },
  });
  expect(firstShape({ ...spec, padding: 'same' }, 9, 9)).toMatchObject({
    pads: { top: 2, bottom: 2, left: 1, right: 1 },
    output: { height: 9, width: 9 },
  });
});

test('how far one output sees, layer by layer', () => {
  const shapes = inferShapes({
    input: { channels: 2, height: 8, width: 6 },
    layers: [
      { type: 'inputNorm', name: 'scaled' },
      { type: 'depthwiseConv2d', name: 'deep', kernel: [3, 3], padding: 'same' },
      { type: 'batchNorm', name: 'norm', activation: 'relu' },
      { type: 'dropout', name: 'drop', rate: 0.5 },
      { type: 'averagePool2d', name: 'average', size: [2, 3] },
      { type: 'globalAveragePool', name: 'gap' },
      { type: 'dense', name: 'dense', units: 1 },
    ],
    loss: 'squaredError',
  });
  expect(
    shapes.map(({ name, kernel, output }) => [name, kernel.height, kernel.width, output.height]),
  ).toEqual([
    ['scaled', 1, 1, 8],
    ['deep', 3, 3, 8],
    ['norm', 1, 1, 8],
    ['drop', 1, 1, 8],
    ['average', 2, 3, 4],
    ['gap', 4, 2, 1],
    ['dense', 1, 1, 1],
  ]);
  expect(shapes.flatMap(({ parameters }) => parameters)).toEqual([
    { name: 'deep.filters', shape: [2, 1, 3, 3], groups: 2 },
    { name: 'deep.bias', shape: [2] },
    { name: 'norm.scale', shape: [2], initial: 1 },
    { name: 'norm.shift', shape: [2], initial: 0 },
    { name: 'dense.weights', shape: [1, 2] },
    { name: 'dense.bias', shape: [1] },
  ]);
  expect(shapes.flatMap(({ state }) => state)).toEqual([
    { name: 'scaled.mean', shape: [2], initial: 0 },
    { name: 'scaled.standard_deviation', shape: [2], initial: 1 },
    { name: 'norm.running_mean', shape: [2], initial: 0 },
    { name: 'norm.running_variance', shape: [2], initial: 1 },
  ]);
});
