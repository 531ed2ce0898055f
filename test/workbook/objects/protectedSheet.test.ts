/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel.book);
});
afterAll(() => excel.close());

/** The first sheet's protection is switched, and its cells are read. */
const cells = (change: (protection: Excel.WorksheetProtection) => void = () => undefined) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    change(sheet.protection);
    const range = sheet.getRange('A1:B1').load('values');
    await context.sync();
    return range.values;
  });

const ALERT =
  "Embedded workbook: The cell or chart you're trying to change is on a protected sheet. To make a change, unprotect the " +
  'sheet. You might be requested to enter a password.';

test('a person cannot change cells of a protected sheet, and is told why; unprotected, they can', async () => {
  await person.type('Sheet1', 'A1', 1);
  await cells((protection) => protection.protect());
  const range = person.range('A1');
  expect(await person.type('Sheet1', 'A1', 2)).toBe(false);
  expect(await person.perform('sheet.command.clear-selection-content', 'Sheet1', { ranges: [range] })).toBe(
    false,
  );
  expect(
    await person.perform('sheet.command.set-style', 'Sheet1', { range, style: { type: 'bl', value: 1 } }),
  ).toBe(false);
  expect(excel.alerts.splice(0)).toEqual([ALERT, ALERT, ALERT]);
  expect(await cells((protection) => protection.unprotect())).toEqual([[1, '']]);
  await person.type('Sheet1', 'A1', 3);
  expect(await cells()).toEqual([[3, '']]);
  expect(excel.alerts).toEqual([]);
});

test('what a person has done before a sheet was protected is neither undone nor redone while it is', async () => {
  await person.type('Sheet1', 'A1', 1);
  await person.type('Sheet1', 'A1', 2);
  const press = (key: 'undo' | 'redo') => person.perform(`univer.command.${key}`, 'Sheet1', {});
  await cells((protection) => protection.protect());
  expect(await press('undo')).toBe(false);
  expect(await cells((protection) => protection.unprotect())).toEqual([[2, '']]);
  await press('undo');
  expect(await cells((protection) => protection.protect())).toEqual([[1, '']]);
  expect(await press('redo')).toBe(false);
  expect(excel.alerts.splice(0)).toEqual([ALERT, ALERT]);
  expect(await cells((protection) => protection.unprotect())).toEqual([[1, '']]);
  await press('redo');
  expect(await cells()).toEqual([[2, '']]);
});

test('what an add-in wrote is not undone while its sheet is protected', async () => {
  excel.behave({ undo: 'recorded' });
  await Excel.run((context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[7]];
    return context.sync();
  });
  await cells((protection) => protection.protect());
  expect(await person.perform('univer.command.undo', 'Sheet1', {})).toBe(false);
  expect(excel.alerts.splice(0)).toEqual([ALERT]);
  expect(await cells((protection) => protection.unprotect())).toEqual([[7, '']]);
});

test('nor is anything filled, sized or hidden there', async () => {
  await cells((protection) => protection.protect());
  const [sourceRange, targetRange] = [person.range('A1'), person.range('A1:A5')];
  expect(await person.perform('sheet.command.auto-fill', 'Sheet1', { sourceRange, targetRange })).toBe(false);
  expect(
    await person.perform('sheet.command.set-worksheet-col-width', 'Sheet1', {
      ranges: [sourceRange],
      value: 9,
    }),
  ).toBe(false);
  expect(await person.perform('sheet.command.set-rows-hidden', 'Sheet1', { ranges: [sourceRange] })).toBe(
    false,
  );
  expect(excel.alerts.splice(0)).toEqual([ALERT, ALERT, ALERT]);
  await cells((protection) => protection.unprotect());
});
