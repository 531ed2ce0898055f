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
  await onSheet((sheet) => (sheet.getRange('A1:B1').formulas = [[1, '=A1+1']]));
});
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

test('calculation:manual, formulas show what they came to until somebody calculates', async () => {
  excel.behave({ calculation: 'manual' });
  await person.type('Sheet1', 'A1', 5);
  await onSheet((sheet) => (sheet.getRange('C1').values = [[7]]));
  expect(await read('A1:C1')).toEqual([[5, 2, 7]]);
  const application = await onSheet((_, { workbook }) => workbook.application.load('calculationMode'));
  expect(application.calculationMode).toBe('Manual');
  await onSheet((_, { workbook }) => workbook.application.calculate('Recalculate'));
  expect(await read('B1')).toEqual([[6]]);
});

test('what an add-in chooses goes before what the person chose', async () => {
  await onSheet((_, { workbook }) => (workbook.application.calculationMode = 'Automatic'));
  await person.type('Sheet1', 'A1', 10);
  expect(await read('B1')).toEqual([[11]]);
});

test('what is read while screen updating is suspended is what was written', async () => {
  const cells = await onSheet((sheet, { workbook }) => {
    workbook.application.suspendScreenUpdatingUntilNextSync();
    sheet.getRange('A1').values = [[20]];
    return sheet.getRange('A1:B1').load('values,text');
  });
  expect([cells.values, cells.text]).toEqual([[[20, 21]], [['20', '21']]]);
});
