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

const fill = (range: Excel.Range, formula: string) => void (range.formulasR1C1 = formula as never);

test('one formula fills a range, each cell in its own terms', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Lesson 4 ∂');
    sheet.getRange('A1:B3').values = [
      [1, 10],
      [2, 20],
      [3, 30],
    ];
    fill(sheet.getRange('D2:E3'), "=R[-1]C[-3]+'Lesson 4 ∂'!R3C1*100");
    const range = sheet.getRange('D1:E3').load('values,formulas,formulasR1C1');
    await context.sync();
    expect(range.values).toEqual([
      ['', ''],
      [301, 310],
      [302, 320],
    ]);
    expect(range.formulas[2]).toEqual(["=A2+'Lesson 4 ∂'!$A$3*100", "=B2+'Lesson 4 ∂'!$A$3*100"]);
    expect(range.formulasR1C1[0]).toEqual(['', '']);
    expect(range.formulasR1C1[2]).toEqual(Array(2).fill("=R[-1]C[-3]+'Lesson 4 ∂'!R3C1*100"));
  });
});

test('in an array null leaves a cell alone, and what is no formula is a value', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Mixed');
    sheet.getRange('A1:C2').values = [
      [1, 2, 'stays'],
      [3, 4, 5],
    ];
    sheet.getRange('A1:C2').formulasR1C1 = [
      [7, '=RC[-1]*2', null as never],
      ['text', '', '=SUM(R1C1:R1C2)'],
    ];
    const range = sheet.getRange('A1:C2').load('values,formulasR1C1');
    await context.sync();
    expect(range.values).toEqual([
      [7, 14, 'stays'],
      ['text', '', 21],
    ]);
    expect(range.formulasR1C1[1]).toEqual(['text', '', '=SUM(R1C1:R1C2)']);
  });
});

test('an array that the client sends in pieces gets to its cells', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Pieces');
    sheet.getRange('A1:A80').values = Array.from({ length: 80 }, (_, i) => [i]);
    sheet.getRange('B1:AO80').formulasR1C1 = Array.from({ length: 80 }, () => Array(40).fill('=RC[-1]+1'));
    const last = sheet.getRange('AO79:AO80').load('values,formulas');
    await context.sync();
    expect(last.values).toEqual([[78 + 40], [79 + 40]]);
    expect(last.formulas).toEqual([['=AN79+1'], ['=AN80+1']]);
  });
});

test('a cell formatted as text keeps the text', async () => {
  await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.add('Texts').getRange('F1');
    cell.numberFormat = [['@']];
    cell.formulasR1C1 = [['=RC[-1]']];
    cell.load('values');
    await context.sync();
    expect(cell.values).toEqual([['=RC[-1]']]);
  });
});

test.each([
  ['A1:B2', '=R[-1]C', 'A1 cannot have the formula =R[-1]C'],
  ['C3', '=A1', 'C3 cannot have the formula =A1'],
])('%s refuses %s', async (address, formula, message) => {
  const written = Excel.run(async (context) => {
    fill(context.workbook.worksheets.getItem('Sheet1').getRange(address), formula);
    await context.sync();
  });
  await expect(written).rejects.toMatchObject({
    code: 'InvalidArgument',
    message: expect.stringContaining(message),
  });
});

test('an array of another size is refused', async () => {
  const written = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').formulasR1C1 = [['=RC', '=RC']];
    await context.sync();
  });
  await expect(written).rejects.toMatchObject({ code: 'InvalidArgument' });
});
