import fs from 'node:fs';
import path from 'node:path';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import {
  fillOf,
  GRADIENTS,
  LOSS,
  messages,
  number,
  OUTPUT,
  PROBABILITY,
  runEnded,
  SEED,
  STEP,
  STEPS_PER_RUN,
  TARGET,
  VALUES,
  VELOCITIES,
} from './lesson4';

// Follows the README's five minutes, sentence by sentence. Each is quoted as it stands there, and asserted: neither can
// change without the other.
const README = fs.readFileSync(path.join(__dirname, '../../../README.md'), 'utf8');
const FIVE_MINUTES = README.slice(README.indexOf('## Five minutes'), README.indexOf('## How it is built'));

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ viewport: { width: 1280, height: 720 } });
});
afterAll(() => excel.close());

/** All that the tests below quote. */
const quoted: string[] = [];

/** A test of sentences that stand in the README one after the other. */
function says(sentences: string, holds: () => Promise<void>): void {
  quoted.push(sentences);
  test(sentences, async () => {
    expect(FIVE_MINUTES).toContain(sentences);
    await holds();
  });
}

const block = async (address: string, sheet = VALUES) => (await excel.read(address, sheet)) as number[][];

/** The sum of products of two blocks, cell by cell. */
const product = (a: number[][], b: number[][]) =>
  a.flat().reduce((sum, value, index) => sum + value * b.flat()[index], 0);

/** The part of a block that begins at a row and a column. */
const part = (cells: number[][], row: number, column: number, size = 3) =>
  cells.slice(row, row + size).map((each) => each.slice(column, column + size));

/** The rows of the sheet in which two blocks differ, both of which begin at `top`. */
function changedRows(before: number[][], after: number[][], top: number): number[] {
  return before.flatMap((row, r) => (row.some((value, c) => value !== after[r][c]) ? [top + r] : []));
}

async function explained(address: string, sheet = VALUES): Promise<string> {
  await excel.goTo(address, sheet);
  await excel.settled();
  return (await excel.pane.getByRole('region', { name: 'Explanation' }).innerText()).replace(/\s+/g, ' ');
}

describe('Look', () => {
  says('The digit stands in `A2:AB29`.', async () => {
    const pixels = (await block('A2:AB29')).flat();
    expect(Math.min(...pixels)).toBe(0);
    expect(Math.max(...pixels)).toBeGreaterThan(0.9);
  });

  says('Two 3×3 filters, `AD11:AF13` and `AD38:AF40`, make the two maps right of them.', async () => {
    const pixels = await block('A2:AB29');
    for (const [filter, map] of [
      ['AD11:AF13', 'AH3:BG28'],
      ['AD38:AF40', 'AH32:BG57'],
    ]) {
      const [weights, cells] = [await block(filter), await block(map)];
      cells.forEach((row, r) =>
        row.forEach((value, c) =>
          expect(value).toBeCloseTo(Math.max(0, product(part(pixels, r, c), weights)), 12),
        ),
      );
    }
  });

  says(
    'A cell stands in the row of its receptive field: follow any row to the right and you follow a pixel through the network.',
    async () => {
      const [conv1, conv2] = ['AH3:BG28', 'BM4:CJ27'];
      const before = [await block(conv1), await block(conv2)];
      await excel.type('M11', 0, VALUES);
      const after = [await block(conv1), await block(conv2)];
      // Rows of the sheet: a 3×3 filter reaches one row further to both sides, with each layer.
      for (const [layer, top] of [3, 4].entries()) {
        const rows = changedRows(before[layer], after[layer], top);
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.filter((row) => Math.abs(row - 11) > layer + 1)).toEqual([]);
      }
      await excel.undo();
      await excel.undo();
      expect(await block(conv1)).toEqual(before[0]);
    },
  );

  says(
    'White is 0, red above, blue below; Ctrl and the mouse wheel zoom between picture and numbers.',
    async () => {
      const words = (await excel.read('EV1:EV60', VALUES)).flat();
      const row = words.indexOf('below 0') + 1;
      expect(words.slice(row - 1, row + 2)).toEqual(['below 0', 0, 'above 0']);
      expect(await Promise.all([0, 1, 2].map((down) => fillOf(excel, `EV${row + down}`)))).toEqual([
        '#8DB4E2',
        '#FCFCFF',
        '#F8696B',
      ]);
      const zoom = excel.page.getByText(/^\d+%$/);
      const before = await zoom.innerText();
      const { x, y } = (await excel.page.locator('#grid').boundingBox())!;
      await excel.page.mouse.move(x + 200, y + 200);
      await excel.page.keyboard.down('Control');
      await excel.page.mouse.wheel(0, -100);
      await excel.until('the sheet is zoomed', async () => (await zoom.innerText()) !== before);
      await excel.page.keyboard.up('Control');
    },
  );
});

describe('Type', () => {
  says('What is framed, or blue on yellow, is yours to type over; all else is computed.', async () => {
    const [[computed]] = await excel.read('AK5', VALUES);
    await excel.type('AK5', 99, VALUES);
    expect(await excel.read('AK5')).toEqual([[computed]]);
    expect(await messages(excel)).toContain('is computed and was put back');
  });

  says(
    'Put a 2 into `AE12`: the map right of it changes, its neighbour below does not. Ctrl+Z takes back first what the ' +
      'notebook computed, then what you typed; it takes back a _Step_, too.',
    async () => {
      const maps = () => Promise.all([excel.read('AH3:BG28', VALUES), excel.read('AH32:BG57', VALUES)]);
      const before = await maps();
      await excel.type('AE12', 2, VALUES);
      const [right, below] = await maps();
      expect(right).not.toEqual(before[0]);
      expect(below).toEqual(before[1]);
      await excel.undo();
      expect(await number(excel, 'AE12')).toBe(2);
      expect(await maps()).toEqual(before);
      await excel.undo();
      expect(await number(excel, 'AE12')).toBe(0);
      const weights = await excel.read('AD11:AF13');
      await excel.press('Step');
      expect(await excel.read('AD11:AF13')).not.toEqual(weights);
      await excel.undo();
      expect(await excel.read('AD11:AF13')).toEqual(weights);
      expect(await number(excel, STEP)).toBe(0);
    },
  );
});

describe('Ask', () => {
  says(
    'Select any cell: the pane explains where its number comes from, patch times matrix, channel by channel.',
    async () => {
      const text = await explained('BW10');
      expect(text).toContain('BW10');
      expect(text).toMatch(/channel 1.*channel 2|map 1.*map 2/i);
    },
  );

  says('_Explain cell_ also frames its sources on the sheet.', async () => {
    const shapes = () =>
      excel.pane.evaluate(() =>
        Excel.run(async (context) => {
          const all = context.workbook.worksheets.getItem('Lesson 4').shapes;
          all.load('items/visible');
          await context.sync();
          return all.items.filter(({ visible }) => visible).length;
        }),
      );
    expect(await shapes()).toBe(0);
    await excel.press('Explain cell');
    await excel.until('frames are drawn', async () => (await shapes()) > 0);
    await excel.press('Explain cell');
    await excel.until('they are gone', async () => (await shapes()) === 0);
  });
});

describe('Why has a filter two matrices?', () => {
  says(
    'The second layer reads two maps, so each of its filters is two 3×3 matrices, one above the other (`BI11:BK13`, ' +
      '`BI15:BK17`). Their products are added up into one map.',
    async () => {
      const [map1, map2] = [await block('AH3:BG28'), await block('AH32:BG57')];
      const [first, second] = [await block('BI11:BK13'), await block('BI15:BK17')];
      const sum = (r: number, c: number) =>
        product(part(map1, r, c), first) + product(part(map2, r, c), second);
      (await block('BM4:CJ27')).forEach((row, r) =>
        row.forEach((value, c) => expect(value).toBeCloseTo(Math.max(0, sum(r, c)), 12)),
      );
    },
  );
});

describe('Flatten and dense', () => {
  says(
    'The pooled maps stand at `CM4` and `CM33`; the dense weights at `DN4` and `DN33` are spread the same way, so each ' +
      'weight stands where the cell that it multiplies stands in its own map. `EN4` is the sum of all products, and a ' +
      'bias: the logit.',
    async () => {
      const [maps, weights] = await Promise.all(
        [
          ['CM4:DI26', 'CM33:DI55'],
          ['DN4:EJ26', 'DN33:EJ55'],
        ].map((pair) => Promise.all(pair.map((cells) => block(cells)))),
      );
      const filled = (cells: unknown[][]) => cells.map((row) => row.map((cell) => cell !== ''));
      expect(weights.map(filled)).toEqual(maps.map(filled));
      expect(filled(maps[0]).flat().filter(Boolean)).toHaveLength(144);
      const numbers = (cells: unknown[][]) => cells.map((row) => row.map(Number));
      const products = maps.map((map, index) => product(numbers(map), numbers(weights[index])));
      const bias = await number(excel, 'EL4');
      expect(await number(excel, OUTPUT)).toBeCloseTo(products[0] + products[1] + bias, 12);
      expect(await explained(OUTPUT)).toContain('Logit');
    },
  );
});

describe('Step', () => {
  says('`EP4` is the probability of a 7, `ER4` the target, `ET4` the loss.', async () => {
    const probability = await number(excel, PROBABILITY);
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-(await number(excel, OUTPUT)))), 12);
    expect(await number(excel, TARGET)).toBe(1);
    expect(await number(excel, LOSS)).toBeCloseTo(-Math.log(probability), 12);
  });

  says(
    "Press _Step_: weights move, the loss falls. The sheet `Lesson 4 ∂` shows why: `'Lesson 4 ∂'!AD11` is " +
      "∂L/∂`AD11`, and the next step takes exactly those gradients. `Lesson 4 v` is the optimiser's memory, " +
      'v ← momentum · v + ∂; then w ← w − rate · v.',
    async () => {
      let [loss, memory] = [await number(excel, LOSS), 0];
      const [rate, momentum] = [await number(excel, 'EW4'), await number(excel, 'EW5')];
      for (let step = 1; step <= 2; step++) {
        const [weight, gradient] = [await number(excel, 'AD11'), await number(excel, 'AD11', GRADIENTS)];
        await excel.press('Step');
        memory = momentum * memory + gradient;
        expect(await number(excel, 'AD11', VELOCITIES)).toBeCloseTo(memory, 14);
        expect(await number(excel, 'AD11')).toBeCloseTo(weight - rate * memory, 14);
        expect(await number(excel, LOSS)).toBeLessThan(loss);
        loss = await number(excel, LOSS);
      }
      expect(await explained('AD11', GRADIENTS)).toContain('Gradient (∂)');
    },
  );
});

describe('Run', () => {
  says('As many steps as `EW7` says.', async () => {
    await excel.type(STEPS_PER_RUN, 20, VALUES);
    const before = await number(excel, STEP);
    await excel.press('Run');
    await runEnded(excel);
    expect(await number(excel, STEP)).toBe(before + 20);
  });

  says('_Step back_ takes the last step back, again and again;', async () => {
    const steps = await number(excel, STEP);
    for (let back = 1; back <= 2; back++) {
      await excel.press('Step back');
      expect(await number(excel, STEP)).toBe(steps - back);
    }
  });

  says(
    '_Reset_ goes back to the weights of the seed in `EW8`; _Next image_ shows another digit.',
    async () => {
      await excel.press('Reset');
      const first = await excel.read('DN4:EJ26', VALUES);
      const seed = await number(excel, SEED);
      await excel.type(SEED, seed + 1, VALUES);
      await excel.press('Reset');
      expect(await excel.read('DN4:EJ26')).not.toEqual(first);
      await excel.type(SEED, seed);
      await excel.press('Reset');
      expect(await excel.read('DN4:EJ26')).toEqual(first);
      const digit = await excel.read('A2:AB29');
      await excel.press('Next image');
      expect(await excel.read('A2:AB29')).not.toEqual(digit);
    },
  );
});

describe('Break it', () => {
  says(
    'Type text into a weight: the message names the cell, what depends on it waits, and a number heals it; text in ' +
      'several cells is one message.',
    async () => {
      const map = await excel.read('AH3:BG28', VALUES);
      await excel.type('AE12', 'hello', VALUES);
      expect(await messages(excel)).toContain('AE12 (conv1, filter 1, channel 1) holds the text "hello"');
      await excel.type('L11', 0.25);
      expect(await excel.read('AH3:BG28')).toEqual(map);
      await excel.type('AE12', 0);
      expect(await messages(excel)).toBe('');
      expect(await excel.read('AH3:BG28')).not.toEqual(map);
      await excel.paste('AD11:AF11', [['a', 'b', 'c']], VALUES);
      expect(await excel.pane.getByRole('status').filter({ hasText: 'text' }).count()).toBe(1);
      await excel.paste('AD11:AF11', [[-1, -1, -1]], VALUES);
      expect(await messages(excel)).toBe('');
    },
  );

  says('`0,01` is understood in the pane, and explained in a cell.', async () => {
    const field = excel.pane.getByRole('textbox', { name: 'Learning rate' });
    await field.fill('0,01');
    await field.press('Enter');
    await excel.settled();
    expect(await number(excel, 'EW4')).toBe(0.01);
    await excel.type('EW4', '0,02', VALUES);
    expect(await messages(excel)).toMatch(/EW4 .*"0,02"/);
    await excel.type('EW4', 0.005);
    expect(await messages(excel)).toBe('');
  });

  says(
    'Insert a row or rename a sheet: blocks are found by their names. A row inserted on one sheet is inserted on the ' +
      "notebook's others, too, so that an address goes on to mean the same cell.",
    async () => {
      const [weightBefore, gradient] = [await number(excel, 'AD11'), await number(excel, 'AD11', GRADIENTS)];
      await excel.goTo('A2', VALUES);
      await excel.page.getByRole('tab', { name: 'Home', exact: true }).click();
      await excel.ribbonButton('Insert rows').click();
      await excel.settled();
      await excel.page.getByRole('tab', { name: 'Cellvolution', exact: true }).click();
      await excel.pane.evaluate(() =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Lesson 4').name = 'My digits';
          await context.sync();
        }),
      );
      await excel.settled();
      expect(await number(excel, 'AD12', 'My digits')).toBe(weightBefore);
      expect(await number(excel, 'AD12', GRADIENTS)).toBe(gradient);
      await excel.press('Step');
      expect(await number(excel, 'AD12', 'My digits')).toBeCloseTo(weightBefore - 0.005 * gradient, 14);
      expect(await number(excel, 'AD12', VELOCITIES)).toBe(gradient);
    },
  );
});

test('no sentence of the five minutes is left out', () => {
  const steps = FIVE_MINUTES.split('\n').flatMap((line) => /^\d\. \*\*.*?\*\* (.*)$/.exec(line)?.[1] ?? []);
  expect(steps).toHaveLength(8);
  const rest = quoted.reduce((text, sentences) => text.replace(sentences, ''), steps.join(' '));
  expect(rest.trim()).toBe('');
  expect(excel.errors).toEqual([]);
});
