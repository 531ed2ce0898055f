import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { fillOf, LEARNING_RATE, MESSAGE, messages, number, STEP, VALUES } from './lesson4';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());
// Nothing is wrong any more; a Reset that mended it says what it did.
afterEach(async () => expect(await messages(excel)).toMatch(/^(Back at step 0, [^\n]*\n×\nUndo)?$/));

test('text in a filter cell is named and marked, what depends on it waits, everything else goes on', async () => {
  const [map1, map2, output] = await Promise.all(
    ['AH3:BG28', 'AH32:BG57', 'EN4'].map((cells) => excel.read(cells, VALUES)),
  );
  await excel.type('AE12', 'hello', VALUES);
  const said = 'AE12 (conv1, filter 1, channel 1) holds the text "hello". Type a number, such as 0.';
  expect(await messages(excel)).toContain(said);
  expect(await excel.read(MESSAGE)).toEqual([[said]]);
  expect(await fillOf(excel, 'AE12')).toBe('#FFC7CE');

  await excel.type('L11', 0.25);
  expect(await excel.read('AH3:BG28')).toEqual(map1);
  expect(await excel.read('AH32:BG57')).not.toEqual(map2);
  expect(await excel.read('EN4')).toEqual(output);

  await excel.press('Step');
  expect(await number(excel, STEP)).toBe(0);
  expect(await messages(excel)).toContain(said);

  await excel.type('AE12', 0);
  expect(await excel.read('AH3:BG28')).not.toEqual(map1);
  expect(await excel.read('EN4')).not.toEqual(output);
  expect(await excel.read(MESSAGE)).toEqual([['']]);
  expect(await fillOf(excel, 'AE12')).not.toBe('#FFC7CE');
});

test('a number typed over a computed cell is put back, with advice', async () => {
  const map = await excel.read('AH3:BG28', VALUES);
  await excel.type('AK5', 99);
  expect(await excel.read('AH3:BG28')).toEqual(map);
  expect(await messages(excel)).toContain('AH3:BG28 (conv1, map 1) is computed and was put back');
  expect(await messages(excel)).toContain('edit AD11:AF13');
  await excel.press('Reset');
});

test('a learning rate of a billion is refused by name, and a Step with it, until it is mended', async () => {
  await excel.type(LEARNING_RATE, '1e9', VALUES);
  const said = `${LEARNING_RATE} (learning rate) holds the number 1000000000`;
  expect(await messages(excel)).toContain(said);
  await excel.press('Step');
  expect(await messages(excel)).toContain(said);
  expect(await number(excel, STEP)).toBe(0);
  await excel.type(LEARNING_RATE, '0.005');
  await excel.press('Step');
  expect(await number(excel, STEP)).toBe(1);
  await excel.press('Reset');
});

test('weights that grow beyond numbers stop the step before it is written', async () => {
  await excel.type('AD11', '1e160', VALUES);
  await excel.type('BI11', '1e150');
  const weights = await excel.read('AD11:AF13');
  await excel.press('Step');
  expect(await messages(excel)).toContain('was not taken');
  expect(await excel.read('AD11:AF13')).toEqual(weights);
  expect(await number(excel, STEP)).toBe(0);
  await excel.press('Reset');
  expect(await number(excel, 'AD11')).toBe(-1);
});
