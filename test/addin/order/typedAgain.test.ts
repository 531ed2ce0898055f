/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../support/sheet';
import { play } from './atOnce';
import { LOOKS, typed } from './deeds';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const EVALUATE = LOOKS.find(({ name }) => name === 'Evaluate')!;

// Evaluate sees 0.25 in the cell before Excel tells of it, and 3 is typed before Evaluate says what it saw.
test.each([0, 1, 2, 3, 4, 5])(
  'what is typed again while all cells are read is what stays, typed %i turns later',
  async (turns) => {
    await play(sheet, [
      { deed: typed('I15', 0.25), pause: 0 },
      { deed: EVALUATE, pause: 0 },
      { deed: typed('H5', 0.25), pause: turns },
      { deed: typed('I15', 3), pause: 1 },
    ]);
    expect(await sheet.read('I15', 'Tiny')).toEqual([[3]]);
    expect(await sheet.read('H5', 'Tiny')).toEqual([[0.25]]);
  },
);
