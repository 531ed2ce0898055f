/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP } from '../../../../src/addin/commands/train';
import type { GradientReport } from '../../../../src/addin/commands/gradientCheck/gradientReport';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { at } from '../../../excel/sheets/support/person';
import { quiet } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';

// Tiny: filter 1 of conv1 in H5:J7, pixels in A2:F7, map 1 in L3:O6. After some steps no weight stands on a kink.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  for (let step = 0; step < 3; step++) await sheet.session.perform(STEP);
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();

function select(address: string, name: string): Promise<void> {
  return at(name, (cells) => {
    cells.activate();
    cells.getRange(address).select();
  }).then(() => sheet.session.idle(quiet));
}

async function checkSelected(address: string, name = 'Tiny'): Promise<GradientReport> {
  await select(address, name);
  sheet.session.store.set({ check: undefined });
  await sheet.session.perform(sheet.session.checks.checkSelected);
  expect(state().errors).toEqual([]);
  return state().check!;
}

test('of a selected weight the ∂ cell is compared with differences of the loss', async () => {
  const { cells, summary, about } = await checkSelected('I6');
  expect(cells).toHaveLength(1);
  expect(cells[0]).toMatchObject({ address: 'I6', title: 'conv1, filter 1, channel 1', verdict: 'agrees' });
  expect(cells[0].analytic).toBe((await sheet.read('I6', 'Tiny ∂'))[0][0]);
  expect(summary).toMatch(/^I6 agrees/);
  expect(about).toContain('the mean loss of the 16 images of the batch, mode train');
});

test('the same cell on the sheet of gradients means the same weight', async () => {
  expect((await checkSelected('I6', 'Tiny ∂')).cells[0].address).toBe('I6');
});

test('several cells are checked at once, pixels too, and what is computed is passed over', async () => {
  const { cells, summary } = await checkSelected('A2:O7');
  // 36 pixels and 9 weights; map 1 is computed.
  expect(cells).toHaveLength(45);
  expect(summary).toMatch(/^45 checked: /);
  expect(cells.every(({ verdict }) => verdict !== 'differs')).toBe(true);
});

test('where nothing can be checked it says what to select', async () => {
  await select('L3', 'Tiny');
  await sheet.session.perform(sheet.session.checks.checkSelected);
  expect(state().errors).toEqual([expect.stringContaining('No weight and no pixel is selected')]);
});

test('a random hundred: the same ones again, of every parameter, the worst first', async () => {
  await sheet.session.perform(sheet.session.checks.checkRandom);
  const first = state().check!;
  await sheet.session.perform(sheet.session.checks.checkRandom);
  expect(state().check!.cells.map(({ address }) => address)).toEqual(
    first.cells.map(({ address }) => address),
  );
  // 2·9 filter weights, 2 biases, 24 dense weights, 3 biases: fewer than a hundred.
  expect(first.cells).toHaveLength(47);
  expect(new Set(first.cells.map(({ address }) => address)).size).toBe(47);
  expect(first.cells.every(({ verdict }) => verdict !== 'differs')).toBe(true);
  const sizes = first.cells
    .filter(({ verdict }) => verdict === 'agrees')
    .map(({ difference }) => Math.abs(difference));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});

test('a ∂ cell that holds something else is found out, and stands first', async () => {
  const wrong = (await sheet.read('J7', 'Tiny ∂'))[0][0] as number;
  // Nobody is told of it, so that nobody puts it right.
  const matrix = sheet.excel.book.grid.workbook.getSheetBySheetName('Tiny ∂')!.getCellMatrix();
  matrix.setValue(6, 9, { v: wrong + 1e-4, t: 2 });
  matrix.setValue(4, 7, { v: 'oops', t: 1 });
  await sheet.session.perform(sheet.session.checks.checkRandom);
  const { cells, summary } = state().check!;
  expect(summary).toContain('2 do not agree');
  expect(cells.slice(0, 2).map(({ address, verdict }) => [address, verdict])).toEqual([
    ['H5', 'differs'],
    ['J7', 'differs'],
  ]);
  expect(cells[0].holds).toBe('the ∂ cell holds "oops"');
  expect(cells[1].difference).toBeCloseTo(1e-4, 9);
});

test('the notebook stays as it is, and the next step is the one that it would have been', async () => {
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Checked' }));
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Alone' }));
  const all = (name: string) => sheet.read('A1:BZ60', name);
  await at('Checked', (cells) => cells.activate());
  await sheet.session.idle(quiet);
  const before = [await all('Checked'), await all('Checked ∂')];
  await sheet.session.perform(sheet.session.checks.checkRandom);
  expect(state().check!.notebook).toBe('Checked');
  expect([await all('Checked'), await all('Checked ∂')]).toEqual(before);
  for (const name of ['Checked', 'Alone']) {
    await at(name, (cells) => cells.activate());
    await sheet.session.idle(quiet);
    for (let step = 0; step < 2; step++) await sheet.session.perform(STEP);
  }
  expect(await all('Checked')).toEqual(await all('Alone'));
  expect(await all('Checked v')).toEqual(await all('Alone v'));
});

test('a checked weight is brought in front, wherever it stands now', async () => {
  await at('Checked', (cells) => cells.activate());
  await sheet.session.idle(quiet);
  const [cell] = (await checkSelected('I6', 'Checked')).cells;
  await sheet.insertColumn(6, 'Checked');
  await at('Checked ∂', (cells) => cells.activate());
  await sheet.session.perform(sheet.session.checks.goTo(cell));
  const selected = await Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address;
  });
  expect(selected).toBe('Checked!J6');
});

test('a cell that keeps the loss from being computed is told instead', async () => {
  await sheet.type('J6', 'oops', 'Checked');
  await sheet.session.perform(sheet.session.checks.checkRandom);
  expect(state().errors).toEqual([
    expect.stringContaining('J6 (conv1, filter 1, channel 1) holds the text "oops"'),
  ]);
});

test('Stop ends a check, and what was found stays', async () => {
  await sheet.session.perform(
    newNotebook({ ...TINY, title: 'Long', settings: { ...TINY.settings, batchSize: 256 } }),
  );
  const stop = sheet.session.store.subscribe(() => {
    if (state().run?.unit === 'weights') sheet.session.stop();
  });
  await sheet.session.perform(sheet.session.checks.checkRandom);
  stop();
  const { cells, summary } = state().check!;
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.length).toBeLessThan(47);
  expect(summary).toMatch(/^Stopped after \d+ of 47\. /);
  expect(state().run).toBeUndefined();
});
