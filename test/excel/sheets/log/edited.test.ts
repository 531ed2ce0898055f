/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { inWorkbook } from '../../../../src/excel/context';
import { appendLog } from '../../../../src/excel/sheets/log/logSheet';
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { at, Person } from '../support/person';
import { log, row } from '../support/training';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel);
});
afterAll(() => excel.close());

test('a deleted sheet is drawn anew, with the rows at hand', async () => {
  const place = await log('Deleted', undefined, row(0), row(1));
  await person.deleteSheet('Deleted log');
  const again = await log('Deleted', place, row(2));
  expect(again).not.toBe(place);
  expect(await person.read('Deleted log', 'A4:A6')).toEqual([['Step'], [2], ['']]);
});

test('a renamed sheet is found', async () => {
  const place = await log('Renamed', undefined, row(0));
  await person.renameSheet('Renamed log', 'my runs');
  expect(await log('Renamed', place, row(1))).toBe(place);
  expect(await person.read('my runs', 'A5:A6')).toEqual([[0], [1]]);
});

test('a sheet that has another id, as in a copy of the file, is found by its name', async () => {
  const place = await log('Copied', undefined, row(0));
  expect(await log('Copied', '{its id in the file before}', row(1))).toBe(place);
  expect(await person.read('Copied log', 'A5:A6')).toEqual([[0], [1]]);
});

test("a sheet that only has the log's name is somebody's", async () => {
  await person.addSheet('Taken log');
  person.type('Taken log', 'A4', 'mine');
  await log('Taken', '{an id}', row(0));
  expect(await person.read('Taken log', 'A4:A5')).toEqual([['mine'], ['']]);
  expect(await person.read('Taken log (2)', 'A4:A5')).toEqual([['Step'], [0]]);
});

test('a log without its table is left as it is, and goes on on a new sheet', async () => {
  const place = await log('Untabled', undefined, row(0));
  await at('Untabled log', (sheet) => void sheet.tables.getItemAt(0).convertToRange());
  const next = await log('Untabled', place, row(1));
  expect(await person.read('Untabled log', 'A4:A6')).toEqual([['Step'], [0], ['']]);
  expect(await person.read('Untabled log (2)', 'A4:A6')).toEqual([['Step'], [1], ['']]);
  expect(await log('Untabled', next, row(2))).toBe(next);
  expect(await person.read('Untabled log (2)', 'A4:A6')).toEqual([['Step'], [1], [2]]);
});

test("cells of somebody's beside and below the table are kept", async () => {
  const place = await log('Notes', undefined, row(0));
  person.type('Notes log', 'H5', 'good');
  person.type('Notes log', 'A8', 'below');
  await log('Notes', place, row(1), row(2), row(3));
  expect(await person.read('Notes log', 'H5')).toEqual([['good']]);
  const column = (await person.read('Notes log', 'A5:A20')).flat();
  expect(column.slice(0, 4)).toEqual([0, 1, 2, 3]);
  expect(column).toContain('below');
});

test('a column of somebody in the table is left blank in new rows', async () => {
  const place = await log('Column', undefined, row(0));
  await at('Column log', (sheet) => {
    sheet.getRange('B:B').insert('Right');
    sheet.getRange('B4:B5').values = [['Note'], ['start']];
  });
  await log('Column', place, row(1));
  expect(await person.read('Column log', 'A4:D6')).toEqual([
    ['Step', 'Note', 'Epoch', 'Learning rate'],
    [0, 'start', 0, 0.05],
    [1, '', 0.01, 0.05],
  ]);
});

test('a renamed heading still has its numbers below', async () => {
  const place = await log('Heading', undefined, row(0));
  person.type('Heading log', 'D4', 'Loss of the batch');
  await log('Heading', place, row(1));
  expect(await person.read('Heading log', 'D4:E6')).toEqual([
    ['Loss of the batch', 'Validation loss'],
    [2, 1.25],
    [1, 1.25],
  ]);
});

test('a row that was inserted above moves the log', async () => {
  const place = await log('Moved', undefined, row(0));
  await person.insertRow('Moved log', 1);
  await log('Moved', place, row(1));
  expect(await person.read('Moved log', 'A5:A7')).toEqual([['Step'], [0], [1]]);
});

test('a log that cannot be drawn leaves no sheet behind', async () => {
  const tooMany = Array.from({ length: 200_000 }, () => row(0, { trainingLoss: 1 / 3 }));
  await expect(
    inWorkbook((context) => appendLog(context, undefined, 'Failed', tooMany)),
  ).rejects.toMatchObject({
    code: 'RequestPayloadSizeLimitExceeded',
  });
  expect(person.sheets).not.toContain('Failed log');
});
