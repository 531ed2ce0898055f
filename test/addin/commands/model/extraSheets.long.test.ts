/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { everyCell } from '../../support/everyCell';
import { quiet } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';

// What stands on further sheets of a notebook goes along when another is built in its place.
const MODEL = 'Tiny model';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  const { session } = sheet;
  for (const show of [session.evaluation.evaluate, session.filters.showSheet, session.matrices.show])
    await session.perform(show);
  await session.perform(session.models.show);
});
afterAll(() => sheet.close());

async function build(filters: number): Promise<void> {
  await sheet.activate(MODEL);
  await sheet.type('C11', filters, MODEL);
  await sheet.session.perform(sheet.session.models.build);
  await sheet.session.store.get().question?.answer();
  await sheet.session.idle(quiet);
  expect(sheet.session.store.get().errors).toEqual([]);
}

/** The cells of a sheet that hold an error. */
async function errorsOn(name: string): Promise<unknown[]> {
  const cells = Object.entries(await everyCell()).filter(([address]) => address.includes(name));
  expect(cells).toHaveLength(1);
  const { values } = cells[0][1] as { values: unknown[][] };
  return values.flat().filter((value) => String(value).startsWith('#'));
}

test('the matrix reads the cells of the notebook that was built, and the person stays where they were', async () => {
  await build(3);
  expect(await errorsOn('Tiny matrix')).toEqual([]);
  expect(sheet.excel.book.grid.workbook.getActiveSheet().getName()).toBe('Tiny');
  await sheet.type('I6', 5, 'Tiny');
  const matrix = (await sheet.read('A1:AZ60', 'Tiny matrix')).flat();
  expect(matrix.filter((value) => value === 5).length).toBeGreaterThan(9);
});

test('also when the building is undone', async () => {
  await build(4);
  await sheet.session.store.get().undo!();
  await sheet.session.idle(quiet);
  expect(await errorsOn('Tiny matrix')).toEqual([]);
});

test('filters of another number take the place of those that were there', async () => {
  await build(1);
  await sheet.session.perform(sheet.session.filters.showSheet);
  expect((await sheet.sheets()).filter((name) => name.startsWith('Tiny filters'))).toEqual(['Tiny filters']);
  await build(2);
  await sheet.session.perform(sheet.session.filters.showSheet);
  expect((await sheet.sheets()).filter((name) => name.startsWith('Tiny filters'))).toEqual(['Tiny filters']);
});

test('what a person wrote beside them stays: others are drawn on a sheet of their own', async () => {
  await sheet.type('AZ80', 'mine', 'Tiny filters');
  await build(1);
  await sheet.session.perform(sheet.session.filters.showSheet);
  expect(await sheet.read('AZ80', 'Tiny filters')).toEqual([['mine']]);
  expect(await sheet.sheets()).toContain('Tiny filters (2)');
});
