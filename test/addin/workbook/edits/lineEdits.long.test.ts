/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { quiet } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeEach(async () => {
  sheet = await openNotebook(TINY);
});
afterEach(() => sheet.close());

const SHEETS = ['Tiny', 'Tiny ∂', 'Tiny v'];

/** Where the names of a sheet refer to, by name, but for the sheet. */
const places = (on: string) =>
  Excel.run(async (context) => {
    const { names } = context.workbook.worksheets.getItem(on);
    names.load('items/name,items/formula');
    await context.sync();
    return Object.fromEntries(names.items.map(({ name, formula }) => [name, String(formula).split('!')[1]]));
  });

/** The filters, which are on all sheets. */
async function filters(): Promise<unknown[]> {
  const all = await Promise.all(SHEETS.map(places));
  return all.map((each) => each['conv1.filter2.channel1']);
}

test.each([
  ['a row', ['insert 1:1'], '$H$15:$J$17'],
  ['rows between blocks', ['insert 8:9'], '$H$16:$J$18'],
  ['columns', ['insert G:H'], '$J$14:$L$16'],
  ['a row and a column', ['insert 8:8', 'insert G:G'], '$I$15:$K$17'],
  ['a row that is deleted again', ['insert 8:8', 'delete 8:8'], '$H$14:$J$16'],
])('%s: what is done on one sheet is done on the others', async (_, deeds, place) => {
  for (const on of SHEETS.slice(0, 2)) {
    expect(await filters()).toEqual(SHEETS.map(() => '$H$14:$J$16'));
    for (const deed of deeds) {
      const [what, lines] = deed.split(' ');
      await (what === 'insert' ? sheet.insert(lines, on) : sheet.delete(lines, on));
    }
    await sheet.session.idle(quiet);
    expect(sheet.session.store.get().errors).toEqual([]);
    expect(await filters()).toEqual(SHEETS.map(() => place));
    await sheet.session.perform(STEP);
    expect(sheet.session.store.get().errors).toEqual([]);
    sheet.close();
    sheet = await openNotebook(TINY);
  }
});

test('rows that are inserted through a block are not, and Ctrl+Z is enough', async () => {
  await sheet.insert('6:6', 'Tiny');
  expect(sheet.session.store.get().errors[0]).toMatch(/press Repair/);
  // The message on the sheet goes first.
  await sheet.undo();
  await sheet.undo();
  expect(sheet.session.store.get().errors).toEqual([]);
  expect(await filters()).toEqual(SHEETS.map(() => '$H$14:$J$16'));
});

test('what somebody wrote on another sheet is not deleted', async () => {
  await sheet.insert('8:8', 'Tiny');
  await sheet.type('Z8', 'mine', 'Tiny v');
  await sheet.delete('8:8', 'Tiny');
  expect((await sheet.read('Z8', 'Tiny v'))[0][0]).toBe('mine');
  expect(sheet.session.store.get().errors).toEqual([]);
});
