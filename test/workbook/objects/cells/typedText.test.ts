/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import type { ICellData } from '@univerjs/core';
import { SheetInterceptorService } from '@univerjs/sheets';
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** What the grid is given to write when a person has typed this into B2. */
function typed(cell: ICellData) {
  const { grid } = excel.book;
  const sheet = grid.workbook.getActiveSheet();
  return grid.injector.get(SheetInterceptorService).onWriteCell(grid.workbook, sheet, 1, 1, cell);
}

test('what is typed is read as what an add-in writes', () => {
  expect(typed({ v: '1 1/2' })).toMatchObject({ v: 1.5, s: { n: { pattern: '# ?/?' } } });
  expect(typed({ v: '1/1/2017' })).toMatchObject({ v: 42736, s: { n: { pattern: 'm/d/yyyy' } } });
  expect(typed({ v: '$120' })).toMatchObject({ v: 120 });
  expect(typed({ v: '+x' })).toMatchObject({ f: '=+x' });
  expect(typed({ f: '=sum(a1:a2)' })).toMatchObject({ f: '=SUM(A1:A2)' });
  expect(typed({ v: 'class 1' })).toMatchObject({ v: 'class 1' });
});

test('a malformed formula is refused with an alert, and the cell stays as it was', () => {
  expect(typed({ f: '=1+' })).toEqual({});
  expect(excel.alerts.at(-1)).toContain("There's a problem with this formula");
  expect(typed({ f: '=T[x]' })).toEqual({});
  expect(excel.alerts.at(-1)).toContain('structured references');
});
