import { TINY } from '../../../src/notebook/presets/smallStarters';
import { readSheets } from '../../addin/support/computed';
import { expectAgreement } from '../../notebook/formulas/support/agree';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { cellsOf, typeInto } from './cells';

const SHEET = 'Tiny';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
  await excel.choose('New', SHEET);
  await typeInto(excel, 'sgd.batch_size', 1, SHEET);
  await excel.press('Show formulas');
  await excel.press('Gradient formulas');
});
afterAll(() => excel.close());

async function formula(address: string): Promise<unknown> {
  return (await cellsOf(excel, SHEET, [address]))![0].formulas[0][0];
}

/** Every cell of every sheet is what the engine makes of what a person may type. */
async function expectEveryCellRight(): Promise<void> {
  const { cells, trainer } = await readSheets(TINY, SHEET, (...cells) => cellsOf(excel, ...cells));
  expect(cells.filter(({ formulas }) => formulas).length).toBeGreaterThan(30);
  expectAgreement(cells, trainer);
}

test('Step works on formulas as before, and leaves them', async () => {
  expect(await formula('L3')).toBe('=MAX(0,SUMPRODUCT(A2:C4,$H$5:$J$7)+$H$9)');
  const next = await excel.read('H5:J7', `${SHEET} next`);
  await excel.press('Step');
  const weights = (await excel.read('H5:J7', SHEET)).flat();
  weights.forEach((weight, index) => expect(weight).toBeCloseTo(next.flat()[index] as number, 12));
  expect(await formula('L3')).toBe('=MAX(0,SUMPRODUCT(A2:C4,$H$5:$J$7)+$H$9)');
  await expectEveryCellRight();
});

test('with the add-in gone, a hand edit of a filter cell is computed by the spreadsheet, gradients and all', async () => {
  await excel.removeAddin();
  const [[before]] = await excel.read('L3', SHEET);
  await excel.type('I6', 1.5, SHEET);
  expect((await excel.read('L3', SHEET))[0][0]).not.toBe(before);
  await expectEveryCellRight();
  expect(excel.requests).toEqual([]);
  expect(excel.errors).toEqual([]);
});
