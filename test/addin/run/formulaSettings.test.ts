/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { RESET, STEP, setTo } from '../../../src/addin/commands/train';
import { toA1 } from '../../../src/notebook/sheet/address';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { openNotebook, type Sheet } from '../support/sheet';
import { stepsLater, until } from '../support/until';

// Formulas of a person's in cells that are theirs: a run follows them as single steps do, and leaves them.
const RATE = 'AN3';
const MANY = 1_000_000;

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const weights = () => sheet.read('H5:J7', 'Tiny');
const rate = () => sheet.session.store.get().notebook!.settings.learningRate;

function formulaIn(address: string): Promise<unknown> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Tiny').getRange(address);
    range.load('formulas');
    await context.sync();
    return range.formulas[0][0];
  });
}

/** What a person does while a run is under way, which they stop when they see what came of it. */
async function inRun(act: () => Promise<void>, cameOfIt: () => boolean): Promise<void> {
  await sheet.session.perform(setTo('stepsPerRun', MANY));
  const run = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 1);
  const acting = act();
  await until(sheet, cameOfIt);
  await stepsLater(sheet, 1);
  sheet.session.stop();
  await Promise.all([run, acting]);
}

test('a learning rate that is a formula of the step: a run comes to the same as so many steps', async () => {
  await sheet.type(RATE, '=0.1/(1+AN10)', 'Tiny');
  for (let step = 0; step < 5; step++) await sheet.session.perform(STEP);
  const expected = await weights();
  await sheet.session.perform(RESET);
  await sheet.session.perform(setTo('stepsPerRun', 5));
  await sheet.session.perform(sheet.session.runs.run);
  expect(await weights()).toEqual(expected);
  expect(await formulaIn(RATE)).toBe('=0.1/(1+AN10)');
  await sheet.type(RATE, 0.05, 'Tiny');
  await sheet.session.perform(RESET);
});

test('a formula that is typed in a run, or pasted, counts and stays', async () => {
  await sheet.type('BA1', 0.02, 'Tiny');
  await inRun(
    () => sheet.type(RATE, '=BA1', 'Tiny'),
    () => rate() === 0.02,
  );
  expect(await formulaIn(RATE)).toBe('=BA1');
  expect(rate()).toBe(0.02);
  await sheet.type(RATE, 0.05, 'Tiny');
  await inRun(
    () => sheet.paste(`${RATE}:AN4`, [['=BA1*2'], [0.9]], 'Tiny'),
    () => rate() === 0.04,
  );
  expect(await formulaIn(RATE)).toBe('=BA1*2');
  expect(rate()).toBe(0.04);
});

test('a cell that it reads counts in a run, too', async () => {
  await sheet.type(RATE, '=BA1', 'Tiny');
  await inRun(
    () => sheet.type('BA1', 0, 'Tiny'),
    () => rate() === 0,
  );
  expect(rate()).toBe(0);
  await sheet.type(RATE, '=1/BA1', 'Tiny');
  await sheet.session.perform(sheet.session.runs.run);
  expect(sheet.session.store.get().errors[0]).toContain(RATE);
  await sheet.type(RATE, 0.05, 'Tiny');
});

test('an optimiser that is chosen in a run has its memory in cells afterwards', async () => {
  const optimiser = () => sheet.session.store.get().notebook!.settings.optimiser;
  const before = optimiser();
  await inRun(
    () => sheet.type('AN17', 'Adam', 'Tiny'),
    () => optimiser() !== before,
  );
  const squares = await sheet.read('H5:J7', 'Tiny v²');
  expect(squares.flat().some((value) => Number(value) > 0)).toBe(true);
});

const LARGE: NotebookSpec = {
  ...TINY,
  title: 'Large',
  data: { generator: 'bars' },
  network: {
    ...TINY.network,
    input: { channels: 1, height: 70, width: 70 },
    layers: [
      { type: 'maxPool2d', name: 'pool', size: [10, 10] },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 3 },
    ],
  },
};

test('in a block of many cells a formula is followed, also after all was read', async () => {
  await sheet.session.perform(newNotebook(LARGE));
  const { blocks } = planNotebook(LARGE, 'Large').sheets.values;
  const at = (name: string) => toA1(blocks.find((block) => block.name === name)!.rect);
  const pooled = async () => (await sheet.read(at('pool.map1'), 'Large'))[0][0];
  await sheet.type('A90', 5, 'Large');
  await sheet.type('A2', '=A90', 'Large');
  expect(await pooled()).toBe(5);
  await sheet.type(at('sgd.learning_rate'), 'x', 'Large');
  await sheet.session.perform(STEP);
  await sheet.type(at('sgd.learning_rate'), 0.01, 'Large');
  await sheet.type('A90', 7, 'Large');
  await sheet.session.perform(STEP);
  expect(await pooled()).toBe(7);
});
