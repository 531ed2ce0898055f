/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { at } from '../support/person';
import { log, row } from '../support/training';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

const namesOfTables = () =>
  Excel.run(async (context) => {
    const { tables } = context.workbook;
    tables.load('items/name');
    await context.sync();
    return tables.items.map(({ name }) => name);
  });

test('a table is called after its notebook', async () => {
  await log('Lesson 4', undefined, row(0));
  await log('4 × «R1C1» ∂', undefined, row(0));
  expect(await namesOfTables()).toEqual(expect.arrayContaining(['Log_Lesson_4', 'Log_4_R1C1_']));
});

test('its name is one that neither a table nor a defined name has', async () => {
  await at('Sheet1', (sheet) => {
    sheet.getRange('A1').values = [['x']];
    sheet.tables.add('A1:A2', true).name = 'log_apples';
  });
  await Excel.run(async (context) => {
    context.workbook.names.add('Log_Apples_2', '=1');
    await context.sync();
  });
  await log('Apples', undefined, row(0));
  expect(await namesOfTables()).toContain('Log_Apples_3');
});
