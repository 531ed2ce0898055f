/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { SheetInterceptorService } from '@univerjs/sheets';
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** Each test has a sheet of its own. */
let sheetName = '';
let tests = 0;
beforeEach(() =>
  Excel.run(async (context) => {
    sheetName = `Rules${++tests}`;
    context.workbook.worksheets.add(sheetName);
    await context.sync();
    excel.alerts.length = 0;
  }),
);

/** What stands in a cell after a person has typed there. */
function typed(row: number, column: number, v: string | number): unknown {
  const { injector, workbook } = excel.book.grid;
  const sheet = workbook.getSheetBySheetName(sheetName)!;
  return injector.get(SheetInterceptorService).onWriteCell(workbook, sheet, row, column, { v })?.v;
}

/** In A1:A2: a list with words of its own, and one value that is on it. */
const listInA = () =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange('A1:A2');
    range.dataValidation.rule = { list: { inCellDropDown: true, source: 'relu, linear' } };
    range.dataValidation.errorAlert = {
      title: 'Activation',
      message: 'relu or linear',
      showAlert: true,
      style: 'Stop',
    };
    range.values = [['relu'], ['softmax']];
    await context.sync();
  });

/** In B1: a list that stands in H1:H3. */
const listOfCellsInB = () =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.getRange('H1:H3').values = [[1], [2], ['three']];
    sheet.getRange('B1').dataValidation.rule = {
      list: { inCellDropDown: true, source: sheet.getRange('H1:H3') },
    };
    await context.sync();
  });

const rule = (address: string) =>
  Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem(sheetName).getRange(address);
    dataValidation.load('type,rule,valid,errorAlert,ignoreBlanks,prompt');
    await context.sync();
    const { type, rule: body, valid, errorAlert, ignoreBlanks, prompt } = dataValidation;
    return { type: String(type), rule: body, valid, errorAlert, ignoreBlanks, prompt };
  });

test('a list stops what is not on it, with its own words, and lets an add-in write anything', async () => {
  await listInA();
  expect(await rule('A1:A2')).toMatchObject({
    type: 'List',
    rule: { list: { inCellDropDown: true, source: 'relu,linear' } },
    valid: null,
    errorAlert: { title: 'Activation', message: 'relu or linear', showAlert: true, style: 'Stop' },
    ignoreBlanks: true,
  });
  expect([(await rule('A1')).valid, (await rule('A2')).valid]).toEqual([true, false]);
  expect(typed(0, 0, 'linear')).toBe('linear');
  expect(typed(0, 0, 'tanh')).toBe('relu');
  expect(excel.alerts.splice(0)).toEqual(['Activation: relu or linear']);
});

test('a list may stand in cells, which are given as a range', async () => {
  await listOfCellsInB();
  expect((await rule('B1')).rule).toEqual({
    list: { inCellDropDown: true, source: `=${sheetName}!$H$1:$H$3` },
  });
  expect([typed(0, 1, 2), typed(0, 1, 'three'), typed(0, 1, 'four')]).toEqual([2, 'three', undefined]);
  expect(excel.alerts.splice(0)).toHaveLength(1);
});

test.each([
  ['wholeNumber', { formula1: 1, formula2: 10, operator: 'Between' }, 'WholeNumber', 3, 3.5],
  ['decimal', { formula1: '=0', operator: 'GreaterThan' }, 'Decimal', 0.5, -1],
  ['decimal', { formula1: '=$H$1', operator: 'LessThanOrEqualTo' }, 'Decimal', 1, 2],
  ['textLength', { formula1: 3, operator: 'EqualTo' }, 'TextLength', 'abc', 'abcd'],
] as const)('a %s rule %o refuses what breaks it', async (name, body, type, good, bad) => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.getRange('H1').values = [[1]];
    const { dataValidation } = sheet.getRange('C1');
    dataValidation.rule = { [name]: body };
    await context.sync();
  });
  const read = await rule('C1');
  expect(read.type).toBe(type);
  expect(read.rule).toMatchObject({
    [name]: { formula1: expect.stringMatching(/^=/), operator: body.operator },
  });
  expect([typed(0, 2, good), typed(0, 2, bad)]).toEqual([good, undefined]);
  expect(excel.alerts.splice(0)).toEqual([expect.stringContaining("doesn't match the data validation")]);
});

test('a warning, and a rule without an alert, let everything pass', async () => {
  await Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem(sheetName).getRange('C1');
    dataValidation.rule = { textLength: { formula1: 3, operator: 'EqualTo' } };
    await context.sync();
  });
  for (const [style, showAlert] of [
    ['Warning', true],
    ['Information', true],
    ['Stop', false],
  ] as const) {
    await Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem(sheetName).getRange('C1');
      dataValidation.errorAlert = { style, showAlert, title: '', message: '' };
      await context.sync();
    });
    expect((await rule('C1')).errorAlert).toMatchObject({ style, showAlert });
    expect(typed(0, 2, 'much too long')).toBe('much too long');
  }
  expect(excel.alerts).toEqual([]);
});

test('rules move with their cells, differ, and are cleared', async () => {
  await listInA();
  await listOfCellsInB();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.getRange('1:2').insert('Down');
    await context.sync();
  });
  expect((await rule('A1')).type).toBe('None');
  expect((await rule('A3:A4')).type).toBe('List');
  expect((await rule('B3')).rule).toEqual({
    list: { inCellDropDown: true, source: `=${sheetName}!$H$3:$H$5` },
  });
  expect((await rule('A2:A4')).type).toBe('Inconsistent');
  expect((await rule('A3:B3')).type).toBe('MixedCriteria');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheetName).getRange('A4').dataValidation.clear();
    await context.sync();
  });
  expect([(await rule('A3')).type, (await rule('A4')).type]).toEqual(['List', 'None']);
});

test('cells that break their rule are found, blanks among them where these are not ignored', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const { dataValidation } = sheet.getRange('A1:A4');
    dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
    dataValidation.prompt = { title: 'Size', message: 'A number', showPrompt: true };
    sheet.getRange('A1:A4').values = [[1], [-1], [''], ['x']];
    const invalid = dataValidation.getInvalidCells().load('address');
    dataValidation.load('prompt,type');
    await context.sync();
    expect(invalid.address).toBe(`${sheetName}!A2, ${sheetName}!A4`);
    expect(dataValidation.prompt).toEqual({ title: 'Size', message: 'A number', showPrompt: true });
    dataValidation.ignoreBlanks = false;
    const more = dataValidation.getInvalidCells().load('address');
    await context.sync();
    expect(more.address).toBe(`${sheetName}!A2:A4`);
  });
});

test('dates are kept and answered; what is no rule is refused', async () => {
  await Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem(sheetName).getRange('C1');
    dataValidation.rule = { date: { formula1: '2024-01-01', operator: 'GreaterThan' } };
    dataValidation.load('type,rule');
    await context.sync();
    expect(dataValidation.type).toBe('Date');
    expect(dataValidation.rule.date?.formula1).toBe('2024-01-01');
    dataValidation.rule = { dance: {} } as never;
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
