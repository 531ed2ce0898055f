import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { inExcel, messages, number, STEP, VALUES, VELOCITIES } from './lesson4';

// People insert rows, rename and delete sheets, make second notebooks. Blocks are found by name, so that must do no harm.
let excel: EmbeddedWorkbook;
// A new workbook each.
beforeEach(async () => {
  excel = await openWorkbook();
});
afterEach(() => excel.close());

test('a row inserted above the page moves everything and breaks nothing', async () => {
  const map = await excel.read('AH3:BG28', VALUES);
  await inExcel(excel, 'insert row 2');
  await excel.type('AE13', 3, VALUES);
  expect(await excel.read('AH4:BG29')).not.toEqual(map);
  await excel.type('AE13', 0);
  expect(await excel.read('AH4:BG29')).toEqual(map);
  await excel.press('Step');
  expect(await number(excel, 'EW12')).toBe(1);
  expect(await messages(excel)).toBe('');
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
