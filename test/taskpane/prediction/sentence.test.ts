import { sentence } from '../../../src/taskpane/prediction/sentence';

const seven = { classes: ['7'], question: 'is it a 7?', predicted: '7' };

test.each([
  [0.93, 1, 'Is it a 7? Yes (93%), correct.'],
  [0.93, 0, 'Is it a 7? Yes (93%), wrong.'],
  [0.5, 0, 'Is it a 7? No (50%), correct.'],
  [0.2, 1, 'Is it a 7? No (80%), wrong.'],
])('one unit of %d answers its question, of a target of %d', (probability, target, said) => {
  const notebook = { ...seven, probabilities: Float64Array.of(probability), target: Float64Array.of(target) };
  expect(sentence(notebook)).toBe(said);
});

const cat = { classes: ['cat', 'dog', 'bird'], question: 'one-hot', predicted: 'dog' };

test.each([
  [[0, 1, 0], 'Predicts dog (70%), correct.'],
  [[1, 0, 0], 'Predicts dog (70%), wrong: it is cat.'],
  [[0.5, 0.5, 0], 'Predicts dog (70%).'],
])('several units name what they see, of the target %j', (target, said) => {
  const notebook = {
    ...cat,
    probabilities: Float64Array.of(0.1, 0.7, 0.2),
    target: Float64Array.from(target),
  };
  expect(sentence(notebook)).toBe(said);
});

test('without a target nobody says whether it is true', () => {
  expect(sentence({ ...seven, probabilities: Float64Array.of(0.93) })).toBe('Is it a 7? Yes (93%).');
});

test('several labels at once are named', () => {
  const both = { ...cat, predicted: 'cat, dog', target: Float64Array.of(1, 1, 0) };
  expect(sentence({ ...both, probabilities: Float64Array.of(0.9, 0.8, 0.1) })).toBe('Predicts cat, dog.');
});
