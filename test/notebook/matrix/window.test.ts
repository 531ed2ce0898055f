import type { LayerSpec, NetworkSpec } from '../../../src/engine/spec';
import { convolutionsOf, type Convolution } from '../../../src/notebook/matrix/convolution';
import { placesOf, windowAround } from '../../../src/notebook/matrix/window';

function convolution(side: number, layer: Partial<LayerSpec> = {}): Convolution {
  const conv = { type: 'conv2d', name: 'conv', filters: 1, kernel: [3, 3], ...layer } as LayerSpec;
  const flat: LayerSpec[] = [
    { type: 'flatten', name: 'flat' },
    { type: 'dense', name: 'dense', units: 1 },
  ];
  const network: NetworkSpec = {
    input: { channels: 1, height: side, width: side },
    layers: [conv, ...flat],
    loss: 'squaredError',
  };
  return convolutionsOf(network)[0];
}

test('a small convolution is shown as a whole', () => {
  const window = windowAround(convolution(6), 1, 1);
  expect(window).toMatchObject({ isWhole: true, pixels: { rows: { first: 0, count: 6 } } });
  expect(placesOf(window.outputs)).toHaveLength(16);
});

test('of a large one the part around an output is shown: 6×6 outputs of 8×8 pixels', () => {
  const { outputs, pixels, isWhole } = windowAround(convolution(28), 1, 1, { row: 10, column: 20 });
  expect(isWhole).toBe(false);
  expect(outputs).toEqual({ rows: { first: 7, count: 6 }, columns: { first: 17, count: 6 } });
  expect(pixels).toEqual({ rows: { first: 7, count: 8 }, columns: { first: 17, count: 8 } });
});

test('at the edge of the map the part ends there', () => {
  const { outputs } = windowAround(convolution(28), 1, 1, { row: 0, column: 25 });
  expect(outputs).toEqual({ rows: { first: 0, count: 6 }, columns: { first: 20, count: 6 } });
});

test('without an output the middle of the map is shown', () => {
  expect(windowAround(convolution(28), 1, 1).outputs.rows).toEqual({ first: 10, count: 6 });
});

test('a stride passes over pixels, a padded edge needs fewer', () => {
  const strided = windowAround(convolution(28, { stride: 2 }), 1, 1, { row: 5, column: 5 });
  expect(strided.outputs.rows.count).toBe(3);
  expect(strided.pixels.rows.count).toBe(7);
  // Seven outputs need nine pixels, of which one is padding.
  const padded = windowAround(convolution(28, { padding: 'same' }), 1, 1, { row: 0, column: 0 });
  expect(padded.outputs.rows).toEqual({ first: 0, count: 7 });
  expect(padded.pixels.rows).toEqual({ first: 0, count: 8 });
});

test('however far an output sees, two on each side are shown', () => {
  const { outputs, pixels } = windowAround(convolution(28, { kernel: [5, 5], dilation: 3 } as never), 1, 1);
  expect(outputs.rows.count).toBe(2);
  expect(pixels.rows.count).toBe(14);
});

test('many channels leave room for few outputs', () => {
  // 16 channels of 4×4 pixels beside four outputs; 64 of 8×8 would be 147,456 cells.
  const { outputs } = windowAround(convolution(28), 64, 64);
  expect(outputs.rows.count).toBe(2);
});

test('outputs that see padding alone stand beside the nearest pixel', () => {
  const { outputs, pixels } = windowAround(convolution(1, { kernel: [1, 1], padding: 3 } as never), 1, 1);
  expect(outputs.rows.count).toBe(7);
  expect(pixels).toEqual({ rows: { first: 0, count: 1 }, columns: { first: 0, count: 1 } });
});
