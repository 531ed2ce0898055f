import { classRows } from '../../../src/taskpane/prediction/classRows';

const rowsOf = (classes: readonly string[], probabilities: number[], target: number[]) =>
  classRows({
    classes,
    probabilities: Float64Array.from(probabilities),
    target: Float64Array.from(target),
  });

test('the classes stand in their own order, the target marked', () => {
  expect(rowsOf(['cat', 'dog'], [0.2, 0.8], [1, 0])).toEqual({
    rows: [
      { name: 'cat', probability: 0.2, isTarget: true },
      { name: 'dog', probability: 0.8, isTarget: false },
    ],
    hidden: 0,
  });
});

test('several labels may be targets at once, or none', () => {
  const targets = (target: number[]) =>
    rowsOf(['a', 'b'], [0.5, 0.5], target).rows.map((row) => row.isTarget);
  expect(targets([1, 1])).toEqual([true, true]);
  expect(targets([0, 0])).toEqual([false, false]);
});

test('of many, the target and the likeliest of the others are shown', () => {
  const classes = [...'abcdefghijkl'];
  const probabilities = classes.map((_, index) => index / 100);
  const target = classes.map((name) => Number(name === 'a'));
  const { rows, hidden } = rowsOf(classes, probabilities, target);
  expect(rows.map(({ name }) => name).join('')).toBe('adefghijkl');
  expect(hidden).toBe(2);
});

test('a unit without a word has a number', () => {
  expect(rowsOf(['cat'], [0.5, 0.5], [0, 1]).rows[1].name).toBe('unit 2');
});
