import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { GRADIENTS, messages, number, STEP, VALUES, VELOCITIES } from './lesson4';

// People insert rows, rename and delete sheets, make second notebooks. Blocks are found by name, so that must do no harm.
let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());
// Each takes a notebook apart, so each has a new workbook, on one page.
afterEach(() => excel.open());

/** What the menus of Excel do; the embedded workbook's menus are not part of what is tested here. */
function inExcel(
  change: 'insert row 2' | 'delete row 12' | 'rename' | 'delete gradients' | 'delete values',
): Promise<void> {
  return excel.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const values = worksheets.getItem('Lesson 4');
        if (wanted === 'insert row 2') values.getRange('2:2').insert('Down');
        if (wanted === 'delete row 12') values.getRange('12:12').delete('Up');
        if (wanted === 'rename') values.name = 'My digits';
        if (wanted === 'delete gradients') worksheets.getItem('Lesson 4 ∂').delete();
        if (wanted === 'delete values') values.delete();
        await context.sync();
      }),
    change,
  );
}

test('a row inserted above the page moves everything and breaks nothing', async () => {
  const map = await excel.read('AH3:BG28', VALUES);
  await inExcel('insert row 2');
  await excel.type('AE13', 3, VALUES);
  expect(await excel.read('AH4:BG29')).not.toEqual(map);
  await excel.type('AE13', 0);
  expect(await excel.read('AH4:BG29')).toEqual(map);
  await excel.press('Step');
  expect(await number(excel, 'EW12')).toBe(1);
  expect(await messages(excel)).toBe('');
});

test('a row deleted through the page is named, and nothing is computed with half a filter', async () => {
  await inExcel('delete row 12');
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
  await inExcel('rename');
  await excel.press('Step');
  expect(await number(excel, STEP, 'My digits')).toBe(1);
  expect(await excel.pane.getByRole('heading', { name: 'My digits' }).count()).toBe(1);
});

test('a deleted gradient sheet is said, and drawn anew by the next step', async () => {
  await inExcel('delete gradients');
  await excel.settled();
  expect(await messages(excel)).toContain("The sheet 'Lesson 4 ∂' was deleted");
  await excel.press('Step');
  expect(await number(excel, STEP)).toBe(1);
  expect(await number(excel, 'EN4', GRADIENTS)).not.toBe(0);
});

test('a deleted value sheet ends the notebook with a word, and a new one can be made', async () => {
  await inExcel('delete values');
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

test('after the pane is closed and loaded again, training goes on from the cells', async () => {
  await excel.press('Step');
  await excel.press('Step');
  const weights = await excel.read('DN4:EJ26', VALUES);
  await excel.reloadPane();
  expect(await excel.pane.getByText('Step 2').count()).toBe(1);
  await excel.press('Step');
  const continued = await excel.read('DN4:EJ26', VALUES);
  expect(continued).not.toEqual(weights);
  expect(await number(excel, STEP)).toBe(3);

  // The same three steps without a break.
  await excel.press('Reset');
  for (let step = 0; step < 3; step++) await excel.press('Step');
  expect(await excel.read('DN4:EJ26', VALUES)).toEqual(continued);
  expect(await excel.read('AD11', VELOCITIES)).toHaveLength(1);
});
