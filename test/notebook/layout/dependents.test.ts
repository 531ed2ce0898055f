import { dependents, layOut } from '../../../src/notebook/layout';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';

const layout = layOut(LESSON_4);
const AFTER_CONV2_MAP2 = [
  'conv2.map2',
  'maxpool.map2',
  'dense.output',
  'output.probability',
  'output.loss',
  'output.predicted',
  'notebook.batch_loss',
];

function reachedFrom(name: string): string[] {
  return [...dependents(layout, [name])].filter((each) => each !== name);
}

test('a filter of the second layer reaches its own map, not its neighbour', () => {
  expect(reachedFrom('conv2.filter2.channel1')).toEqual(AFTER_CONV2_MAP2);
});

test('a filter of the first layer reaches one map there and both maps of the second layer', () => {
  expect(reachedFrom('conv1.filter1.channel1')).toEqual([
    'conv1.map1',
    'conv2.map1',
    'conv2.map2',
    'maxpool.map1',
    'maxpool.map2',
    'dense.output',
    'output.probability',
    'output.loss',
    'output.predicted',
    'notebook.batch_loss',
  ]);
});

test('the target reaches the losses only', () => {
  expect(reachedFrom('output.target')).toEqual(['output.loss', 'notebook.batch_loss']);
});

test('the learning rate reaches only the rate of the next step', () => {
  expect(reachedFrom('sgd.learning_rate')).toEqual(['notebook.rate_now']);
});
