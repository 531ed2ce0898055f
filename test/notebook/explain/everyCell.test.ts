import { isLong, runs } from '../../support/runs';
import type { LayerSpec, LossName, NetworkSpec } from '../../../src/engine/spec';
import { valueCount } from '../../../src/notebook/sheet/block';
import type { SheetKey } from '../../../src/notebook/sheet/plan';
import { LESSON_4, LESSON_4_TEN } from '../../../src/notebook/presets/lesson4';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { notebookOf } from '../networks';
import { addUp, isClose } from './support/arithmetic';
import { cellIn, randomPage, type Page } from './support/scene';

const flatten: LayerSpec = { type: 'flatten', name: 'flatten' };
const dense = (units: number): LayerSpec => ({ type: 'dense', name: 'dense', units });

function network(layers: LayerSpec[], loss: LossName = 'softmaxCrossEntropy'): NetworkSpec {
  return { input: { channels: 2, height: 8, width: 7 }, layers, loss };
}

/** Starters take long; in `npm run test:long` they are looked at, too. */
const STARTERS: readonly (readonly [string, NotebookSpec])[] = [
  ['lesson 4', LESSON_4],
  ['ten classes', LESSON_4_TEN],
];

const SPECS: readonly (readonly [string, NotebookSpec])[] = [
  ...(isLong ? STARTERS : []),
  ['Tiny', TINY],
  [
    'padding, stride and dilation',
    notebookOf(
      network([
        {
          type: 'conv2d',
          name: 'conv1',
          filters: 3,
          kernel: [3, 2],
          stride: 2,
          padding: 1,
          activation: 'gelu',
        },
        {
          type: 'conv2d',
          name: 'conv2',
          filters: 2,
          kernel: [2, 2],
          dilation: 2,
          padding: 'same',
          activation: 'tanh',
        },
        flatten,
        dense(3),
      ]),
    ),
  ],
  [
    'depthwise, batch norm, dropout',
    notebookOf(
      network([
        { type: 'inputNorm', name: 'scaled' },
        { type: 'depthwiseConv2d', name: 'depth', kernel: [3, 3], padding: 'same', activation: 'leakyRelu' },
        { type: 'batchNorm', name: 'norm', activation: 'sigmoid' },
        { type: 'dropout', name: 'drop', rate: 0.4 },
        { type: 'averagePool2d', name: 'average', size: [3, 3], stride: 2, padding: 1 },
        flatten,
        { type: 'dense', name: 'hidden', units: 4, activation: 'gelu' },
        { type: 'batchNorm', name: 'norm2' },
        { type: 'dropout', name: 'drop2', rate: 0.5 },
        dense(2),
      ]),
      true,
    ),
  ],
  [
    'softmax inside, overlapping pools, sigmoids',
    notebookOf(
      network(
        [
          { type: 'conv2d', name: 'conv1', filters: 3, kernel: [2, 2], activation: 'softmax' },
          { type: 'maxPool2d', name: 'pool', size: [3, 3], stride: 1, padding: 1 },
          { type: 'globalAveragePool', name: 'mean' },
          dense(2),
        ],
        'sigmoidCrossEntropy',
      ),
    ),
  ],
  [
    'squared error, flatten with cells of its own',
    notebookOf(
      network(
        [
          { type: 'maxPool2d', name: 'pool', size: [2, 2] },
          flatten,
          { type: 'batchNorm', name: 'norm', activation: 'relu' },
          { type: 'dense', name: 'dense', units: 2, activation: 'tanh' },
        ],
        'squaredError',
      ),
    ),
  ],
];

/** So many cells of a block are looked at, spread over it. */
const MOST = runs(3, 10);

describe.each(SPECS)('%s', (_name, spec) => {
  const training = randomPage(spec, 3, 7);

  test('every kind of value adds up to what the engine has', () => {
    expect(addUpAll(training, 'values', computed)).toBeGreaterThan(0);
  });

  test('every kind of gradient adds up to what the engine has', () => {
    expect(addUpAll(training, 'gradients', () => true)).toBeGreaterThan(0);
  });

  test('a batch of one', () => {
    const alone = randomPage(spec, 1, 3);
    expect(addUpAll(alone, 'gradients', () => true)).toBeGreaterThan(0);
  });

  test('evaluate mode', () => {
    const page = randomPage(spec, 3, 7);
    page.network.training = false;
    page.network.forward();
    page.network.backward();
    addUpAll(page, 'values', (block) => computed(block) && block.role !== 'statistic');
    addUpAll(page, 'gradients', () => true);
  });

  test('the other sheets', () => {
    for (const key of ['velocities', 'secondMoments', 'next', 'rotated'] as const)
      for (const block of training.context.plan.sheets[key].blocks) {
        const explanation = training.explain(cellIn(block, key, valueCount(block) - 1));
        addUp(explanation, training.valueAt);
        expect(explanation.parts).not.toEqual([]);
      }
  });
});

type Blocks = Page['context']['plan']['sheets'][SheetKey]['blocks'];

/** Blocks whose value follows from other cells. */
function computed({ source, role }: Blocks[number]): boolean {
  if (role === 'predicted' || role === 'mask') return false;
  return ['activation', 'loss', 'auxiliary'].includes(source.kind);
}

/** @returns how many cells came to a number */
function addUpAll(page: Page, key: SheetKey, comesToValue: (block: Blocks[number]) => boolean): number {
  let count = 0;
  for (const block of page.context.plan.sheets[key].blocks) {
    const size = valueCount(block);
    const step = Math.max(1, Math.floor(size / MOST));
    for (let index = 0; index < size; index += step) {
      const cell = cellIn(block, key, index);
      const explanation = page.explain(cell);
      const total = addUp(explanation, page.valueAt);
      if (!comesToValue(block)) continue;
      count += 1;
      const value = page.valueAt(cell);
      expect(explanation.value).toBe(value);
      if (total === undefined || !isClose(total, value))
        throw new Error(`${key} ${block.name}, number ${index}: ${total} instead of ${value}`);
    }
  }
  return count;
}
