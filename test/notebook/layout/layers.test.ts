import { toA1 } from '../../../src/notebook/sheet/address';
import type { LossName } from '../../../src/engine/spec';
import { layOut } from '../../../src/notebook/layout';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { notebookOf } from '../networks';

const spec = notebookOf({
  input: { channels: 1, height: 6, width: 6 },
  layers: [
    { type: 'inputNorm', name: 'norm' },
    { type: 'conv2d', name: 'conv', filters: 1, kernel: [3, 3], padding: 'same' },
    { type: 'batchNorm', name: 'bn' },
    { type: 'dropout', name: 'drop', rate: 0.5 },
    { type: 'averagePool2d', name: 'pool', size: [2, 2] },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 2 },
  ],
  loss: 'softmaxCrossEntropy',
});

/** By name of the block. */
const places = new Map(layOut(spec).blocks.map(({ name, rect }) => [name, toA1(rect)]));

// Counted by hand: one blank column, then the gutter, then the map.
test.each([
  ['input.channel1', 'A2:F7'],
  ['norm.channel1.mean', 'H2'],
  ['norm.channel1.standard_deviation', 'H3'],
  ['norm.map1', 'L2:Q7'],
  ['conv.filter1.channel1', 'S4:U6'],
  ['conv.filter1.bias', 'S8'],
  ['conv.map1', 'W2:AB7'],
  ['bn.channel1.scale', 'AD2'],
  ['bn.channel1.shift', 'AD3'],
  ['bn.channel1.batch_mean', 'AD4'],
  ['bn.channel1.batch_variance', 'AD5'],
  ['bn.channel1.running_mean', 'AD6'],
  ['bn.channel1.running_variance', 'AD7'],
  ['bn.map1', 'AH2:AM7'],
  ['drop.mask1', 'AO2:AT7'],
  ['drop.map1', 'AV2:BA7'],
  ['pool.map1', 'BC2:BG6'],
  ['dense.unit1.channel1', 'BI2:BM6'],
  ['dense.unit2.channel1', 'BO2:BS6'],
  ['dense.bias', 'BU3:BU4'],
  ['dense.output', 'BW3:BW4'],
  ['output.probability', 'BY3:BY4'],
])('%s stands at %s', (name, address) => {
  expect(places.get(name)).toBe(address);
});

test('a flatten that something else than a dense layer reads stands in a column', () => {
  const { blocks } = layOut(
    notebookOf({
      input: { channels: 2, height: 2, width: 3 },
      layers: [
        { type: 'flatten', name: 'flat' },
        { type: 'dropout', name: 'drop', rate: 0.5 },
        { type: 'dense', name: 'dense', units: 1 },
      ],
      loss: 'sigmoidCrossEntropy',
    }),
  );
  const at = (name: string) => toA1(blocks.find((block) => block.name === name)!.rect);
  // Twelve numbers in a column; the mask and what it lets through, four narrow columns apart.
  expect(at('flat.output')).toBe('E3:E14');
  expect(at('drop.mask')).toBe('G3:G14');
  expect(at('drop.output')).toBe('K3:K14');
  expect(at('dense.weights')).toBe('M3:X3');
});

test('a depthwise filter is one matrix and reads its own channel', () => {
  const { blocks } = layOut(
    notebookOf({
      input: { channels: 2, height: 4, width: 4 },
      layers: [
        { type: 'depthwiseConv2d', name: 'dw', kernel: [3, 3] },
        { type: 'globalAveragePool', name: 'mean' },
      ],
      loss: 'softmaxCrossEntropy',
    }),
  );
  const block = (name: string) => blocks.find((each) => each.name === name)!;
  expect(block('dw.map2').reads).toEqual(['input.channel2', 'dw.filter2.channel1', 'dw.filter2.bias']);
  expect(block('dw.filter2.channel2' as string)).toBeUndefined();
  expect(block('mean.output').reads).toEqual(['dw.map1', 'dw.map2']);
  expect(block('mean.output').role).toBe('logits');
});

test('probabilities have bars, outputs of a regression none', () => {
  const barsIn = (loss: LossName) => {
    const spec = { ...TINY, network: { ...TINY.network, loss } };
    const { blocks } = planNotebook(spec).sheets.values;
    return blocks.filter(({ hasBars }) => hasBars).map(({ name }) => name);
  };
  expect(barsIn('softmaxCrossEntropy')).toEqual(['output.probability']);
  expect(barsIn('sigmoidCrossEntropy')).toEqual(['output.probability']);
  expect(barsIn('squaredError')).toEqual([]);
});
