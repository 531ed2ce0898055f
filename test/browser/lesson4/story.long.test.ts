import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { GRADIENTS, LOSS, messages, number, PROBABILITY, STEP, VALUES } from './lesson4';

// What a newcomer does, from opening the page to a trained network, in one sitting.
let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
});
afterAll(() => excel.close());

test('the workbook opens with the lesson-4 page drawn', async () => {
  expect(await excel.tab(VALUES).count()).toBe(1);
  const headings = await excel.read('A1:EN1', VALUES);
  expect(headings[0].filter(Boolean)).toEqual([
    'Input',
    '28×28 pixels',
    'Conv1',
    '2 filters 3×3 · ReLU · 20 parameters · 2 maps of 26×26',
    'Conv2',
    '2 filters 3×3 · ReLU · 38 parameters · 2 maps of 24×24',
    'Maxpool',
    'largest of 2×2 · 2 maps of 12×12',
    'Dense weights',
    '1 logit from 288 numbers · 289 parameters',
    'Dense activation',
  ]);
  expect(await number(excel, STEP)).toBe(0);
  expect(await excel.pane.getByRole('img', { name: 'Image on the page' }).count()).toBe(1);
});

test('the maps are the convolution of the digit with the filter, with ReLU', async () => {
  const pixels = (await excel.read('A2:AB29', VALUES)) as number[][];
  const filter = (await excel.read('AD11:AF13', VALUES)) as number[][];
  const map = (await excel.read('AH3:BG28', VALUES)) as number[][];
  const at = (row: number, column: number) => {
    let sum = 0;
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) sum += pixels[row + i][column + j] * filter[i][j];
    return Math.max(0, sum);
  };
  expect(Math.max(...map.flat())).toBeGreaterThan(1);
  map.forEach((cells, row) =>
    cells.forEach((value, column) => expect(value).toBeCloseTo(at(row, column), 12)),
  );
});

test('a number typed into a filter cell changes the maps to the right of it, and theirs only', async () => {
  const read = () =>
    Promise.all(['AH3:BG28', 'AH32:BG57', 'BM4:CJ27', 'EN4'].map((cells) => excel.read(cells, VALUES)));
  const before = await read();
  await excel.type('AE12', 2, VALUES);
  const after = await read();
  expect(after[0]).not.toEqual(before[0]);
  expect(after[1]).toEqual(before[1]);
  expect(after[2]).not.toEqual(before[2]);
  expect(after[3]).not.toEqual(before[3]);
  // What followed from it, and then the number itself.
  await excel.undo();
  await excel.undo();
  expect(await read()).toEqual(before);
});

test('a step moves each weight by rate times gradient, and the loss falls', async () => {
  const loss = await number(excel, LOSS);
  const [weight] = (await excel.read('AD11:AF11', VALUES))[0] as number[];
  const [gradient] = (await excel.read('AD11:AF11', GRADIENTS))[0] as number[];
  await excel.press('Step');
  // Momentum starts from rest: v = gradient, w = w − 0.005 · v.
  expect(await number(excel, 'AD11')).toBeCloseTo(weight - 0.005 * gradient, 14);
  expect(await number(excel, 'AD11', 'Lesson 4 v')).toBe(gradient);
  expect(await number(excel, STEP)).toBe(1);
  expect(await number(excel, LOSS)).toBeLessThan(loss);
  await excel.press('Step');
  await excel.press('Step');
  expect(await number(excel, STEP)).toBe(3);
  expect(await excel.pane.getByText('Step 3').count()).toBe(1);
});

test('Reset brings back the weights of the seed', async () => {
  await excel.press('Reset');
  expect(await excel.read('AD11:AF13', VALUES)).toEqual([
    [-1, -1, -1],
    [0, 0, 0],
    [1, 1, 1],
  ]);
  expect(await number(excel, STEP)).toBe(0);
});

test('a step reads no cell: it costs one request, which writes', async () => {
  const before = await excel.requestCount();
  await excel.press('Step');
  // A second is office.js's own: at the end of Excel.run it lets go of the ranges that it kept.
  expect((await excel.requestCount()) - before).toBeLessThanOrEqual(2);
  await excel.press('Reset');
});

test('the next image is another one, with its own target and prediction', async () => {
  const pixels = await excel.read('A2:AB29', VALUES);
  const probability = await number(excel, PROBABILITY);
  await excel.press('Next image');
  expect(await excel.read('A2:AB29', VALUES)).not.toEqual(pixels);
  expect(await number(excel, PROBABILITY)).not.toBe(probability);
});

test('nothing was asked of another machine, nothing went wrong on the page, and nobody was told off', async () => {
  expect(excel.requests).toEqual([]);
  expect(excel.errors).toEqual([]);
  expect(await messages(excel)).toBe('');
});
