import { drawSheet } from '../../notebook/adopt/support/anySheet';
import { messages } from '../lesson4/lesson4';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';

const drawn = drawSheet(
  {
    input: { channels: 1, height: 8, width: 8 },
    layers: [
      { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3], activation: 'relu', bias: false },
      { type: 'maxPool2d', name: 'maxpool', size: [2, 2], stride: 2 },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 1, bias: false },
    ],
    loss: 'sigmoidCrossEntropy',
  },
  {
    sums: 'SUM of a product',
    relu: 'MAX',
    border: 'blank',
    isSpread: true,
    outputs: 'below each other',
    mask: { form: 'IF below', place: 'this sheet', isAtOnce: false, isRateTyped: true },
    hasNames: false,
    hasBraces: false,
    seed: 3,
    sheet: 'Sheet1',
  },
);
const contents = drawn.grid.contents();
const [output] = drawn.outputs;
const filter = drawn.cells['conv1.filter1.channel1'].at;

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
});
afterAll(() => excel.close());

test('the pane offers to adopt a sheet where there is no notebook', async () => {
  await excel.pane.getByRole('button', { name: 'Adopt this sheet' }).click();
  await excel.settled();
  expect(await messages(excel)).toContain("The sheet 'Sheet1' is empty");
});

test('a sheet that is none says so; one that is becomes a notebook at the press of a button', async () => {
  await excel.press('Adopt this sheet');
  expect(await messages(excel)).toContain("The sheet 'Sheet1' is empty");
  await typeAll();
  await excel.press('Adopt this sheet');
  expect(await messages(excel)).toContain("The sheet 'Sheet1' is a notebook now.");
  const found = excel.pane.getByRole('region', { name: "Found on 'Sheet1'" });
  expect(await found.textContent()).toContain('conv1: 2 filters of 3×3, maps of 6×6, ReLU.');
  expect(await found.textContent()).toContain('No bias: conv1 and dense.');
});

test('so does the menu of new notebooks', async () => {
  await excel.pane.getByRole('button', { name: 'New notebook' }).click();
  await excel.pane.getByRole('menuitem', { name: 'Adopt this sheet' }).click();
  await excel.settled();
  expect(await messages(excel)).toContain("The sheet 'Sheet1' is a notebook already. Press Step.");
});

test('Step moves the weights in its cells, and its own formula computes', async () => {
  const [before] = await excel.read(filter, 'Sheet1');
  const [[output0]] = await excel.read(output, 'Sheet1');
  await excel.press('Step');
  expect((await excel.read(filter, 'Sheet1'))[0]).not.toEqual(before);
  expect((await excel.read(output, 'Sheet1'))[0][0]).not.toBe(output0);
  expect(await excel.tab('Sheet1 ∂').count()).toBe(1);
  expect(await excel.pane.getByText('Step 1,').count()).toBe(1);
});

/** As a file that is opened. */
async function typeAll(): Promise<void> {
  await excel.pane.evaluate(async (rows) => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const range = sheet.getRangeByIndexes(0, 0, rows.length, rows[0].length);
      range.formulas = rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell)));
      await context.sync();
    });
  }, contents);
  await excel.settled();
}
