/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { AddWorksheetMergeCommand, RemoveWorksheetMergeCommand } from '@univerjs/sheets';
import { MERGED_CELLS } from '../../../src/workbook/behaviour/mergedCells';
import { Heard } from '../support/heard';
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel.book);
});
beforeEach(() =>
  onSheet((sheet) => {
    sheet.getRange('A1:F9').unmerge();
    sheet.getRange('A1:C2').values = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    sheet.getRange('E1').formulas = [['=SUM(A1:B2)']];
  }),
);
afterAll(() => excel.close());

function onSheet<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T): Promise<T> {
  return Excel.run(async (context) => {
    const result = work(context.workbook.worksheets.getItem('Sheet1'), context);
    await context.sync();
    return result;
  });
}

const read = async (address: string) =>
  (await onSheet((sheet) => sheet.getRange(address).load('values'))).values;

/** By Merge & Center, where nobody asks whether content may go. */
const merge = (address: string) =>
  person.perform(AddWorksheetMergeCommand.id, 'Sheet1', {
    selections: [person.range(address)],
    defaultMerge: true,
  });

const unmerge = (address: string) =>
  person.perform(RemoveWorksheetMergeCommand.id, 'Sheet1', { ranges: [person.range(address)] });

test('a person who merges cells keeps the first alone, and undo brings back the others; sums follow', async () => {
  await merge('A1:B2');
  expect(await read('A1:E2')).toEqual([
    [1, '', 3, '', 1],
    ['', '', 6, '', ''],
  ]);
  await excel.book.grid.commands.executeCommand('univer.command.undo');
  expect(await read('A1:E1')).toEqual([[1, 2, 3, '', 12]]);
  const areas = await onSheet((sheet) => sheet.getRange('A1:F9').getMergedAreasOrNullObject());
  expect(areas.isNullObject).toBe(true);
});

test('merged areas are found by their first cell', async () => {
  await merge('B1:C2');
  const [found, cut, beside] = await onSheet((sheet) =>
    ['A1:F9', 'C1:F9', 'A3:F9'].map((address) =>
      sheet.getRange(address).getMergedAreasOrNullObject().load('address'),
    ),
  );
  expect(found.address).toBe('Sheet1!B1:C2');
  expect([cut.isNullObject, beside.isNullObject]).toEqual([true, true]);
});

test.each(MERGED_CELLS.readings)('what is written into hidden cells is %s', async (mergedCells) => {
  excel.behave({ mergedCells });
  await merge('A1:B2');
  await onSheet((sheet) => {
    sheet.getRange('A1:C2').values = [
      [10, 20, 30],
      [40, 50, 60],
    ];
    sheet.getRange('B2').values = [[70]];
    sheet.getRange('B1').numberFormat = [['0.00']];
  });
  const kept = [
    [10, 20, 30],
    [40, 70, 60],
  ];
  const ignored = [
    [10, '', 30],
    ['', '', 60],
  ];
  expect(await read('A1:C2')).toEqual(mergedCells === 'kept' ? kept : ignored);
  await unmerge('A1:B2');
  await onSheet((sheet) => (sheet.getRange('B2').values = [[8]]));
  expect(await read('B2')).toEqual([[8]]);
});

test('merging:told, an event tells of it; untold, only of what is typed next', async () => {
  const heard = new Heard();
  await onSheet((sheet) =>
    sheet.onChanged.add(async ({ changeType, address }) => heard.add(`${changeType} ${address}`)),
  );
  excel.behave({ merging: 'untold' });
  await merge('A1:B2');
  await person.type('Sheet1', 'F5', 1);
  await heard.all('RangeEdited F5');
  expect(heard.lines).toEqual(['RangeEdited F5']);
  excel.behave({ merging: 'told' });
  await merge('C1:C2');
  await heard.all('RangeEdited C1:C2');
});
