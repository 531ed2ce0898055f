/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { inWorkbook } from '../../src/excel/context';
import { freeName, freeTitle } from '../../src/excel/sheetTitles';
import { SUFFIX } from '../../src/notebook/layout/planNotebook';
import { headlessExcel, type HeadlessExcel } from '../workbook/support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
  await inWorkbook(async (context) => {
    for (const name of ['Net ∂', 'Net (2)', 'A network with a very long tit'])
      context.workbook.worksheets.add(name);
    await context.sync();
  });
});
afterAll(() => excel.close());

test('a title is free only when the names of all its sheets are', async () => {
  expect(await inWorkbook((context) => freeTitle(context, 'Net'))).toBe('Net (3)');
});

test('sheets that are about to go are not in the way', async () => {
  expect(await inWorkbook((context) => freeTitle(context, 'Net', ['Net ∂']))).toBe('Net');
});

test('a title leaves room for its longest suffix within the 31 letters that Excel allows', async () => {
  const title = await inWorkbook((context) => freeTitle(context, 'A network with a very long title indeed'));
  const longest = Math.max(...Object.values(SUFFIX).map(({ length }) => length));
  expect(title.length + longest).toBe(31);
});

test('a number goes in the place of the last letters', async () => {
  const name = await inWorkbook((context) => freeName(context, 'A network with a very long tit'));
  expect(name).toBe('A network with a very long (2)');
});
