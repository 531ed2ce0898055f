import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages } from '../lesson4/lesson4';
import { below, summary } from './matrixSheet';

// Lesson 4: filter 1 of conv1 stands in AD11:AF13, its map in AH3:BG28. The matrix begins below the count.
const MATRIX = 'Lesson 4 matrix';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
  await excel.goTo('AR15', 'Lesson 4');
  await excel.press('As matrix');
});
afterAll(() => excel.close());

test('in the pane another filter and one of its channels are chosen, and drawn in the same place', async () => {
  const { pane } = excel;
  await pane.getByLabel('Layer').selectOption('conv2');
  await pane.getByLabel('Filter', { exact: true }).selectOption({ label: '2' });
  await pane.getByLabel('Input channel').selectOption({ label: '1' });
  await pane.getByRole('button', { name: 'Show as matrix' }).click();
  await excel.settled();
  expect((await excel.read('A1', MATRIX))[0][0]).toBe('conv2, filter 2: the convolution as a matrix');
  expect(await excel.tab(`${MATRIX} (2)`).count()).toBe(0);
  expect(await summary(excel, MATRIX)).toMatch(/^✓ All 36/);
  expect(await messages(excel)).toBe('');
});

test('a step changes the weights, and the matrix with them', async () => {
  const before = (await below(excel, /^X·w/, MATRIX))[3];
  await excel.sheet('Lesson 4');
  await excel.press('Step');
  expect((await below(excel, /^X·w/, MATRIX))[3]).not.toEqual(before);
  expect(await summary(excel, MATRIX)).toMatch(/^✓ All 36/);
});

test('the smallest network is shown as a whole', async () => {
  await excel.choose('New', 'Tiny');
  await excel.press('As matrix');
  expect(await summary(excel, 'Tiny matrix')).toMatch(/^✓ All 16/);
  expect((await excel.read('A3', 'Tiny matrix'))[0][0]).toContain('All of it is shown');
  expect(excel.errors).toEqual([]);
});
