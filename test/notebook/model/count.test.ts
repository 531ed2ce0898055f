import { countLayers } from '../../../src/notebook/model/count';
import { parseModel } from '../../../src/notebook/model/parse';
import { cellsOf, MOST_CELLS } from '../../../src/notebook/model/cellCount';
import { MOST_BLOCKS, tooLarge } from '../../../src/notebook/model/size';
import { NO_DENSE_LAYER } from '../../../src/notebook/presets/smallConvnet';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { fields, row } from './table';

const VGG_INPUT = fields({ Channels: 3, Height: 224, Width: 224 });
const conv = (filters: number) =>
  row({ Layer: 'convolution', 'Filters or units': filters, Padding: 'same', Activation: 'ReLU' });

test('the first block of VGG on 224×224×3 is counted, without being drawn', () => {
  const { network } = parseModel(VGG_INPUT, [conv(64), conv(64), row({ Layer: 'max pool' })]);
  const [first, second, pool] = countLayers(network!);
  // 224 · 224 · 64
  expect(first.Activations).toBe(3_211_264);
  expect(first).toMatchObject({
    'Output shape': '64 maps of 224×224',
    Parameters: '3·3·3·64 + 64',
    'Parameters, counted': 1792,
    'A dense layer would need': 224 * 224 * 3 * 3_211_264,
    'Receptive field': '3×3',
  });
  expect(second).toMatchObject({ Parameters: '3·3·64·64 + 64', 'Receptive field': '5×5' });
  expect(pool).toMatchObject({ Activations: 112 * 112 * 64, 'Receptive field': '6×6', Parameters: '' });
});

test('a network too large to draw says how many cells it would take', () => {
  const { network } = parseModel(VGG_INPUT, [
    conv(64),
    row({ Layer: 'global average pool' }),
    row({ Layer: 'dense', 'Filters or units': 10 }),
  ]);
  const spec: NotebookSpec = {
    title: 'VGG',
    network: network!,
    data: { generator: 'digits' },
    classes: [],
    question: '',
  };
  // Pixels, filters and biases, maps, means, weights and biases, logits.
  const cells = 3 * 224 * 224 + (27 * 64 + 64) + 224 * 224 * 64 + 64 + (640 + 10) + 10;
  expect(cellsOf(network!)).toBe(cells);
  expect(tooLarge(spec)).toContain(cells.toLocaleString('en-US'));
});

test('a network of many small filters is refused for its blocks, with their number', () => {
  const wide = (filters: number): NotebookSpec => ({
    title: 'Wide',
    network: parseModel(fields({ Channels: 1, Height: 4, Width: 4 }), [
      row({ Layer: 'convolution', 'Filters or units': 64, Kernel: 1 }),
      row({ Layer: 'convolution', 'Filters or units': filters, Kernel: 1 }),
      row({ Layer: 'global average pool' }),
      row({ Layer: 'dense', 'Filters or units': 10 }),
    ]).network!,
    data: { generator: 'digits' },
    classes: [],
    question: '',
  });
  expect(tooLarge(wide(64))).toBeUndefined();
  expect(cellsOf(wide(128).network)).toBeLessThan(MOST_CELLS);
  expect(tooLarge(wide(128))).toMatch(/would take [\d,]+ blocks of cells/);
  expect(tooLarge(wide(128))).toContain(MOST_BLOCKS.toLocaleString('en-US'));
});

test('a dense layer counts a weight for every pair, and sees the whole image', () => {
  const { network } = parseModel(fields(), [
    row({ Layer: 'convolution', 'Filters or units': 2 }),
    row({ Layer: 'flatten' }),
    row({ Layer: 'dense', 'Filters or units': 10 }),
  ]);
  // Two maps of 26×26 in a row are 1,352 numbers.
  expect(countLayers(network!)[2]).toMatchObject({
    'Output shape': '10 numbers',
    Parameters: '1352·10 + 10',
    'Parameters, counted': 13_530,
    'Receptive field': '28×28',
  });
});

test('a global average pool sees what the maps before it see, and no more', () => {
  // 28×28, stride 2: 12×12; stride 2: 5×5, of which each sees 9; the third makes 3×3 that see 17, 4 pixels apart.
  const pool = countLayers(NO_DENSE_LAYER.network)[3];
  expect(pool['Receptive field']).toBe('25×25');
});

test('a dense layer sees what all numbers of the map before it see', () => {
  const { network } = parseModel(fields(), [
    row({ Layer: 'convolution', 'Filters or units': 1, Kernel: 5, Stride: 3 }),
    row({ Layer: 'flatten' }),
    row({ Layer: 'dense', 'Filters or units': 10 }),
  ]);
  // Eight in a row, 3 pixels apart, each sees 5: 5 + 7 · 3 = 26 of 28 pixels.
  expect(countLayers(network!)[2]['Receptive field']).toBe('26×26');
});
