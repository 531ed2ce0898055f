/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
beforeEach(() => void excel.book.grid.sheet('{sheet1}')!.getCellMatrix().reset());
afterAll(() => excel.close());

/** What becomes of a request that is sent during cell edit; the edit ends when nothing else can happen any more. */
async function writtenInCellEdit(delayForCellEdit: boolean): Promise<string> {
  excel.cellEdit.begin();
  const done = Excel.run({ delayForCellEdit }, async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    cell.values = [['written']];
    await context.sync();
    return 'written';
  }).catch((error: OfficeExtension.Error) => error.code);
  const waiting = new Promise<string>((resolve) => setTimeout(() => resolve('waits')));
  const first = await Promise.race([done, waiting]);
  excel.cellEdit.end();
  return first === 'waits' ? `waits, ${await done}` : first;
}

const written = () => excel.book.grid.cell('{sheet1}', 0, 0)?.v ?? null;

const FAILS = 'InvalidOperationInCellEditMode';

test.each([
  ['fails', false, FAILS],
  ['fails', true, 'waits, written'],
  ['alwaysFails', false, FAILS],
  ['alwaysFails', true, FAILS],
  ['waits', false, 'waits, written'],
  ['waits', true, 'waits, written'],
] as const)('cellEdit:%s, delayForCellEdit %s: %s', async (cellEdit, delay, outcome) => {
  excel.behave({ cellEdit });
  expect(await writtenInCellEdit(delay)).toBe(outcome);
  expect(written()).toBe(outcome === FAILS ? null : 'written');
});

test('a request that fails is answered although one before it waits', async () => {
  excel.behave({ cellEdit: 'fails' });
  excel.cellEdit.begin();
  const delayed = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['first']];
    await context.sync();
  });
  await expect(
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['second']];
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: FAILS });
  excel.cellEdit.end();
  await delayed;
  expect(written()).toBe('first');
});
