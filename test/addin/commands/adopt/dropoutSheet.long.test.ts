/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import { ADOPT } from '../../../../src/addin/commands/adopt/adoptCommand';
import { setTo, STEP } from '../../../../src/addin/commands/train';
import { compile } from '../../../../src/engine/network';
import type { NetworkSpec } from '../../../../src/engine/spec';
import { Trainer } from '../../../../src/training/trainer';
import { drawSheet, OTHER_SHEET, type MaskWriting } from '../../../notebook/adopt/support/anySheet';
import { openNotebook, type Sheet } from '../../support/sheet';
import { contentsOf, typeSheet } from './support/typeSheet';

const NAME = 'mine';
const network: NetworkSpec = {
  input: { channels: 1, height: 6, width: 6 },
  layers: [
    { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3], activation: 'relu', bias: false },
    { type: 'dropout', name: 'dropout', rate: 0.5 },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 1, bias: false },
  ],
  loss: 'sigmoidCrossEntropy',
};
const MASK: MaskWriting = { form: 'IF above', place: 'this sheet', isAtOnce: false, isRateTyped: true };

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterEach(() => sheet.clear());
afterAll(() => sheet.close());

async function adopted(mask: Partial<MaskWriting> = {}) {
  const drawn = drawSheet(network, {
    sums: 'SUM of a product',
    relu: 'MAX',
    border: 'blank',
    isSpread: true,
    outputs: 'below each other',
    mask: { ...MASK, ...mask },
    hasNames: false,
    hasBraces: false,
    seed: 7,
    sheet: NAME,
  });
  const typed = drawn.grid.contents();
  const others = drawn.other.contents();
  if (others.length) await typeSheet(sheet, OTHER_SHEET, others);
  await typeSheet(sheet, NAME, typed);
  await sheet.session.perform(ADOPT);
  expect(sheet.session.store.get().errors).toEqual([]);
  return { drawn, typed };
}

type Adopted = Awaited<ReturnType<typeof adopted>>['drawn'];

/** All numbers of blocks of the sheet that were there before, as they are now. */
async function numbers({ cells }: Adopted, pattern: RegExp): Promise<number[]> {
  const found = Object.keys(cells).filter((name) => pattern.test(name));
  const rows = await Promise.all(found.map((name) => sheet.read(cells[name].at, NAME)));
  return rows.flat(2).map(Number);
}

/** The masks that the sheet shows now. */
async function masksShown({ masks, ...drawn }: Adopted): Promise<number[]> {
  const { kept, cells } = masks!.dropout;
  if (!cells)
    return (await numbers({ masks, ...drawn }, /^dropout/)).map((value) => (value === 0 ? 0 : kept));
  return (await Promise.all(cells.map(({ at, sheet: home }) => sheet.read(at, home)))).flat(2).map(Number);
}

/** The copy of the masks that the gradients belong to. */
async function masksTaken(): Promise<number[]> {
  return [...(await named('dropout.mask1')), ...(await named('dropout.mask2'))];
}

async function named(block: string): Promise<number[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(NAME).names.getItem(block).getRange();
    range.load('values');
    await context.sync();
    return range.values.flat().map(Number);
  });
}

interface Numbers {
  readonly input: number[];
  readonly filters: number[];
  readonly weights: number[];
  readonly masks: number[];
  readonly target: number[];
}

async function numbersNow(drawn: Adopted): Promise<Numbers> {
  const [input, filters, weights] = [/^input/, /filter/, /^dense/].map((which) => numbers(drawn, which));
  return {
    input: await input,
    filters: await filters,
    weights: await weights,
    masks: await masksShown(drawn),
    target: await named('output.target'),
  };
}

/** What the network comes to with these numbers, computed without any notebook. */
function lossOf({ input, filters, weights, masks, target }: Numbers): number {
  const net = compile(network, 1);
  net.input.set(input);
  net.target.set(target);
  net.parameters.get('conv1.filters')!.set(filters);
  net.parameters.get('dense.weights')!.set(weights);
  net.auxiliary.get('dropout.mask')!.set(masks);
  return net.forward();
}

const SMALL = 1e-6;

/** ∂L/∂ one of the numbers, from the losses on both sides. */
function slope(at: Numbers, of: 'filters' | 'weights', index: number): number {
  const moved = (by: number) => lossOf({ ...at, [of]: at[of].with(index, at[of][index] + by) });
  return (moved(SMALL) - moved(-SMALL)) / (2 * SMALL);
}

/** One step moved the weights against the slope of the loss with the masks that the sheet showed. */
async function expectStepBySlopes(before: Numbers, drawn: Adopted): Promise<void> {
  const after = await numbersNow(drawn);
  const [rate] = await named('sgd.learning_rate');
  for (const which of ['filters', 'weights'] as const)
    before[which].forEach((value, index) => {
      expect((value - after[which][index]) / rate).toBeCloseTo(slope(before, which, index), 5);
    });
}

const WAYS: readonly (readonly [string, Partial<MaskWriting>])[] = [
  ['beside the maps', {}],
  ['on a sheet of their own', { place: 'another sheet', form: 'IF below' }],
  ['of cells of RAND()', { form: 'of RAND cells', isRateTyped: false }],
  ['inside the formulas of the masked numbers', { place: 'inside', form: 'product' }],
  ['where the maps are computed', { isAtOnce: true, form: 'divided' }],
];

for (const [where, mask] of WAYS)
  test(`masks drawn ${where}: a step trains with those that the sheet shows`, async () => {
    const { drawn, typed } = await adopted(mask);
    const { layers, remarks } = sheet.session.store.get().adoption!;
    expect(layers.map(({ name }) => name)).toEqual(['input', 'conv1', 'dropout', 'dense']);
    expect(layers[2].what).toBe('dropout of 50 % by RAND()');
    expect(remarks.join('\n')).toMatch(/exactly the masks that the sheet shows when it begins/);
    expect(await contentsOf(NAME, typed)).toEqual(typed);

    const before = await numbersNow(drawn);
    await sheet.session.perform(STEP);
    expect(sheet.session.store.get().errors).toEqual([]);
    // A copy of the masks stands beside the settings.
    expect(await masksTaken()).toEqual(before.masks);
    await expectStepBySlopes(before, drawn);
    // Writing the weights has drawn others, and the next step takes those.
    const then = await numbersNow(drawn);
    expect(then.masks).not.toEqual(before.masks);
    await sheet.session.perform(STEP);
    expect(await masksTaken()).toEqual(then.masks);
  });

test('the report says what a mask does that is not made larger by 1 / (1 − rate), and that masks inside formulas are inferred', async () => {
  await adopted({ place: 'inside', form: 'product' });
  const remarks = sheet.session.store.get().adoption!.remarks.join('\n');
  expect(remarks).toMatch(/What dropout keeps, it multiplies by 1, where 2 would keep the mean/);
  expect(remarks).toMatch(/The masks of dropout are drawn inside formulas/);
});

test('Run takes the masks that the sheet shows, other ones before each of its steps', async () => {
  const { drawn } = await adopted();
  await sheet.session.perform(setTo('stepsPerRun', 1));
  // The first run draws the sheet of the log, and with it new masks.
  await sheet.session.perform(sheet.session.runs.run);
  await sheet.session.perform(setTo('stepsPerRun', 3));
  const shown = await masksShown(drawn);
  const given = jest.spyOn(Trainer.prototype, 'giveMask');
  const stepped = jest.spyOn(Trainer.prototype, 'takeStep');
  await sheet.session.perform(sheet.session.runs.run);
  const orders = given.mock.invocationCallOrder;
  const masks = given.mock.calls.map(([, mask]) => mask.join());
  // By each step, the masks that were read last before it.
  const taken = stepped.mock.invocationCallOrder.map(
    (step) => masks[orders.findLastIndex((each) => each < step)],
  );
  expect(taken[0]).toBe(shown.join());
  expect(new Set(taken).size).toBe(3);
  given.mockRestore();
  stepped.mockRestore();
});

test('masks that are gone stop a step, which says which', async () => {
  const { drawn } = await adopted();
  const [{ at }] = drawn.masks!.dropout.cells!;
  const [first] = at.split(':');
  await sheet.type(first, 'x', NAME);
  const before = await numbers(drawn, /^dense/);
  await sheet.session.perform(STEP);
  expect(sheet.session.store.get().errors.join('\n')).toMatch(/dropout\.drawn1/);
  expect(await numbers(drawn, /^dense/)).toEqual(before);
});

test('a workbook that is opened again goes on with the masks that its sheet shows', async () => {
  const { drawn } = await adopted();
  await sheet.session.perform(STEP);
  await sheet.session.open();
  expect(sheet.session.store.get().errors).toEqual([]);
  expect(sheet.session.store.get().notebook?.step).toBe(1);
  const before = await numbersNow(drawn);
  await sheet.session.perform(STEP);
  expect(await masksTaken()).toEqual(before.masks);
});
