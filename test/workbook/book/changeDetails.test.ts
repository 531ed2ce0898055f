/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// https://learn.microsoft.com/javascript/api/excel/excel.changedeventdetail
import { Heard } from '../support/heard';
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
let heard: Heard;

/** `address: before (type) → after (type)` of each change of the first sheet. */
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel.book);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').onChanged.add(async ({ address, details }) => {
      const { valueBefore, valueTypeBefore, valueAfter, valueTypeAfter } = details ?? {};
      heard.add(
        details
          ? `${address}: ${valueBefore} (${valueTypeBefore}) → ${valueAfter} (${valueTypeAfter})`
          : `${address}: several`,
      );
    });
    await context.sync();
  });
});
afterAll(() => excel.close());
beforeEach(() => void (heard = new Heard()));

const write = (address: string, values: unknown[][]) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange(address).values = values;
    await context.sync();
  });

test('a formula that is typed over a number tells both values, calculated', async () => {
  await person.type('Sheet1', 'A1', 27);
  await heard.all('A1:  (Empty) → 27 (Double)');
  await person.type('Sheet1', 'A1', '=1+1');
  await heard.all('A1: 27 (Double) → 2 (Double)');
  await person.type('Sheet1', 'A2', 'word');
  await heard.all('A2:  (Empty) → word (String)');
  expect(heard.lines).toHaveLength(3);
});

test('a formula that is typed over a formula tells both results', async () => {
  await write('B1', [['=2*3']]);
  await person.type('Sheet1', 'B1', '=1/0');
  await heard.all('B1:  (Empty) → 6 (Double)', 'B1: 6 (Double) → #DIV/0! (Error)');
});

test('an add-in writes a formula over the result of one that a person has just typed', async () => {
  await person.type('Sheet1', 'C1', '=3*4');
  await write('C1', [['=5*5']]);
  await heard.all('C1:  (Empty) → 12 (Double)', 'C1: 12 (Double) → 25 (Double)');
});

test('two writes of one batch each tell their own values', async () => {
  await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('D1');
    cell.values = [[1]];
    cell.values = [[true]];
    await context.sync();
  });
  await heard.all('D1:  (Empty) → 1 (Double)', 'D1: 1 (Double) → true (Boolean)');
});

test('a cleared cell becomes empty', async () => {
  await write('E1', [[5]]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('E1').clear('Contents');
    await context.sync();
  });
  await heard.all('E1: 5 (Double) →  (Empty)');
});

test('a change of several cells has no details, whoever makes it', async () => {
  await person.type('Sheet1', 'F1:F2', 7);
  await write('F1:F2', [[1], [2]]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('F1:F2').clear();
    await context.sync();
  });
  await heard.all('F1:F2: several');
  expect(new Set(heard.lines)).toEqual(new Set(['F1:F2: several']));
});
