import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { readSheets } from '../../addin/support/computed';
import { expectAgreement } from '../../notebook/formulas/support/agree';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { cellsOf } from './cells';

let w: EmbeddedWorkbook;
beforeAll(async () => {
  w = await openWorkbook();
});
afterAll(() => w.close());

const cellsIn = (sheet: string, addresses: readonly string[]) => cellsOf(w, sheet, addresses);

async function formula(sheet: string, address: string): Promise<unknown> {
  return (await cellsIn(sheet, [address]))![0].formulas[0][0];
}

/** Every cell of every sheet is what the engine makes of what a person may type; and it is a formula that says so. */
async function expectEveryCellRight(): Promise<void> {
  const { cells, trainer } = await readSheets(LESSON_4, 'Lesson 4', cellsIn);
  const computed = cells.filter(({ formulas }) => formulas).map(({ key, block }) => `${key} ${block.name}`);
  expect(computed).toEqual(expect.arrayContaining(EXAMPLES));
  expectAgreement(cells, trainer);
}

const EXAMPLES = [
  'values conv1.map1',
  'values conv2.map2',
  'values maxpool.map1',
  'values dense.output',
  'values output.probability',
  'values output.loss',
  'gradients input.channel1',
  'gradients conv1.filter1.channel1',
  'gradients conv1.map2',
  'gradients conv2.filter2.channel2',
  'gradients conv2.filter1.bias',
  'gradients maxpool.map1',
  'gradients dense.unit1.channel2',
  'gradients dense.output',
  'next conv1.filter1.channel1',
  'next dense.unit1.channel1',
  'rotated conv2.filter1.channel2',
];

test('Show formulas and Gradient formulas turn the lesson-4 page into formulas that a person can read', async () => {
  await w.press('Show formulas');
  expect(await formula('Lesson 4', 'AH3')).toBe('=MAX(0,SUMPRODUCT(A2:C4,$AD$11:$AF$13)+$AD$15)');
  expect(await formula('Lesson 4', 'BM4')).toBe(
    '=MAX(0,SUMPRODUCT(AH3:AJ5,$BI$11:$BK$13)+SUMPRODUCT(AH32:AJ34,$BI$15:$BK$17)+$BI$19)',
  );
  expect(await formula('Lesson 4', 'CM4')).toBe('=MAX(BM4:BN5)');
  await w.press('Gradient formulas');
  await w.pane.getByRole('button', { name: 'Set the batch size to 1' }).click();
  await w.settled();
  expect(await formula('Lesson 4 ∂', 'AD11')).toBe(
    "=SUMPRODUCT('Lesson 4'!A2:Z27*$AH$3:$BG$28*('Lesson 4'!$AH$3:$BG$28>0))",
  );
  expect(await formula('Lesson 4 ∂', 'EN4')).toMatch(/^=\('Lesson 4'!\w+4-'Lesson 4'!\w+4\)\*/);
  expect(await formula('Lesson 4 next', 'AD11')).toMatch(/^='Lesson 4'!AD11-'Lesson 4'!/);
  await expectEveryCellRight();
});

test('Step works as before, and only weights are written', async () => {
  const next = await w.read('AD11:AF13', 'Lesson 4 next');
  await w.press('Step');
  const weights = await w.read('AD11:AF13', 'Lesson 4');
  weights.flat().forEach((weight, index) => expect(weight).toBeCloseTo(next.flat()[index] as number, 12));
  expect(await formula('Lesson 4', 'AH3')).toMatch(/^=MAX/);
  await expectEveryCellRight();
});

test('with the add-in gone, a hand edit of a filter cell is computed by the spreadsheet, gradients and all', async () => {
  await w.removeAddin();
  const [[before]] = await w.read('EN4', 'Lesson 4');
  await w.type('AE12', 1.5, 'Lesson 4');
  expect((await w.read('EN4', 'Lesson 4'))[0][0]).not.toBe(before);
  await expectEveryCellRight();
  await w.type('BJ16', -0.75, 'Lesson 4');
  await expectEveryCellRight();
});

test('nothing was asked of another machine, and nothing went wrong on the page', () => {
  expect(w.requests).toEqual([]);
  expect(w.errors).toEqual([]);
});
