import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
});
afterAll(() => excel.close());

test('a typed number is found in its cell', async () => {
  await excel.type('B2', 0.125);
  expect(await excel.read('B2')).toEqual([[0.125]]);
});

test('the name box jumps to an address and shows where the selection is', async () => {
  await excel.goTo('AH40');
  expect(await excel.selected()).toBe('AH40');
});

test('a pasted block fills its cells', async () => {
  await excel.paste('D4', [
    [1, 2],
    [3, 4],
  ]);
  expect(await excel.read('D4:E5')).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('Delete empties the selection, undo brings it back, redo empties it again', async () => {
  await excel.paste('D8', [
    [1, 2],
    [3, 4],
  ]);
  await excel.clear('D8:E9');
  expect(await excel.read('D8')).toEqual([['']]);
  await excel.undo();
  expect(await excel.read('D8:E8')).toEqual([[1, 2]]);
  await excel.redo();
  expect(await excel.read('D8:E8')).toEqual([['', '']]);
});

test('a typed formula is calculated before the add-in reads it', async () => {
  await excel.type('G1', 6);
  await excel.type('G2', '=G1*7');
  expect(await excel.read('G2')).toEqual([[42]]);
});

test('the page asks nobody else for anything and logs no error', () => {
  expect(excel.requests).toEqual([]);
  expect(excel.errors).toEqual([]);
});

test('the name box reaches beyond the grid that is there', async () => {
  await excel.type('ZZ5000', 'far');
  expect(await excel.read('ZZ5000')).toEqual([['far']]);
  await excel.goTo('A1');
});
