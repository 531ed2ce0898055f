import type { NetworkSpec } from '../../../src/engine/spec';
import { valueCount } from '../../../src/notebook/sheet/block';
import { only, sourcesOf } from '../../../src/notebook/explain/influence';
import { Scene } from '../../../src/notebook/explain/scene';
import { notebookOf } from '../networks';
import { blockNamed, randomPage } from './support/scene';

/** Smooth everywhere, with gaps between what its windows see: each source counts, and nothing else does. */
const SMOOTH: NetworkSpec = {
  input: { channels: 2, height: 9, width: 8 },
  layers: [
    {
      type: 'conv2d',
      name: 'conv1',
      filters: 2,
      kernel: [2, 3],
      dilation: 2,
      stride: 2,
      padding: 1,
      activation: 'tanh',
    },
    { type: 'depthwiseConv2d', name: 'conv2', kernel: [2, 1], activation: 'sigmoid' },
    { type: 'averagePool2d', name: 'pool', size: [2, 2], stride: 1 },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 3 },
  ],
  loss: 'softmaxCrossEntropy',
};

test.each(['conv1', 'conv2', 'pool', 'dense'])(
  'each pixel among the sources of %s changes it, and no other does',
  (tensor) => {
    const page = randomPage(notebookOf(SMOOTH), 1, 5);
    const { network } = page;
    const scene = new Scene(page.context);
    const values = network.activations.get(tensor)!;
    for (const index of [0, Math.floor(values.length / 2), values.length - 1]) {
      const sources = sourcesOf(scene, tensor, only(index, values.length)).get('input')!;
      network.forward();
      const before = values[index];
      const changed = network.input.map((pixel, i) => {
        network.input[i] = pixel + 0.5;
        network.forward();
        network.input[i] = pixel;
        return values[index] === before ? 0 : 1;
      });
      expect([...changed]).toEqual([...sources]);
    }
  },
);

test('a frame goes round all that a cell sees of a map, and no further', () => {
  const page = randomPage(notebookOf(SMOOTH), 1, 5);
  const map = blockNamed(page, 'conv1.map1');
  expect(valueCount(map)).toBe(15);
  // Row 2, column 2 of the map sees rows 2 and 4, columns 2, 4 and 6 of the image.
  const cell = { key: 'values' as const, row: map.rect.row + 2, column: map.rect.column + 2 };
  const sources = page.explain(cell).frames.filter(({ kind }) => kind === 'source');
  const image = ['input.channel1', 'input.channel2'].map((name) => blockNamed(page, name).rect);
  expect(sources.map(({ rect }) => rect)).toEqual(
    image.map(({ row, column }) => ({ row: row + 1, column: column + 1, rows: 3, columns: 5 })),
  );
});
