import { LESSON_4, LESSON_4_TEN } from '../../../src/notebook/presets/lesson4';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { MOST_FRAMES } from '../../../src/notebook/explain/frames';
import { parseA1 } from '../../../src/notebook/sheet/address';
import type { SheetKey } from '../../../src/notebook/sheet/plan';
import { blockNamed, randomPage, type Page } from './support/scene';

const lesson4 = randomPage(LESSON_4, 2);
const ten = randomPage(LESSON_4_TEN, 2);
const tiny = randomPage(TINY, 2);

function explain(page: Page, address: string, key: SheetKey = 'values') {
  const { row, column } = parseA1(address);
  const explanation = page.explain({ key, row, column });
  const text = explanation.parts.map((part) => (part.kind === 'sentence' ? part.text : '')).join(' ');
  return { ...explanation, text };
}

test('a cell says what it is, and where in its map it stands', () => {
  expect(explain(lesson4, 'AN12')).toMatchObject({
    cell: 'AN12',
    sheet: 'values',
    title: 'Conv1, map 1',
    where: 'Row 10, column 7 of 26×26. Activation, computed.',
  });
  expect(explain(lesson4, 'BI16')).toMatchObject({
    title: 'Conv2, filter 1, channel 2',
    where: 'Row 2, column 1 of 3×3. Weight of a filter, learned. Yours to type over.',
  });
  expect(explain(lesson4, 'AN12', 'gradients').title).toBe('Gradient (∂) of conv1, map 1');
});

test('classes are called by their names', () => {
  const { blocks } = tiny.context.plan.sheets.values;
  const { row, column } = blocks.find(({ name }) => name === 'output.probability')!.rect;
  expect(tiny.explain({ key: 'values', row: row + 1, column }).where).toBe(
    'Number 2 of 3. Computed of the logits, for "vertical".',
  );
});

test('a convolution has a product for each channel, and says that channels are summed', () => {
  const { parts, text } = explain(lesson4, 'BT12');
  expect(parts.map(({ kind }) => kind)).toEqual(['products', 'products', 'sentence', 'sum', 'applied']);
  expect(text).toContain('The 2 channels are summed');
});

test('headings and labels are told as words', () => {
  expect(explain(lesson4, 'AH1')).toMatchObject({ title: 'Heading "Conv1"', frames: [] });
  expect(explain(lesson4, 'AD9').title).toBe('Label "Filter 1"');
});

test('a sentence above a sheet is a note, no heading', () => {
  for (const key of ['next', 'rotated', 'velocities', 'secondMoments'] as const) {
    const { title, text } = explain(lesson4, 'A1', key);
    expect(title).toBe('Note');
    expect(text).toBe('A note about this sheet.');
  }
});

test('a gap of a spread map says why it is there', () => {
  const gap = explain(lesson4, 'CN4');
  expect(gap.title).toBe('Gap in maxpool, map 1');
  expect(gap.text).toContain('every second row and column');
});

test('a cell outside of the network is told so', () => {
  expect(explain(lesson4, 'A100')).toMatchObject({ title: 'Not a cell of the network', frames: [] });
});

test('a dense weight names the pool cell that it multiplies, and its place in the flattened row', () => {
  // Unit 1, channel 2, row 2, column 3: 144 + 12 + 3.
  const { flat, parts, text, frames } = explain(lesson4, 'DR35');
  expect(flat).toMatchObject({ index: 158, channels: 2, height: 12, width: 12, reader: 'dense' });
  expect(flat?.text).toBe(
    'Number 159 of 288 in the flattened row: map 2, row 2, column 3, which is (2 − 1) · 144 + (2 − 1) · 12 + 3.',
  );
  expect(flat?.values).toEqual([...lesson4.network.activations.get('flatten')!.subarray(0, 288)]);
  const list = parts.find((part) => part.kind === 'list');
  expect(list?.terms[0].factors?.[1].cell).toEqual({ key: 'values', ...cornerOf('CQ35') });
  expect(text).toContain('Nothing is lost in flattening');
  expect(frames.filter(({ kind }) => kind === 'partner').map(({ rect }) => rect)).toEqual([parseA1('CQ35')]);
});

test('a pool cell names the weight of each unit that multiplies it, and frames them', () => {
  const { flat, parts, frames } = explain(ten, 'CQ35');
  expect(flat?.index).toBe(158);
  const list = parts.find((part) => part.kind === 'list');
  expect(list?.terms).toHaveLength(8);
  expect(list?.hidden).toBe(2);
  expect(list?.terms[0].factors?.[0].cell).toEqual({ key: 'values', ...cornerOf('DR35') });
  expect(frames.filter(({ kind }) => kind === 'partner')).toHaveLength(10);
});

test('maps that are not flattened have no place in a row', () => {
  expect(explain(lesson4, 'BT12').flat).toBeUndefined();
});

test('a gradient of a weight tells the image on the page from the others', () => {
  const { parts } = explain(lesson4, 'BI11', 'gradients');
  const last = parts.at(-1);
  expect(last?.kind === 'sum' && last.terms.map(({ label }) => label)).toEqual([
    'image on the page',
    'the other image',
  ]);
});

test('a gradient holds up to the next kink, and a gradient of 0 claims nothing', () => {
  const { gradients } = lesson4.network;
  expect(gradients.get('conv1.filters')![0]).not.toBe(0);
  expect(explain(lesson4, 'AD11', 'gradients').text).toContain(
    ', as long as no ReLU switches on or off and no other cell wins its pool.',
  );
  const pooled = lesson4.network.activationGradients.get('conv2')!;
  const loser = pooled.slice(0, 24 * 24).findIndex((gradient) => gradient === 0);
  const { rect } = blockNamed(lesson4, 'conv2.map1', 'gradients');
  const at = { row: rect.row + Math.floor(loser / 24), column: rect.column + (loser % 24) };
  const { parts } = lesson4.explain({ key: 'gradients', ...at });
  expect(parts[0]).toEqual({ kind: 'sentence', text: 'Backpropagation passes nothing back here.' });
});

const KINK = 'It stands on a kink';

test('a cell on a kink of ReLU says so where a change of it would reach it, and only there', () => {
  const page = randomPage(TINY, 1, 2);
  const { network } = page;
  network.input.fill(0);
  for (const [name, values] of network.parameters) if (name === 'conv1.bias') values.fill(0);
  network.forward();
  network.backward();
  const textOf = (name: string) => {
    const { row, column } = blockNamed(page, name, 'gradients').rect;
    const { parts } = page.explain({ key: 'gradients', row, column });
    return parts.map((part) => (part.kind === 'sentence' ? part.text : '')).join(' ');
  };
  expect(textOf('input.channel1')).toContain(KINK);
  expect(textOf('conv1.filter1.bias')).toContain(KINK);
  // All cells of its window are 0.
  expect(textOf('conv1.map1')).toContain('several cells of the window are equally large');
  // What it multiplies is 0 everywhere, so that no change of it changes anything.
  expect(textOf('conv1.filter1.channel1')).not.toContain(KINK);
  network.parameters.get('conv1.filters')!.fill(0);
  expect(textOf('input.channel1')).not.toContain(KINK);
});

test('terms that are 0 are not named among the largest', () => {
  const page = randomPage(LESSON_4, 1, 2);
  page.network.activationGradients.get('conv1')!.fill(0);
  const { parts } = explain(page, 'AD11', 'gradients');
  const own = parts.find((part) => part.kind === 'sum');
  expect(own).toMatchObject({ terms: [], rest: { count: 676, value: 0, allZero: true } });
});

test('more frames than a sheet can bear become one for each layer that has the most', () => {
  const many = randomPage({
    ...TINY,
    network: {
      ...TINY.network,
      layers: [
        { type: 'conv2d', name: 'conv1', filters: 60, kernel: [3, 3] },
        { type: 'conv2d', name: 'conv2', filters: 40, kernel: [1, 1] },
        { type: 'globalAveragePool', name: 'mean' },
        { type: 'dense', name: 'dense', units: 3 },
      ],
    },
  });
  const frames = explain(many, 'A2').frames;
  expect(frames.length).toBeLessThanOrEqual(MOST_FRAMES);
  expect(frames.length).toBeGreaterThan(40);
});

function cornerOf(address: string) {
  const { row, column } = parseA1(address);
  return { row, column };
}
