import fc from 'fast-check';
import { parseA1 } from '../../../src/notebook/sheet/address';
import type { Topic } from '../../../src/notebook/glossary/contents';
import { ENTRIES } from '../../../src/notebook/glossary/entries';
import { topicOfLabel } from '../../../src/notebook/glossary/labels';
import { SHEET_KEYS, type SheetKey } from '../../../src/notebook/sheet/plan';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { STARTERS } from '../../../src/notebook/presets';
import { LESSON_4, LESSON_4_TEN } from '../../../src/notebook/presets/lesson4';
import { NO_DENSE_LAYER } from '../../../src/notebook/presets/smallConvnet';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { anyNetwork, notebookOf } from '../networks';
import { UNUSUAL_NOTEBOOK } from './subjects';

function expectAllKnown(spec: NotebookSpec): void {
  const plan = planNotebook(spec);
  for (const key of SHEET_KEYS) {
    for (const label of plan.sheets[key].labels) {
      const topic = topicOfLabel(plan, key, label);
      if (!topic)
        throw new Error(`"${label.text}" on the sheet of ${key} of ${spec.title} leads to no entry`);
      expect(ENTRIES[topic.entry]).toBeDefined();
    }
  }
}

test.each(STARTERS.map(({ name, spec }) => [name, spec] as const))(
  'every word on the sheets of %s has an entry',
  (_, spec) => expectAllKnown(spec),
);

test('so has every word of any other network', () => {
  expectAllKnown(UNUSUAL_NOTEBOOK);
  fc.assert(
    fc.property(anyNetwork, fc.boolean(), (network, compact) => expectAllKnown(notebookOf(network, compact))),
    { numRuns: 40 },
  );
});

function topicAt(spec: NotebookSpec, address: string, key: SheetKey = 'values'): Topic | undefined {
  const plan = planNotebook(spec);
  const { row, column } = parseA1(address);
  const label = plan.sheets[key].labels.find((each) => each.row === row && each.column === column);
  return label && topicOfLabel(plan, key, label);
}

test.each([
  ['A1', { entry: 'input' }],
  ['AH1', { entry: 'convolution', layer: 'conv1' }],
  ['BM1', { entry: 'convolution', layer: 'conv2' }],
  ['CM1', { entry: 'maxPool', layer: 'maxpool' }],
  ['DN1', { entry: 'dense', layer: 'dense' }],
  ['EN1', { entry: 'logits', layer: 'dense' }],
  ['EP1', { entry: 'probability' }],
  ['ER1', { entry: 'target' }],
  ['ER3', { entry: 'target' }],
  ['ET1', { entry: 'loss' }],
  ['ET6', { entry: 'prediction' }],
  ['EV1', { entry: 'training' }],
  ['EV4', { entry: 'learningRate' }],
  ['EV5', { entry: 'momentum' }],
  ['EV8', { entry: 'seed' }],
  ['EV12', { entry: 'loss' }],
  ['AD9', { entry: 'filter', layer: 'conv1' }],
  ['BI36', { entry: 'filter', layer: 'conv2' }],
  ['AE15', { entry: 'bias', layer: 'conv1' }],
  ['BJ19', { entry: 'bias', layer: 'conv2' }],
])('on the lesson-4 page %s is about %o', (address, topic) => {
  expect(topicAt(LESSON_4, address)).toEqual(topic);
});

test('a heading of the gradient sheet is about gradients, of its layer', () => {
  expect(topicAt(LESSON_4, 'AH1', 'gradients')).toEqual({ entry: 'gradient', layer: 'conv1' });
  expect(topicAt(LESSON_4, 'ET1', 'gradients')).toEqual({ entry: 'backpropagation' });
  expect(topicAt(LESSON_4, 'AD9', 'gradients')).toEqual({ entry: 'filter', layer: 'conv1' });
});

test('the memory of the optimiser is about the optimiser', () => {
  expect(topicAt(LESSON_4, 'A1', 'velocities')).toEqual({ entry: 'optimiser' });
});

test('words beside ten logits are classes, and the target is one-hot', () => {
  const plan = planNotebook(LESSON_4_TEN);
  const topicOf = (text: string) =>
    topicOfLabel(
      plan,
      'values',
      plan.sheets.values.labels.find((each) => each.text === text)!,
    );
  expect(topicOf('9')).toEqual({ entry: 'class' });
  expect(topicOf('one-hot')).toEqual({ entry: 'oneHot' });
});

test('without a dense layer the heading of the logits is that of the pool', () => {
  const plan = planNotebook(NO_DENSE_LAYER);
  const label = plan.sheets.values.labels.find(({ text }) => text === 'Average')!;
  expect(topicOfLabel(plan, 'values', label)).toEqual({ entry: 'globalAveragePool', layer: 'average' });
});

test('what stands beside a normalised channel belongs to its layer', () => {
  const plan = planNotebook(UNUSUAL_NOTEBOOK);
  const topicOf = (text: string) =>
    topicOfLabel(
      plan,
      'values',
      plan.sheets.values.labels.find((each) => each.text === text)!,
    );
  expect(topicOf('running variance')).toEqual({ entry: 'batchNorm', layer: 'bn' });
  expect(topicOf('shift')).toEqual({ entry: 'batchNorm', layer: 'bn' });
  expect(topicOf('standard deviation')).toEqual({ entry: 'inputNorm', layer: 'norm' });
  expect(topicOf('Drop mask')).toEqual({ entry: 'dropout', layer: 'drop' });
  expect(topicOf('Hidden activation')).toEqual({ entry: 'activation', layer: 'hidden' });
});
