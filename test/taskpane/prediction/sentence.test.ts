import { sentence } from '../../../src/taskpane/prediction/sentence';

const seven = { classes: ['7'], question: 'is it a 7?', predicted: '7' };

test('one unit answers its question', () => {
  expect(sentence({ ...seven, probabilities: Float64Array.of(0.93) })).toBe('Is it a 7? Yes.');
  expect(sentence({ ...seven, probabilities: Float64Array.of(0.5) })).toBe('Is it a 7? No.');
});

test('several units name what they see', () => {
  const cat = { classes: ['cat', 'dog'], question: 'one-hot', predicted: 'dog' };
  expect(sentence({ ...cat, probabilities: Float64Array.of(0.1, 0.9) })).toBe('Predicted: dog');
});
