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

/** What stands in a cell of the first sheet after a person has typed there. */
function typed(row: number, column: number, v: string | number): unknown {
  const { injector, workbook } = excel.book.grid;
  const sheet = workbook.getSheetBySheetName('Sheet1')!;
  return injector.get(SheetInterceptorService).onWriteCell(workbook, sheet, row, column, { v })?.v;
}

const rule = (address: string) =>
  Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem('Sheet1').getRange(address);
    dataValidation.load('type,rule,valid,errorAlert,ignoreBlanks,prompt');
    await context.sync();
    const { type, rule: body, valid, errorAlert, ignoreBlanks, prompt } = dataValidation;
    return { type: String(type), rule: body, valid, errorAlert, ignoreBlanks, prompt };
  });

test('a list stops what is not on it, with its own words, and lets an add-in write anything', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A2');
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
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('H1:H3').values = [[1], [2], ['three']];
    sheet.getRange('B1').dataValidation.rule = {
      list: { inCellDropDown: true, source: sheet.getRange('H1:H3') },
    };
    await context.sync();
  });
  expect((await rule('B1')).rule).toEqual({ list: { inCellDropDown: true, source: '=Sheet1!$H$1:$H$3' } });
  expect([typed(0, 1, 2), typed(0, 1, 'three'), typed(0, 1, 'four')]).toEqual([2, 'three', undefined]);
  expect(excel.alerts.splice(0)).toHaveLength(1);
});

test.each([
  ['wholeNumber', { formula1: 1, formula2: 10, operator: 'Between' }, 'WholeNumber', 3, 3.5],
  ['decimal', { formula1: '=0', operator: 'GreaterThan' }, 'Decimal', 0.5, -1],
  ['decimal', { formula1: '=$H$1', operator: 'LessThanOrEqualTo' }, 'Decimal', 1, 2],
  ['textLength', { formula1: 3, operator: 'EqualTo' }, 'TextLength', 'abc', 'abcd'],
] as const)('%s %o', async (name, body, type, good, bad) => {
  await Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem('Sheet1').getRange('C1');
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
  for (const [style, showAlert] of [
    ['Warning', true],
    ['Information', true],
    ['Stop', false],
  ] as const) {
    await Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem('Sheet1').getRange('C1');
      dataValidation.errorAlert = { style, showAlert, title: '', message: '' };
      await context.sync();
    });
    expect((await rule('C1')).errorAlert).toMatchObject({ style, showAlert });
    expect(typed(0, 2, 'much too long')).toBe('much too long');
  }
  expect(excel.alerts).toEqual([]);
});

test('rules move with their cells, differ, and are cleared', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('1:2').insert('Down');
    await context.sync();
  });
  expect((await rule('A1')).type).toBe('None');
  expect((await rule('A3:A4')).type).toBe('List');
  expect((await rule('B3')).rule).toEqual({ list: { inCellDropDown: true, source: '=Sheet1!$H$3:$H$5' } });
  expect((await rule('A2:A4')).type).toBe('Inconsistent');
  expect((await rule('A3:B3')).type).toBe('MixedCriteria');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A4').dataValidation.clear();
    await context.sync();
  });
  expect([(await rule('A3')).type, (await rule('A4')).type]).toEqual(['List', 'None']);
});

test('cells that break their rule, blanks, and a prompt', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Rules');
    const { dataValidation } = sheet.getRange('A1:A4');
    dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
    dataValidation.prompt = { title: 'Size', message: 'A number', showPrompt: true };
    sheet.getRange('A1:A4').values = [[1], [-1], [''], ['x']];
    const invalid = dataValidation.getInvalidCells().load('address');
    dataValidation.load('prompt,type');
    await context.sync();
    expect(invalid.address).toBe('Rules!A2, Rules!A4');
    expect(dataValidation.prompt).toEqual({ title: 'Size', message: 'A number', showPrompt: true });
    dataValidation.ignoreBlanks = false;
    const more = dataValidation.getInvalidCells().load('address');
    await context.sync();
    expect(more.address).toBe('Rules!A2:A4');
  });
});

test('dates are kept and answered; what is no rule is refused', async () => {
  await Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem('Rules').getRange('C1');
    dataValidation.rule = { date: { formula1: '2024-01-01', operator: 'GreaterThan' } };
    dataValidation.load('type,rule');
    await context.sync();
    expect(dataValidation.type).toBe('Date');
    expect(dataValidation.rule.date?.formula1).toBe('2024-01-01');
    dataValidation.rule = { dance: {} } as never;
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
