/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

const COUNT = 1200;

test('many names are found at once, whatever their case', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    for (let i = 0; i < COUNT; i++) sheet.names.add(`block.${i}`, sheet.getRangeByIndexes(i, 0, 1, 1));
    await context.sync();
    const from = performance.now();
    sheet.names.load('items/name,items/formula,items/value');
    const ranges = Array.from({ length: COUNT }, (_, i) =>
      sheet.names.getItem(`BLOCK.${i}`).getRange().load('address'),
    );
    await context.sync();
    expect(performance.now() - from).toBeLessThan(1500);
    expect(sheet.names.items).toHaveLength(COUNT);
    expect(ranges.at(-1)!.address).toBe(`Sheet1!A${COUNT}`);
  });
});

test('a name that a person gives another spelling, or takes away, is known by the new one', async () => {
  const { commands, unitId, workbook } = excel.book.grid;
  const localSheetId = workbook.getSheetBySheetName('Sheet1')!.getSheetId();
  const name = { unitId, localSheetId, id: 'own', name: 'first', formulaOrRefString: 'Sheet1!$C$1' };
  const found = () =>
    Excel.run(async (context) => {
      const { names } = context.workbook.worksheets.getItem('Sheet1');
      const items = ['first', 'second'].map((each) => names.getItemOrNullObject(each).load('name'));
      await context.sync();
      return items.map((item) => !item.isNullObject);
    });
  commands.syncExecuteCommand('formula.mutation.set-defined-name', name);
  expect(await found()).toEqual([true, false]);
  commands.syncExecuteCommand('formula.mutation.set-defined-name', { ...name, name: 'second' });
  expect(await found()).toEqual([false, true]);
  commands.syncExecuteCommand('formula.mutation.remove-defined-name', name);
  expect(await found()).toEqual([false, false]);
});

test('a cell made text earlier in the same batch takes numbers as text', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('E1:E2');
    range.numberFormat = [['@'], ['0.00']];
    range.values = [['007'], ['007']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['007'], [7]]);
  });
});
