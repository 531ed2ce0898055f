import { cellRect, toA1 } from '../../../src/notebook/sheet/address';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';

const plan = planNotebook(LESSON_4);

function addressOf(name: string): string {
  const block = plan.layout.blocks.find((each) => each.name === name);
  if (!block) throw new Error(`no block ${name}`);
  return toA1(block.rect);
}

// The published sheet, written out by hand from its cells.
test.each([
  ['input.channel1', 'A2:AB29'],
  ['conv1.filter1.channel1', 'AD11:AF13'],
  ['conv1.filter2.channel1', 'AD38:AF40'],
  ['conv1.filter1.bias', 'AD15'],
  ['conv1.filter2.bias', 'AD42'],
  ['conv1.map1', 'AH3:BG28'],
  ['conv1.map2', 'AH32:BG57'],
  ['conv2.filter1.channel1', 'BI11:BK13'],
  ['conv2.filter1.channel2', 'BI15:BK17'],
  ['conv2.filter2.channel1', 'BI38:BK40'],
  ['conv2.filter2.channel2', 'BI42:BK44'],
  ['conv2.map1', 'BM4:CJ27'],
  ['conv2.map2', 'BM33:CJ56'],
  ['maxpool.map1', 'CM4:DI26'],
  ['maxpool.map2', 'CM33:DI55'],
  ['dense.unit1.channel1', 'DN4:EJ26'],
  ['dense.unit1.channel2', 'DN33:EJ55'],
  ['dense.output', 'EN4'],
])('%s stands at %s', (name, address) => expect(addressOf(name)).toBe(address));

test.each([
  ['Input', 'A1'],
  ['Conv1', 'AH1'],
  ['Conv2', 'BM1'],
  ['Maxpool', 'CM1'],
  ['Dense weights', 'DN1'],
  ['Dense activation', 'EN1'],
])('the heading %s stands in %s', (text, address) => {
  const heading = plan.layout.labels.find((label) => label.kind === 'heading' && label.text === text)!;
  expect(toA1({ row: heading.row, column: heading.column, rows: 1, columns: 1 })).toBe(address);
});

test('pool and dense weights stand in every second row and column', () => {
  const jumps = plan.layout.blocks.filter(({ jump }) => jump === 2).map(({ name }) => name);
  expect(jumps).toEqual(['maxpool.map1', 'maxpool.map2', 'dense.unit1.channel1', 'dense.unit1.channel2']);
});

test('filters are labelled two rows above', () => {
  const label = plan.layout.labels.find(({ text, column }) => text === 'Filter 1' && column === 29)!;
  expect(label.row).toBe(8);
});

test('what has a gradient stands at the same address on the sheet of gradients', () => {
  expect(plan.sheets.gradients.name).toBe('Lesson 4 ∂');
  const values = new Map(plan.sheets.values.blocks.map((block) => [block.name, block.rect]));
  for (const block of plan.sheets.gradients.blocks) expect(block.rect).toEqual(values.get(block.name));
  expect(plan.sheets.gradients.blocks.map(({ name }) => name)).toContain('conv1.filter1.channel1');
});

test("the optimiser's memory holds parameters only", () => {
  expect(plan.sheets.velocities.blocks.every(({ source }) => source.kind === 'parameter')).toBe(true);
});

test.each([
  ['C1', '28×28 pixels'],
  ['AJ1', '2 filters 3×3 · ReLU · 20 parameters · 2 maps of 26×26'],
  ['BO1', '2 filters 3×3 · ReLU · 38 parameters · 2 maps of 24×24'],
  ['CP1', 'largest of 2×2 · 2 maps of 12×12'],
  ['DS1', '1 logit from 288 numbers · 289 parameters'],
  ['AH2', 'map 1'],
  ['AH31', 'map 2'],
  ['BI10', '× map 1'],
  ['BI14', '× map 2'],
  ['DN3', '× map 1'],
])('beside the published headings, %s says: %s', (address, text) => {
  const found = plan.sheets.values.labels.filter(
    ({ row, column, kind }) => kind === 'caption' && toA1(cellRect(row, column)) === address,
  );
  expect(found.map((label) => label.text)).toEqual([text]);
});
