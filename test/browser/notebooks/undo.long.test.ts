import { openWorkbook, type EmbeddedWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());

const FILTER = 'AD11:AF13';

test('Ctrl+Z after Step takes the step back, and Step goes on from there', async () => {
  await excel.goTo('A1', 'Lesson 4');
  const before = await excel.read(FILTER);
  await excel.press('Step');
  const after = await excel.read(FILTER);
  expect(after).not.toEqual(before);
  await excel.undo();
  expect(await excel.read(FILTER)).toEqual(before);
  await excel.redo();
  expect(await excel.read(FILTER)).toEqual(after);
  await excel.undo();
  await excel.press('Step');
  expect(await excel.read(FILTER)).toEqual(after);
  expect(excel.errors).toEqual([]);
});

test('Ctrl+Z takes back what the notebook computed, and then the edit', async () => {
  const before = await excel.read('AE12:AH3');
  await excel.type('AE12', 5);
  await excel.undo();
  expect(await excel.read('AE12')).toEqual([[5]]);
  expect(await excel.pane.getByText('Undo took back').count()).toBe(1);
  await excel.undo();
  expect(await excel.read('AE12:AH3')).toEqual(before);
  expect(await excel.pane.getByText('Undo took back').count()).toBe(0);
});
