/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import type { ICellData } from '@univerjs/core';
import { SheetInterceptorService } from '@univerjs/sheets';
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel({ locale: 'decimalComma' });
});
afterAll(() => excel.close());

function inA1<T>(work: (range: Excel.Range, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run((context) => work(context.workbook.worksheets.getItem('Sheet1').getRange('A1'), context));
}

const held = () =>
  inA1(async (range, context) => {
    range.load('values');
    await context.sync();
    return range.values[0][0] as unknown;
  });

/** What the grid is given to write when a person has typed this into A1. */
function typed(cell: ICellData) {
  const { grid } = excel.book;
  const sheet = grid.workbook.getActiveSheet();
  return grid.injector.get(SheetInterceptorService).onWriteCell(grid.workbook, sheet, 0, 0, cell);
}

test.each([
  ['0,5', { v: 0.5 }],
  ['-1,5e3', { v: -1500 }],
  ['1.234,5', { v: 1234.5 }],
  ['12,5 %', { v: 0.125 }],
  ['1.5', { s: { n: { pattern: 'd-mmm' } } }],
  ['a, b; c', { v: 'a, b; c' }],
  ['1,5 und 2', { v: '1,5 und 2' }],
])('locale:decimalComma, %s is typed', (text, cell) => {
  expect(typed({ v: text })).toMatchObject(cell);
});

test.each([
  ['=SUM(0,5;2)', '=SUM(0.5,2)'],
  ['="a;b"&IF(1>0,5;"1,5";"")', '="a;b"&IF(1>0.5,"1,5","")'],
  ["='A;1,5'!B2+1,25", "='A;1,5'!B2+1.25"],
])('locale:decimalComma, the formula %s is typed', (text, f) => {
  expect(typed({ f: text })).toMatchObject({ f });
});

test('what an add-in writes is read as in the United States', async () => {
  await inA1(async (range, context) => {
    range.clear();
    range.values = [['1.5']];
    await context.sync();
  });
  expect(await held()).toBe(1.5);
  await inA1(async (range, context) => {
    range.formulas = [['=SUM(0.5,2)']];
    await context.sync();
  });
  expect(await held()).toBe(2.5);
});

test('limits of colour scales have no decimals of their own', async () => {
  const scaled = (formula: string) =>
    inA1(async (range, context) => {
      const { colorScale } = range.conditionalFormats.add('ColorScale');
      colorScale.criteria = {
        minimum: { type: 'Number', formula: '0', color: '#FFFFFF' },
        maximum: { type: 'Number', formula, color: '#FF0000' },
      };
      colorScale.load('criteria');
      await context.sync();
      return colorScale.criteria.maximum.formula;
    });
  await expect(scaled('1.5')).rejects.toMatchObject({ code: 'InvalidArgument' });
  expect(Number(await scaled('=15/10^1'))).toBe(1.5);
});

test.each(['decimalComma', 'decimalPoint'] as const)(
  'locale:%s, formulas and number formats by the signs of the person are refused by name',
  async (locale) => {
    excel.behave({ locale });
    for (const member of ['FormulasLocal', 'NumberFormatLocal']) {
      const reading = inA1(async (range, context) => {
        range.load(member[0].toLowerCase() + member.slice(1));
        await context.sync();
      });
      await expect(reading).rejects.toMatchObject({ message: expect.stringContaining(`Range.${member}`) });
    }
    const writing = inA1(async (range, context) => {
      range.formulasLocal = [['=SUM(0,5;2)']];
      await context.sync();
    });
    await expect(writing).rejects.toMatchObject({ message: expect.stringContaining('Range.FormulasLocal') });
  },
);
