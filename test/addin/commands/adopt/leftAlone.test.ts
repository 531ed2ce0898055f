/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import { ADOPT } from '../../../../src/addin/commands/adopt/adoptCommand';
import { STEP } from '../../../../src/addin/commands/train';
import { drawSheet, type Writing } from '../../../notebook/adopt/support/anySheet';
import type { NetworkSpec } from '../../../../src/engine/spec';
import { openNotebook, type Sheet } from '../../support/sheet';
import { contentsOf, typeSheet } from './support/typeSheet';

const NAME = 'mine';
const network: NetworkSpec = {
  input: { channels: 1, height: 6, width: 6 },
  layers: [
    { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3], activation: 'relu', bias: false },
    { type: 'maxPool2d', name: 'maxpool', size: [2, 2], stride: 2 },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 1, bias: false },
  ],
  loss: 'sigmoidCrossEntropy',
};
const writing: Writing = {
  sums: 'SUM of a product',
  relu: 'MAX',
  border: 'blank',
  isSpread: true,
  outputs: 'below each other',
  mask: { form: 'IF below', place: 'this sheet', isAtOnce: false, isRateTyped: true },
  hasNames: false,
  hasBraces: false,
  seed: 7,
  sheet: NAME,
};
const drawn = drawSheet(network, writing);
const typed = drawn.grid.contents();
const map = drawn.cells['conv1.map1'].at;
const inMap = map.split(':')[0];
const weight = drawn.cells['conv1.filter1.channel1'].at.split(':')[0];

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterEach(() => sheet.clear());
afterAll(() => sheet.close());

const errors = () => sheet.session.store.get().errors.join('\n');

async function adopted(): Promise<void> {
  await typeSheet(sheet, NAME, typed);
  await sheet.session.perform(ADOPT);
  expect(errors()).toBe('');
}

test('a sheet without such formulas is told so, and nothing is changed', async () => {
  const budget = [
    ['rent', 500],
    ['sum', '=SUM(B1:B1)'],
  ];
  await typeSheet(sheet, 'budget', budget);
  await sheet.session.perform(ADOPT);
  expect(errors()).toMatch(/^The sheet 'budget' cannot be adopted, and nothing on it was changed\. No layer/);
  expect(await contentsOf('budget', budget)).toEqual(budget);
  expect(await sheet.names('budget')).toEqual([]);
  expect(await sheet.sheets()).toEqual(['Sheet1', 'budget']);
});

test('where recognition stops, the message names what was found and the cell', async () => {
  const broken = typed.map((row) => [...row]);
  const [row, column] = lastOf(
    broken,
    (cell) => String(cell).startsWith('=MAX(') && !String(cell).includes('*'),
  );
  broken[row][column] = '=MEDIAN(A1:B2)';
  await typeSheet(sheet, NAME, broken);
  await sheet.session.perform(ADOPT);
  expect(errors()).toMatch(
    /Recognised: input \(image of 6×6; .*\); conv1 \(2 filters of 3×3, maps of 4×4, ReLU; .*\)\. Recognition stopped at [A-Z]+\d+: /,
  );
  expect(await contentsOf(NAME, broken)).toEqual(broken);
  expect(await sheet.names(NAME)).toEqual([]);
  expect(await sheet.sheets()).toEqual(['Sheet1', NAME]);
});

test('a sheet that is adopted already says so', async () => {
  await adopted();
  await sheet.session.perform(ADOPT);
  expect(errors()).toBe("The sheet 'mine' is a notebook already. Press Step.");
});

test('Show formulas leaves the formulas that are there, and shows those of what was added', async () => {
  await adopted();
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  expect(errors()).toBe('');
  expect(await contentsOf(NAME, typed)).toEqual(typed);
  await sheet.session.perform(STEP);
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  await sheet.session.perform(sheet.session.formulas.toggle('gradients'));
  expect(errors()).toBe('');
  expect((await contentsOf(NAME, typed)).map(formulasIn)).toEqual(typed.map(formulasIn));
});

test('a formula that a person changes stays changed, and the pane says what that means', async () => {
  await adopted();
  await sheet.type(inMap, 5, NAME);
  expect(sheet.session.store.get().notice).toMatch(
    /formulas of your own, and the change there was left as it is/,
  );
  expect(await sheet.read(inMap, NAME)).toEqual([[5]]);
});

test('a typed weight counts in the next step, and the formulas compute with it', async () => {
  await adopted();
  await sheet.type(weight, 2, NAME);
  expect(errors()).toBe('');
  const [[gradient]] = await sheet.read(weight, `${NAME} ∂`);
  await sheet.session.perform(STEP);
  const [[now]] = await sheet.read(weight, NAME);
  expect(now).toBeCloseTo(2 - 0.005 * (gradient as number), 9);
});

test('Build never replaces an adopted sheet', async () => {
  await adopted();
  const { models } = sheet.session;
  await sheet.session.perform(models.show);
  await sheet.session.perform(models.build);
  // Its own image is none that another notebook could be built for.
  expect(errors()).toMatch(/^B4: There are no images "the image on this sheet"/);
  expect(await contentsOf(NAME, typed)).toEqual(typed);
});

test('what is built from the table of an adopted sheet has no bias either, and leaves that sheet alone', async () => {
  const layers = network.layers.map((layer) => (layer.type === 'dense' ? { ...layer, units: 3 } : layer));
  const three = drawSheet({ ...network, layers, loss: 'softmaxCrossEntropy' }, writing).grid.contents();
  await typeSheet(sheet, NAME, three);
  await sheet.session.perform(ADOPT);
  const { models } = sheet.session;
  await sheet.session.perform(models.show);
  const model = (await sheet.sheets()).find((name) => name.endsWith(' model'))!;
  expect(await sheet.read('A11:A14', model)).toEqual([
    ['convolution without bias'],
    ['max pool'],
    ['flatten'],
    ['dense (fully connected) without bias'],
  ]);
  expect(await sheet.read('J11:K11', model)).toEqual([['2 maps of 4×4', '3·3·1·2']]);
  await sheet.type('B4', 'bars', model);
  const before = await sheet.sheets();
  await sheet.session.perform(models.build);
  expect(errors()).toBe('');
  const [built] = (await sheet.sheets()).filter((name) => !before.includes(name) && !/ (∂|v)$/.test(name));
  const names = await sheet.names(built);
  expect(names).toContain('conv1.filter2.channel1');
  expect(names.filter((name) => name.includes('bias'))).toEqual([]);
  expect(await contentsOf(NAME, three)).toEqual(three);
});

test('a companion sheet of a name that is taken, or a name: nothing is half adopted', async () => {
  await typeSheet(sheet, `${NAME} ∂`, [['mine', 'too']]);
  await typeSheet(sheet, NAME, typed);
  await sheet.session.perform(ADOPT);
  expect(errors()).toMatch(/There is a sheet 'mine ∂' already/);
  expect(await sheet.names(NAME)).toEqual([]);
  expect(await sheet.sheets()).toEqual(['Sheet1', `${NAME} ∂`, NAME]);
  expect(await contentsOf(NAME, typed)).toEqual(typed);
});

test('a protected sheet is named, and nothing is half adopted', async () => {
  await typeSheet(sheet, NAME, typed);
  const protect = (isOn: boolean) =>
    Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem(NAME);
      if (isOn) protection.protect();
      else protection.unprotect();
      await context.sync();
    });
  await protect(true);
  await sheet.session.perform(ADOPT);
  expect(errors()).toMatch(/protected/);
  await protect(false);
  expect(await sheet.names(NAME)).toEqual([]);
  expect(await sheet.sheets()).toEqual(['Sheet1', NAME]);
  expect(await contentsOf(NAME, typed)).toEqual(typed);
});

test('a name of the sheet that the notebook needs is named, and nothing is half adopted', async () => {
  await typeSheet(sheet, NAME, typed);
  await Excel.run(async (context) => {
    const own = context.workbook.worksheets.getItem(NAME);
    own.names.add('output.target', own.getRange('A1'));
    await context.sync();
  });
  await sheet.session.perform(ADOPT);
  expect(errors()).toMatch(/The name 'output\.target' is taken on this sheet/);
  expect(await sheet.names(NAME)).toEqual(['output.target']);
  expect(await sheet.sheets()).toEqual(['Sheet1', NAME]);
});

test('a notebook that was adopted is there again when the workbook is opened', async () => {
  await adopted();
  await sheet.session.perform(STEP);
  const before = await contentsOf(NAME, typed);
  await sheet.session.open();
  expect(errors()).toBe('');
  expect(sheet.session.store.get().notebook?.step).toBe(1);
  expect(await contentsOf(NAME, typed)).toEqual(before);
});

const formulasIn = (row: readonly unknown[]) =>
  row.map((cell) => (typeof cell === 'string' ? cell : undefined));

function lastOf(
  rows: readonly (readonly unknown[])[],
  isIt: (cell: unknown) => boolean,
): [row: number, column: number] {
  const row = rows.findLastIndex((cells) => cells.some(isIt));
  return [row, rows[row].findLastIndex(isIt)];
}
