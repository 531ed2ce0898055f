/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { FEW } from '../support/mainOperations';
import { OTHER_READINGS, storyIn } from '../support/everyReading';

// Each switch alone; all that is added to the table of switches is drawn here by itself.
let strict: Record<string, unknown>;
beforeAll(async () => {
  strict = await storyIn({}, FEW);
});

test.each(OTHER_READINGS)('%s, the cells come out as under the strict profile', async (_, changes) => {
  expect(await storyIn(changes, FEW)).toEqual(strict);
});
