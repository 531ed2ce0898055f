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
