import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { fillOf, GRADIENTS, messages, VALUES } from './lesson4';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());
// Nothing is wrong any more; a Reset that mended it says what it did.
afterEach(async () => expect(await messages(excel)).toMatch(/^(Back at step 0, [^\n]*\n×\nUndo)?$/));

test('cleared weights are missed until undo brings them back', async () => {
  const filter = await excel.read('AD11:AF13', VALUES);
  await excel.clear('AD11:AF11', VALUES);
  expect(await messages(excel)).toContain('AD11 (conv1, filter 1, channel 1) holds nothing');
  // The message, and then the clearing.
  await excel.undo();
  await excel.undo();
  expect(await excel.read('AD11:AF13')).toEqual(filter);
});

test('a gradient typed over is put back, too', async () => {
  const gradients = await excel.read('AD11:AF13', GRADIENTS);
  await excel.type('AD11', 'x', GRADIENTS);
  expect(await excel.read('AD11:AF13', GRADIENTS)).toEqual(gradients);
  expect(await messages(excel)).toContain("On 'Lesson 4 ∂', AD11:AF13");
  await excel.press('Reset');
});

test('a formula in a filter cell counts as its value', async () => {
  const map = await excel.read('AH3:BG28', VALUES);
  await excel.type('AE12', '=1+1', VALUES);
  expect(await excel.read('AE12')).toEqual([[2]]);
  expect(await excel.read('AH3:BG28')).not.toEqual(map);
  await excel.type('AE12', 0);
  expect(await excel.read('AH3:BG28')).toEqual(map);
});

test('pasting text over the whole image marks it and a new image heals it', async () => {
  await excel.paste(
    'A2',
    Array.from({ length: 28 }, () => new Array<string>(28).fill('x')),
    VALUES,
  );
  expect(await messages(excel)).toContain('A2 (input, channel 1) holds the text "x"');
  expect(await messages(excel)).toContain('and 780 more cells');
  expect(await fillOf(excel, 'B7')).toBe('#FFC7CE');
  await excel.press('Next image');
  expect(await fillOf(excel, 'B7')).not.toBe('#FFC7CE');
});
