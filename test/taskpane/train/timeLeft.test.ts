import { timeLeft } from '../../../src/taskpane/train/timeLeft';

test.each([
  [0.4, 'less than 1 s left'],
  [1, 'about 1 s left'],
  [12.3, 'about 12 s left'],
  [89, 'about 89 s left'],
  [100, 'about 2 min left'],
  [3600, 'about 60 min left'],
  [7300, 'about 2 h left'],
])('%d seconds: %s', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words);
});
