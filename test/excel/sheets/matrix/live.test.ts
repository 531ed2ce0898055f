/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { quiet } from '../../../addin/support/bridge';
import { openNotebook, type Sheet } from '../../../addin/support/sheet';
import { readMatrix } from '../support/matrices';
import { at } from '../support/person';

// Tiny: pixels in A2:F7, filter 1 of conv1 in H5:J7, its bias in H9, map 1 in L3:O6.
const DENSE_WEIGHT = 'Z4';
const EQUAL = '✓ All 16 outputs are equal to the map, in both forms';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(sheet.session.matrices.show);
});
afterAll(() => sheet.close());

const type = (address: string, value: number) => sheet.type(address, value, 'Tiny');

test('the matrix holds the filter, row by row one pixel further, and zeros', async () => {
  const [{ entries, factors }] = (await readMatrix(sheet, 'Tiny matrix')).forms;
  const [a, b, c] = await sheet.read('H5:J7', 'Tiny');
  const gap = [0, 0, 0];
  const rest = new Array<number>(21).fill(0);
  expect(entries).toHaveLength(16);
  expect(entries[0]).toEqual([...a, ...gap, ...b, ...gap, ...c, ...rest]);
  expect(entries[1]).toEqual([0, ...entries[0].slice(0, -1)]);
  // The fifth output begins the second row of the map: a row of six pixels further.
  expect(entries[4]).toEqual([...new Array<number>(6).fill(0), ...entries[0].slice(0, -6)]);
  expect(factors).toEqual((await sheet.read('A2:F7', 'Tiny')).flat());
});

test('the im2col form holds the patches, and the filter once', async () => {
  const [, { entries, factors }] = (await readMatrix(sheet, 'Tiny matrix')).forms;
  expect(factors).toEqual((await sheet.read('H5:J7', 'Tiny')).flat());
  expect(entries[5]).toEqual((await sheet.read('B3:D5', 'Tiny')).flat());
});

test('both are equal to the map', async () => {
  const { summary, forms } = await readMatrix(sheet, 'Tiny matrix');
  expect(summary).toBe(EQUAL);
  const map = (await sheet.read('L3:O6', 'Tiny')).flat();
  for (const form of forms) {
    expect(form.map).toEqual(map);
    expect(form.names.slice(0, 5)).toEqual(['L3', 'M3', 'N3', 'O3', 'L4']);
    expect(form.equal).toEqual(new Array(16).fill('✓'));
  }
});

test('what is typed into the filter, its bias and the image comes through', async () => {
  await type('I6', 4);
  await type('H9', 0.5);
  await type('B3', 7);
  const { summary, forms } = await readMatrix(sheet, 'Tiny matrix');
  expect(forms[0].entries[0][7]).toBe(4);
  expect(forms[0].factors[7]).toBe(7);
  expect(forms[0].map[0]).toBeGreaterThan(20);
  expect(forms[0].map).toEqual((await sheet.read('L3:O6', 'Tiny')).flat());
  expect(summary).toBe(EQUAL);
});

test('a map that is something else is found out', async () => {
  await at('Tiny', (cells) => (cells.getRange('L3').values = [[99]]));
  // The notebook hears of it, as of what it wrote itself.
  await sheet.session.idle(quiet);
  const { summary, forms } = await readMatrix(sheet, 'Tiny matrix');
  expect(summary).toBe('✗ Not all outputs are equal to those of the map');
  expect(forms[0].equal.slice(0, 2)).toEqual(['✗', '✓']);
  await type('L3', 1);
  expect((await readMatrix(sheet, 'Tiny matrix')).summary).toBe(EQUAL);
});

test('after a step the matrix holds the new weights', async () => {
  const before = (await readMatrix(sheet, 'Tiny matrix')).forms[0].entries[0];
  await sheet.session.perform(STEP);
  const { summary, forms } = await readMatrix(sheet, 'Tiny matrix');
  expect(forms[0].entries[0]).not.toEqual(before);
  expect(forms[1].factors).toEqual((await sheet.read('H5:J7', 'Tiny')).flat());
  expect(summary).toBe(EQUAL);
});

test('the count is one of formulas', async () => {
  // 16 outputs of 36 pixels; 9 weights and a bias, each of them in all 16 rows.
  const rows = await sheet.read('A1:C15', 'Tiny matrix');
  const counted = new Map(rows.map(([own, all, words]) => [words, [own, all]]));
  expect(counted.get('weights of a dense layer of that shape')).toEqual([576, 1152]);
  expect(counted.get('connections: entries that hold a weight')).toEqual([144, 288]);
  expect(counted.get('weights, and the bias')).toEqual([10, 20]);
  // A dense layer has a bias for each output, too.
  expect(counted.get('times fewer than the dense layer with its biases')).toEqual([59.2, 59.2]);
  expect(counted.get('pixels, its columns')).toEqual([36, 36]);
});

test('a weight that is no number is told, and nothing is drawn; one of a later layer only told', async () => {
  const errors = () => sheet.session.store.get().errors;
  const before = (await sheet.read('I6', 'Tiny'))[0][0] as number;
  await sheet.type('I6', 'x', 'Tiny');
  const told = errors();
  expect(told.join()).toContain('I6');
  await at('Tiny matrix', (cells) => (cells.getRange('A1').values = [['mine']]));
  await sheet.session.perform(sheet.session.matrices.show);
  expect(errors()).toEqual(told);
  expect((await sheet.read('A1', 'Tiny matrix'))[0][0]).toBe('mine');
  await type('I6', before);
  await sheet.type(DENSE_WEIGHT, 'x', 'Tiny');
  const other = errors();
  expect(other.join()).toContain(DENSE_WEIGHT);
  await sheet.session.perform(sheet.session.matrices.show);
  expect(errors()).toEqual(other);
  expect((await readMatrix(sheet, 'Tiny matrix')).summary).toBe(EQUAL);
  await type(DENSE_WEIGHT, 0.5);
  expect(errors()).toEqual([]);
});

test('columns inserted into the page, and a new name for its sheet, take nothing away', async () => {
  await sheet.insertColumn(3, 'Tiny').catch(() => undefined);
  await sheet.insertColumn(6, 'Tiny');
  await at('Tiny', (cells) => (cells.name = "Ada's"));
  const { summary, forms } = await readMatrix(sheet, 'Tiny matrix');
  expect(summary).toBe(EQUAL);
  expect(forms[0].names[0]).toBe('N3');
});
