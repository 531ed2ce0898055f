/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { FEW, MORE } from '../support/mainOperations';
import { OTHER_READINGS, storyIn } from '../support/everyReading';

// As everyReading.test.ts, with all main operations.
const ALL = [...FEW, ...MORE];
let strict: Record<string, unknown>;
beforeAll(async () => {
  strict = await storyIn({}, ALL);
});

test.each(OTHER_READINGS)('%s, the cells come out as under the strict profile', async (_, changes) => {
  expect(await storyIn(changes, ALL)).toEqual(strict);
});
