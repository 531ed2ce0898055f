import { ENTRY_KEYS } from '../../../src/notebook/glossary/contents';
import { search } from '../../../src/notebook/glossary/search';

test('nothing typed finds all terms, in the order of the contents', () => {
  expect(search('')).toEqual(ENTRY_KEYS);
  expect(search('  ')).toEqual(ENTRY_KEYS);
});

test.each([
  ['bias', 'bias'],
  ['Fully connected', 'dense'],
  ['kernel', 'filter'],
  ['one hot', 'oneHot'],
  ['ONE-HOT', 'oneHot'],
  ['glorot', 'xavier'],
  ['kaiming', 'he'],
  ['cross-correlation', 'convolution'],
  ['backprop', 'backpropagation'],
  ['mse', 'squaredError'],
  ['l2', 'weightDecay'],
] as const)('"%s" finds %s first', (typed, entry) => {
  expect(search(typed)[0]).toBe(entry);
});

test.each([
  ['are channels summed', 'channel'],
  ['two matrices', 'filter'],
  ['lose features', 'flatten'],
  ['which cell goes where', 'flatten'],
  ['softmax or sigmoid', 'softmax'],
  ['replace dense', 'globalAveragePool'],
  ['rewind', 'initialisation'],
  ['matrix product', 'sharedWeights'],
  ['how many parameters', 'parameters'],
] as const)('what learners ask, "%s", finds %s', (typed, entry) => {
  expect(search(typed)).toContain(entry);
});

test('every word typed has to be found, as the beginning of a word', () => {
  expect(search('bias zebra')).toEqual([]);
  expect(search('ias')).toEqual([]);
  expect(search('soft')[0]).toBe('softmax');
});
