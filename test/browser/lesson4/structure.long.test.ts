import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { GRADIENTS, inExcel, messages, number, STEP, VALUES } from './lesson4';

// People insert rows, rename and delete sheets, make second notebooks. Blocks are found by name, so that must do no harm.
let excel: EmbeddedWorkbook;
// A new workbook each.
beforeEach(async () => {
  excel = await openWorkbook();
});
afterEach(() => excel.close());

test('a row deleted through the page is named, and nothing is computed with half a filter', async () => {
  await inExcel(excel, 'delete row 12');
  const before = await excel.read('A1:EW40', VALUES);
  await excel.press('Step');
  expect(await messages(excel)).toMatch(/should be 28×28 cells and is now 27×28/);
  // Only the message cell says something new.
  const after = await excel.read('A1:EW40', VALUES);
  const changed = after.flatMap((row, r) => row.filter((value, c) => value !== before[r][c]));
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatch(/should be/);
});

test('renamed sheets stay the notebook', async () => {
  await inExcel(excel, 'rename');
  await excel.press('Step');
  expect(await number(excel, STEP, 'My digits')).toBe(1);
  expect(await excel.pane.getByRole('heading', { name: 'My digits' }).count()).toBe(1);
});

test('a deleted gradient sheet is said, and drawn anew by the next step', async () => {
  await inExcel(excel, 'delete gradients');
  await excel.settled();
  expect(await messages(excel)).toContain("The sheet 'Lesson 4 ∂' was deleted");
  await excel.press('Step');
  expect(await number(excel, STEP)).toBe(1);
  expect(await number(excel, 'EN4', GRADIENTS)).not.toBe(0);
});

test('a deleted value sheet ends the notebook with a word, and a new one can be made', async () => {
  await inExcel(excel, 'delete values');
  await excel.settled();
  expect(await messages(excel)).toContain("The sheet 'Lesson 4' was deleted");
  await excel.press('Step');
  expect(await messages(excel)).toContain('Press New on the ribbon');
  await excel.press('Lesson 4');
  expect(await excel.tab('Lesson 4 (2)').count()).toBe(1);
  await excel.press('Step');
  expect(await number(excel, STEP, 'Lesson 4 (2)')).toBe(1);
});

test('a second notebook stands beside the first, and the active sheet says which is trained', async () => {
  await excel.press('Step');
  await excel.press('Lesson 4');
  await excel.press('Step');
  await excel.press('Step');
  expect(await number(excel, STEP, 'Lesson 4 (2)')).toBe(2);
  expect(await number(excel, STEP, VALUES)).toBe(1);
  await excel.sheet(VALUES);
  await excel.press('Step');
  expect(await number(excel, STEP, VALUES)).toBe(2);
  expect(await number(excel, STEP, 'Lesson 4 (2)')).toBe(2);
});
