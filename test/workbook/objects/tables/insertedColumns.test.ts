/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// A sheet's column inserted through a table is one of the table's, with a name as Excel gives it.
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';
import { Person } from '../../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel.book);
});
afterAll(() => excel.close());

const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
  Excel.run((context) => work(context.workbook.worksheets.getItem('Sheet1'), context));

beforeEach(() =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1:Z20').clear();
    sheet.getRange('B2:D3').values = [
      ['a', 'Column1', 'c'],
      [1, 2, 3],
    ];
    sheet.tables.add('B2:D3', true);
    await context.sync();
  }),
);
afterEach(() =>
  onSheet(async (sheet, context) => {
    sheet.tables.getItemAt(0).delete();
    await context.sync();
  }),
);

const header = () =>
  onSheet(async (sheet, context) => {
    const range = sheet.tables.getItemAt(0).getHeaderRowRange().load('values');
    await context.sync();
    return range.values[0] as unknown[];
  });

const COLUMN_C = { startRow: 0, endRow: 999, startColumn: 2, endColumn: 2, rangeType: 2 };

test.each(['C:C', 'C2:C3'])('an add-in inserts %s', async (address) => {
  await onSheet(async (sheet, context) => {
    sheet.getRange(address).insert('Right');
    const range = sheet.tables.getItemAt(0).getHeaderRowRange().load('values');
    await context.sync();
    expect(range.values[0]).toEqual(['a', 'Column2', 'Column1', 'c']);
  });
});

test('an add-in inserts two columns', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('C:D').insert('Right');
    await context.sync();
  });
  expect(await header()).toEqual(['a', 'Column2', 'Column3', 'Column1', 'c']);
});

test('a person inserts a column, undoes and redoes it', async () => {
  const insert = { range: COLUMN_C, direction: 3 };
  await person.perform('sheet.command.insert-col-by-range', 'Sheet1', insert);
  expect(await header()).toEqual(['a', 'Column2', 'Column1', 'c']);
  await person.perform('univer.command.undo', 'Sheet1', {});
  expect(await header()).toEqual(['a', 'Column1', 'c']);
  await person.perform('univer.command.redo', 'Sheet1', {});
  expect(await header()).toEqual(['a', 'Column2', 'Column1', 'c']);
});

test('a person deletes a column, and has its name again after undo', async () => {
  await person.perform('sheet.command.remove-col-by-range', 'Sheet1', { range: COLUMN_C });
  expect(await header()).toEqual(['a', 'c']);
  await person.perform('univer.command.undo', 'Sheet1', {});
  expect(await header()).toEqual(['a', 'Column1', 'c']);
});
