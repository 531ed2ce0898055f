/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';

// https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model, "*OrNullObject methods and
// properties", and the first line of nearly every sample in OfficeDev/office-js-snippets.

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

test('deleting a sheet that is not there does nothing, and the batch goes on', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItemOrNullObject('Sample').delete();
    const sheet = context.workbook.worksheets.add('Sample').load('name');
    await context.sync();
    expect(sheet.name).toBe('Sample');
  });
});

test('methods, writes and set() on a null object, and on what it leads to, are ignored', async () => {
  await Excel.run(async (context) => {
    const nowhere = context.workbook.worksheets.getItemOrNullObject('Nowhere');
    nowhere.name = 'Somewhere';
    nowhere.set({ name: 'Elsewhere' });
    const range = nowhere.getRange('A1:B2');
    range.values = [
      [1, 2],
      [3, 4],
    ];
    range.format.fill.color = 'red';
    range.format.font.bold = true;
    range.clear();
    const chart = nowhere.charts.add('Line', range, 'Auto');
    chart.title.text = 'Nothing';
    const count = nowhere.tables.getCount();
    nowhere.onChanged.add(() => Promise.resolve());
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    expect([nowhere.isNullObject, range.isNullObject, chart.isNullObject]).toEqual([true, true, true]);
    expect(count.value).toBeNull();
    expect(sheets.items.map(({ name }) => name)).not.toContain('Somewhere');
  });
});

test('what a null object is asked for, is null: nested loads, collections, a name of its own', async () => {
  await Excel.run(async (context) => {
    const nowhere = context.workbook.worksheets.getItemOrNullObject('Nowhere');
    nowhere.load('name,tables/items/name');
    const name = nowhere.names.getItemOrNullObject('x').load('value');
    const tables = nowhere.tables.load('items/name');
    await context.sync();
    expect([nowhere.isNullObject, name.isNullObject, tables.isNullObject]).toEqual([true, true, true]);
    expect(nowhere.toJSON()).not.toHaveProperty('name');
  });
});
