import { layerPictures } from '../../src/addin/layerPictures';
import { compile } from '../../src/engine/network';
import type { LayerSpec } from '../../src/engine/spec';
import { planNotebook } from '../../src/notebook/layout/planNotebook';
import { notebookOf } from '../notebook/networks';

const LAYERS: LayerSpec[] = [
  { type: 'conv2d', name: 'conv', filters: 3, kernel: [3, 3] },
  { type: 'batchNorm', name: 'norm' },
  { type: 'depthwiseConv2d', name: 'each', kernel: [2, 2] },
  { type: 'maxPool2d', name: 'pool', size: [2, 2] },
  { type: 'flatten', name: 'flatten' },
  { type: 'dense', name: 'dense', units: 4 },
];

test('the picture of each layer shows its first maps, and knows what they are computed from', () => {
  const spec = notebookOf({
    input: { channels: 2, height: 8, width: 7 },
    layers: LAYERS,
    loss: 'softmaxCrossEntropy',
  });
  const plan = planNotebook(spec, 'Notebook');
  const pictures = layerPictures(plan, compile(spec.network, 1));

  const own = (layer: string, before: string) => [
    [`${layer}.map1`, [`${before}.map1`]],
    [`${layer}.map2`, [`${before}.map2`]],
  ];
  const inputs = ['input.channel1', 'input.channel2'];
  const shown = new Set(pictures.flatMap(({ maps }) => maps.map(({ name }) => name)));
  expect(
    pictures.map(({ name, maps, others }) => [
      name,
      others,
      maps.map((map) => [map.name, map.reads.filter((each) => shown.has(each))]),
    ]),
  ).toEqual([
    ['input', 0, inputs.map((name) => [name, []])],
    [
      'conv',
      1,
      [
        ['conv.map1', inputs],
        ['conv.map2', inputs],
      ],
    ],
    ['norm', 1, own('norm', 'conv')],
    ['each', 1, own('each', 'norm')],
    ['pool', 1, own('pool', 'each')],
    ['dense', 0, [['dense.output', ['pool.map1', 'pool.map2']]]],
  ]);
  expect(pictures[1].maps[0].reads).toContain('conv.filter1.channel2');
  expect(pictures.map(({ maps: [{ height, width }] }) => [height, width])).toEqual([
    [8, 7],
    [6, 5],
    [6, 5],
    [5, 4],
    [2, 2],
    [4, 1],
  ]);
});
