/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { requestsOf } from '../../../addin/support/requests';
import { Person } from '../support/person';
import { log, row } from '../support/training';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel);
});
afterAll(() => excel.close());

test('a log is a table under words', async () => {
  await log('First', undefined, row(0), row(1));
  expect(await person.see('First log', 'A1')).toEqual([['Training log of First']]);
  expect(await person.see('First log', 'A4:G7')).toEqual([
    [
      'Step',
      'Epoch',
      'Learning rate',
      'Training loss',
      'Validation loss',
      'Training accuracy',
      'Validation accuracy',
    ],
    ['0', '0.00', '0.05', '2.0000', '1.2500', '50.0 %', '97.4 %'],
    ['1', '0.01', '0.05', '1.0000', '1.2500', '50.0 %', '97.4 %'],
    ['', '', '', '', '', '', ''],
  ]);
});

test('each heading, wrapped between its words, and each number has room', async () => {
  await log('Wide', undefined, row(0));
  const widths = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Wide log');
    const columns = Array.from({ length: 7 }, (_, column) => sheet.getCell(3, column));
    for (const cell of columns) cell.load('format/columnWidth,format/wrapText,values');
    await context.sync();
    return columns.map(({ format, values }) => ({ ...format.toJSON(), heading: String(values[0][0]) }));
  });
  for (const { heading, columnWidth, wrapText } of widths) {
    expect(wrapText).toBe(true);
    // A bold letter takes 6.3 points in the embedded workbook's font, as measured, and the margins of a cell 5.
    for (const word of heading.split(' ')) expect(columnWidth).toBeGreaterThan(word.length * 6.3 + 5);
  }
});

test('more rows stand below, and look alike', async () => {
  const place = await log('Second', undefined, row(0));
  expect(await log('Second', place, row(1), row(2))).toBe(place);
  expect(await person.see('Second log', 'A6:G7')).toEqual([
    ['1', '0.01', '0.05', '1.0000', '1.2500', '50.0 %', '97.4 %'],
    ['2', '0.02', '0.05', '0.6667', '1.2500', '50.0 %', '97.4 %'],
  ]);
});

test('what was not validated is blank', async () => {
  const blank = { validationLoss: undefined, validationAccuracy: undefined };
  const place = await log('Blank', undefined, row(0, blank));
  await log('Blank', place, row(1, blank));
  expect(await person.read('Blank log', 'D5:G6')).toEqual([
    [2, '', 0.5, ''],
    [1, '', 0.5, ''],
  ]);
});

test('a number that a cell cannot hold is an error there', async () => {
  await log('Large', undefined, row(0, { trainingLoss: Infinity }));
  expect(await person.read('Large log', 'D5')).toEqual([['#NUM!']]);
});

test('after a Reset the rows go on below', async () => {
  const place = await log('Reset', undefined, row(0), row(10));
  await log('Reset', place, row(0));
  expect(await person.read('Reset log', 'A5:A8')).toEqual([[0], [10], [0], ['']]);
});

test('without rows nothing is drawn', async () => {
  expect(await log('Nothing', undefined)).toBeUndefined();
  expect(person.sheets).not.toContain('Nothing log');
});

test('of a long title the sheet has the beginning', async () => {
  await log('Thirty-one letters in this name', undefined, row(0));
  expect(person.sheets).toContain('Thirty-one letters in this  log');
});

test('thousands of rows take no more requests than one', async () => {
  const [few, many] = [await log('Few', undefined, row(0)), await log('Many', undefined, row(0))];
  const one = await requestsOf(() => log('Few', few, row(1)));
  const rows = Array.from({ length: 3000 }, (_, step) => row(step));
  expect(await requestsOf(() => log('Many', many, ...rows))).toHaveLength(one.length);
  expect(await person.see('Many log', 'A3005:D3005')).toEqual([['2999', '29.99', '0.05', '0.0007']]);
});
