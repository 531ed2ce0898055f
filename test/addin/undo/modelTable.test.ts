/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { UNDO_TOLD } from '../../../src/workbook/behaviour/undoTold';
import { requestsOf } from '../support/requests';
import { openNotebook, type Sheet } from '../support/sheet';

// Column C holds filters or units, columns J to P what the add-in counts.
const MODEL = 'Tiny model';
const PAGE = 'A1:P16';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(sheet.session.models.show);
});
afterAll(() => sheet.close());

const page = () => sheet.read(PAGE, MODEL);
const written = async (act: () => Promise<unknown>) =>
  (await requestsOf(act)).filter(({ sets }) => sets.length > 0).length;

/** Undoes until the cell holds what it held before. @returns how often that took, or Infinity */
async function undoUntil(address: string, value: unknown): Promise<number> {
  for (let press = 1; press <= 5; press++) {
    expect(await written(sheet.undo)).toBe(0);
    if ((await sheet.read(address, MODEL))[0][0] === value) return press;
  }
  return Infinity;
}

describe.each(UNDO_TOLD.readings)('undoTold:%s', (undoTold) => {
  beforeEach(() => sheet.behave({ undo: 'recorded', undoTold }));

  test('a number typed into the model table is undone with what was counted, and redone', async () => {
    const before = await page();
    await sheet.type('C11', 5, MODEL);
    const after = await page();
    expect(after).not.toEqual(before);
    const presses = await undoUntil('C11', 2);
    expect(await page()).toEqual(before);
    for (let press = 0; press < presses; press++) await sheet.redo();
    expect(await page()).toEqual(after);
    await undoUntil('C11', 2);
    expect(await page()).toEqual(before);
  });

  test('a row that cannot be is undone with its note', async () => {
    const before = await page();
    await sheet.type('D11', '9×9', MODEL);
    expect((await page())[10][15]).toMatch(/larger than the map/);
    await undoUntil('D11', '3×3');
    expect(await page()).toEqual(before);
  });

  test('what is typed over a count is put back', async () => {
    const before = await page();
    await sheet.type('K11', 'mine', MODEL);
    expect(await page()).toEqual(before);
  });

  test('after an undone edit the next one is counted', async () => {
    await sheet.type('C11', 4, MODEL);
    await undoUntil('C11', 2);
    await sheet.type('C11', 5, MODEL);
    expect(await sheet.read('J11:L11', MODEL)).toEqual([['5 maps of 4×4', '3·3·1·5 + 5', 50]]);
    await sheet.type('C11', 2, MODEL);
    expect(await sheet.read('J11:L11', MODEL)).toEqual([['2 maps of 4×4', '3·3·1·2 + 2', 20]]);
  });
});
