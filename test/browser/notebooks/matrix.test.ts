import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { below, summary } from './matrixSheet';

// Lesson 4: filter 1 of conv1 stands in AD11:AF13, its map in AH3:BG28. The matrix begins below the count.
const MATRIX = 'Lesson 4 matrix';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
});
afterAll(() => excel.close());

test('the first time, too, the pane chooses what the ribbon has shown', async () => {
  await excel.press('Lesson 4');
  // In the first map of conv2.
  await excel.goTo('CA8', 'Lesson 4');
  await excel.press('As matrix');
  expect((await excel.read('A1', MATRIX))[0][0]).toBe('conv2, filter 1: the convolution as a matrix');
  expect(await excel.pane.getByLabel('Layer').inputValue()).toBe('conv2');
});

test('As matrix writes the selected convolution as a matrix, equal to its map', async () => {
  await excel.goTo('AR15', 'Lesson 4');
  await excel.press('As matrix');
  expect(await excel.tab(MATRIX).count()).toBe(1);
  expect(await summary(excel, MATRIX)).toBe('✓ All 36 outputs are equal to the map, in both forms');
  const [, , heads, first] = await below(excel, /^W·x/, MATRIX);
  // Six outputs around AR15 in each direction; a step further to the right is a pixel further to the right.
  expect(heads.slice(7, 10)).toEqual(['H11', 'I11', 'J11']);
  expect(first.slice(0, 2)).toEqual(['AO12', (await excel.read('AO12', 'Lesson 4'))[0][0]]);
  expect(first.slice(7, 11)).toEqual([-1, -1, -1, 0]);
});

test('what is typed into the filter comes through, in every row', async () => {
  await excel.type('AE12', 2.5, 'Lesson 4');
  const rows = (await below(excel, /^W·x/, MATRIX)).slice(3, 39);
  expect(rows.flat().filter((value) => value === 2.5)).toHaveLength(36);
  expect(await summary(excel, MATRIX)).toMatch(/^✓ All 36/);
});

test('the count says what a dense layer would need', async () => {
  const rows = await excel.read('A1:C14', MATRIX);
  expect(rows.find(([, , words]) => words === 'weights of a dense layer of that shape')?.slice(0, 2)).toEqual(
    [529_984, 1_059_968],
  );
  expect(rows.flat().join()).toContain('The convolution has 9 and a bias, and uses each weight 676 times.');
});

test('nothing went wrong on the page', () => {
  expect(excel.errors).toEqual([]);
});
