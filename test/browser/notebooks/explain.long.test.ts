import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { addressOf } from './cells';

let excel: EmbeddedWorkbook;
let looksBefore: unknown;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
  await excel.choose('New', 'Lesson 4 (2022, with ReLU)');
  looksBefore = await looks('Lesson 4');
});
afterAll(() => excel.close());

const explanation = () => excel.pane.getByRole('region', { name: 'Explanation' });

/** What the pane says of a cell, in one line. */
async function explained(address: string, sheet?: string): Promise<string> {
  await excel.goTo(address, sheet);
  await excel.settled();
  return said();
}

async function said(): Promise<string> {
  return (await explanation().innerText()).replace(/\s+/g, ' ');
}

interface Shape {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly visible: boolean;
}

function shapes(sheet: string): Promise<Shape[]> {
  return excel.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const all = context.workbook.worksheets.getItem(name).shapes;
        all.load('items/name,items/left,items/top,items/width,items/height,items/visible');
        await context.sync();
        return all.items.map((shape) => ({
          name: shape.name,
          left: shape.left,
          top: shape.top,
          width: shape.width,
          height: shape.height,
          visible: shape.visible,
        }));
      }),
    sheet,
  );
}

async function frames(sheet = 'Lesson 4'): Promise<Shape[]> {
  return (await shapes(sheet)).filter(({ visible }) => visible);
}

/** Where cells stand, in points. */
function placeOf(address: string, sheet = 'Lesson 4') {
  return excel.pane.evaluate(
    ([cells, name]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange(cells);
        range.load('left,top,width,height');
        await context.sync();
        return { left: range.left, top: range.top, width: range.width, height: range.height };
      }),
    [address, sheet] as const,
  );
}

/** How many cells of each kind look: colours, borders, number formats, colour scales, names. */
function looks(sheet: string): Promise<unknown> {
  return excel.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(name);
        const cells = [
          'A2',
          'J12',
          'AD11',
          'AF13',
          'AD15',
          'AH3',
          'AN12',
          'BI16',
          'BT12',
          'CM4',
          'CN4',
          'DN4',
          'EN4',
        ];
        const ranges = cells.map((cell) => worksheet.getRange(cell));
        for (const range of ranges)
          range.load(
            'numberFormat,format/fill/color,format/font/color,format/font/size,format/borders/items/style',
          );
        const scales = worksheet.getRange('A1:FZ60').conditionalFormats;
        scales.load('items/type');
        worksheet.names.load('items/name,items/formula');
        await context.sync();
        return JSON.stringify({
          cells: ranges.map(({ numberFormat, format }) => [
            numberFormat,
            format.fill.color,
            format.font.color,
            format.font.size,
            format.borders.items.map(({ style }) => style),
          ]),
          scales: scales.items.map(({ type }) => type),
          names: worksheet.names.items.map((item) => [item.name, item.formula]),
        });
      }),
    sheet,
  );
}

test('the selected cell is explained unasked, and no shape is drawn; Explain cell frames its sources', async () => {
  expect(await explained('AN12')).toMatch(
    /^Conv1, map 1 AN12 Row 10, column 7 of 26×26\. Activation, computed\./,
  );
  expect(await shapes('Lesson 4')).toEqual([]);
  await excel.press('Explain cell');
  expect(await excel.pane.getByRole('switch', { name: 'Frame its sources' }).isChecked()).toBe(true);
  expect((await frames()).length).toBeGreaterThan(0);
  expect(await said()).toMatch(/^Conv1, map 1 AN12 Row 10, column 7 of 26×26\. Activation, computed\./);
});

test('a click on its head closes the explanation to one line, and opens it again', async () => {
  await excel.pane.getByRole('button', { name: 'Explain', exact: true }).click();
  expect(await explanation().isVisible()).toBe(false);
  expect(await excel.pane.getByRole('switch', { name: 'Frame its sources' }).isVisible()).toBe(false);
  await excel.pane.getByRole('button', { name: 'AN12: Conv1, map 1' }).click();
  expect(await explanation().isVisible()).toBe(true);
});

test('a cell of a map is framed with its patch, its filter, and all that it changes', async () => {
  await explained('AN12');
  const places = (await frames()).map(({ left, top, width, height }) => ({ left, top, width, height }));
  // Its patch in the image, its filter; of conv2 all cells that see it, and the pool cells above these.
  for (const cells of ['G11:I13', 'AD11:AF13', 'AD15', 'BQ11:BS13', 'BQ40:BS42', 'CQ10:CS12', 'EN4'])
    expect(places).toContainEqual(await placeOf(cells));
});

test('the explanation moves with the arrow keys, at the price of a few requests', async () => {
  await explained('AN12');
  const before = await excel.requestCount();
  for (let column = 8; column <= 16; column++) {
    await excel.page.keyboard.press('ArrowRight');
    await excel.until(`column ${column} is explained`, async () =>
      (await said()).includes(`Row 10, column ${column} of 26×26`),
    );
    await excel.settled();
  }
  expect((await excel.requestCount()) - before).toBeLessThanOrEqual(9 * 3);
  const [patch] = await frames();
  const { left, top, width, height } = patch;
  expect({ left, top, width, height }).toEqual(await placeOf('P11:R13'));
});

/** Of the lines to each layer in the pane's map of the network, in their order, which lead to the selected cell's map. */
async function connectors(): Promise<boolean[][]> {
  const layers = await excel.pane.getByRole('list', { name: 'The network' }).getByRole('listitem').all();
  return Promise.all(
    layers.map((layer) =>
      layer
        .locator('svg path')
        .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).strokeOpacity === '1')),
    ),
  );
}

test('lines in the map of the network lead from maps to those that are computed from them', async () => {
  // The other map of conv2 reads both maps, too.
  await explained('BT12');
  expect(await connectors()).toEqual([
    [],
    [false, false],
    [true, true, false, false],
    [false, false],
    [false, false],
  ]);
  // A filter belongs to the map that it makes.
  await explained('BI38');
  expect(await connectors()).toEqual([
    [],
    [false, false],
    [false, false, true, true],
    [false, false],
    [false, false],
  ]);
  await explained('CQ12');
  expect(await connectors()).toEqual([
    [],
    [false, false],
    Array(4).fill(false),
    [true, false],
    [false, false],
  ]);
  await explained('DR12');
  expect(await connectors()).toEqual([
    [],
    [false, false],
    Array(4).fill(false),
    [false, false],
    [true, true],
  ]);
});

test('each kind of cell is explained with its numbers', async () => {
  expect(await explained('BT12')).toMatch(
    /Channel 1: sum of the products .* Channel 2: sum of the products .* The 2 channels are summed/,
  );
  expect(await explained('CQ12')).toMatch(/^Maxpool, map 1 .*candidates .*The largest is taken/);
  expect(await explained('EN4')).toMatch(/288 numbers before it .*bias EL4 .*the other 280 .*logit 0\.03/);
  expect(await explained('DR12')).toContain(
    'Its initial value, drawn from the seed 4: normal, of standard deviation 0.02',
  );
  expect(await explained('J12')).toContain('Pixel of the image');
  expect(await explained('AD15')).toContain('It is added in every cell of its map.');
  expect(await explained('AH1')).toContain('Heading "Conv1"');
  expect(await explained('CN4')).toContain('Gap in maxpool, map 1');
  const at = (name: string) => addressOf(excel, name, 'Lesson 4');
  expect(await explained(await at('output.probability'))).toContain('Sigmoid: 1 / (1 + e^');
  expect(await explained(await at('output.loss'))).toMatch(
    /The target is 1, so the loss is −ln p.*−ln 0\.\d+ loss/,
  );
  expect(await explained(await at('output.target'))).toContain('What the network should predict');
  expect(await explained(await at('output.predicted'))).toContain('above 0.5');
  expect(await explained(await at('sgd.learning_rate'))).toContain('How far a step goes');
  expect(await explained(await at('notebook.batch_loss'))).toMatch(/the other 15 .* batch loss/);
});

test('the three grids of a channel stand side by side, each number on one line', async () => {
  // Among its products is −0.69.
  await explained('BW10');
  const grids = explanation().getByRole('table');
  const tops = await grids.evaluateAll((all) => all.map((grid) => grid.getBoundingClientRect().top));
  expect(tops).toEqual([tops[0], tops[0], tops[0], tops[3], tops[3], tops[3]]);
  const heights = await grids
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().height));
  expect(new Set(heights).size).toBe(1);
});

test('the flattened row is shown with the place of the selected number', async () => {
  // Channel 2, row 2, column 3: 144 + 12 + 3.
  expect(await explained('CQ35')).toContain('Number 159 of 288 in the flattened row');
  expect(await explained('DR35')).toContain('Nothing is lost in flattening');
  const partner = await placeOf('CQ35');
  expect((await frames()).map(({ left, top }) => ({ left, top }))).toContainEqual({
    left: partner.left,
    top: partner.top,
  });
  expect(await excel.pane.getByRole('img', { name: /Number 159 of 288/ }).count()).toBe(1);
});

test('an address in the explanation leads to its cell', async () => {
  await explained('DR35');
  await explanation().getByRole('button', { name: 'CQ35', exact: true }).click();
  await excel.settled();
  expect(await said()).toMatch(/^Maxpool, map 2 CQ35/);
  const focused = await excel.pane.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe('Maxpool, map 2');
});

test('gradients are explained on their own sheet, which has frames of its own', async () => {
  expect(await explained('AN12', 'Lesson 4 ∂')).toMatch(
    /^Gradient \(∂\) of conv1, map 1 .*weights, rotated .*∂ of this cell/,
  );
  expect((await frames('Lesson 4 ∂')).length).toBeGreaterThan(2);
  expect(await shapes('Lesson 4')).toEqual([]);
  expect(await explained('BI12', 'Lesson 4 ∂')).toMatch(
    /used 576 times .*image on the page .*the other 15 images/,
  );
  expect(await explained('CQ12', 'Lesson 4 ∂')).toContain('Every unit of the dense layer reads this cell');
  expect(await explained('EN4', 'Lesson 4 ∂')).toMatch(/p − t .*\/ 16 \(batch size\)/);
});

test('after a step a weight shows its old value, gradient, rate and new value', async () => {
  const [[old]] = await excel.read('AE12', 'Lesson 4');
  const [[gradient]] = await excel.read('AE12', 'Lesson 4 ∂');
  expect(await explained('AE12', 'Lesson 4')).toContain('Press Step to see how it changes');
  await excel.press('Step');
  const text = await said();
  expect(text).toContain(
    'Changed by the last step, number 1. Momentum: v ← momentum · v + g, then w ← w − rate · v.',
  );
  expect(text).toMatch(/∂ before the step .* 0\.005 \(learning rate\) × .* old weight .* new weight/);
  const now = Number((await excel.read('AE12', 'Lesson 4'))[0][0]);
  expect(now).toBeCloseTo(Number(old) - 0.005 * Number(gradient), 14);
  expect(await explanation().getByTitle(String(now), { exact: true }).count()).toBeGreaterThan(0);
});

test('Ctrl+Z takes back what followed from what was typed, and then that, but not the frames', async () => {
  const [[before]] = await excel.read('BI11', 'Lesson 4');
  await excel.type('BI11', 0.375);
  await explained('BT12');
  await excel.undo();
  await excel.undo();
  expect(await excel.read('BI11', 'Lesson 4')).toEqual([[before]]);
});

test('turned off, no shape is left, and every format is as it was', async () => {
  await explained('BT12');
  expect((await frames()).length).toBeGreaterThan(0);
  await excel.press('Explain cell');
  for (const sheet of ['Lesson 4', 'Lesson 4 ∂', 'Lesson 4 v']) expect(await shapes(sheet)).toEqual([]);
  expect(looksBefore).toContain('ColorScale');
  expect(await looks('Lesson 4')).toBe(looksBefore);
  expect(await explained('AN12')).toContain('Conv1, map 1');
  expect(await shapes('Lesson 4')).toEqual([]);
});

test('a pane that starts anew takes away the frames that it finds', async () => {
  await excel.press('Explain cell');
  expect((await frames()).length).toBeGreaterThan(0);
  await excel.reloadPane();
  expect(await shapes('Lesson 4')).toEqual([]);
  expect(excel.errors).toEqual([]);
});

test('a mark goes over patch, matrix and products of another patch, but not where less motion is wanted', async () => {
  const passes = () =>
    explanation()
      .locator('td')
      .evaluateAll((cells) =>
        cells.map((cell) => {
          const { animationName, animationDelay } = getComputedStyle(cell);
          return animationName === 'none' ? 'none' : animationDelay;
        }),
      );
  await excel.goTo('AK11', 'Lesson 4');
  await excel.settled();
  const row = ['0s', '0.2s', '0.4s', '0.6s', '0.8s', '1s', '1.2s', '1.4s', '1.6s'];
  expect(await passes()).toEqual([...row, ...row, ...row]);
  await excel.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await passes()).toEqual(Array(27).fill('none'));
  await excel.page.emulateMedia({ reducedMotion: null });
});
