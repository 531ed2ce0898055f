/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { FEW } from '../support/mainOperations';
import { OTHER_READINGS, storyIn } from '../support/everyReading';

// All other readings at once, the first and the last of each switch; everyReading.long.test.ts has each by itself.
const LAST = Object.assign({}, ...OTHER_READINGS.map(([, change]) => change));
const FIRST = Object.assign({}, ...[...OTHER_READINGS].reverse().map(([, change]) => change));

test('whatever differs from the strict profile, the cells come out the same', async () => {
  const strict = await storyIn({}, FEW);
  expect(await storyIn(FIRST, FEW)).toEqual(strict);
  expect(await storyIn(LAST, FEW)).toEqual(strict);
});
