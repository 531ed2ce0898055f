/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { setTo, STEP } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { quiet } from '../../support/bridge';
import { everyCell } from '../../support/everyCell';
import { openNotebook, type Sheet } from '../../support/sheet';

// In the table, row 11 is the convolution: C its filters, D its kernel; row 14 is the dense layer.
const MODEL = 'Tiny model';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());
beforeEach(begin);

async function begin(): Promise<void> {
  const { session } = sheet;
  await session.perform(newNotebook(TINY));
  await session.perform(setTo('optimiser', 'Adam'));
  for (let step = 0; step < 3; step++) await session.perform(STEP);
  await session.perform(session.models.show);
}
afterEach(() => sheet.clear());

/** Until all events of it are handled. */
async function build(): Promise<void> {
  await sheet.session.perform(sheet.session.models.build);
  await sheet.session.idle(quiet);
}
async function agree(): Promise<void> {
  await state().question!.answer();
  await sheet.session.idle(quiet);
}
const state = () => sheet.session.store.get();

/** What the cells of a name hold, on a sheet of the notebook. */
const block = (name: string, on = 'Tiny') =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(on).names.getItem(name).getRange();
    range.load('values');
    await context.sync();
    return range.values as unknown[][];
  });

const SHEETS = ['Tiny', 'Tiny v', 'Tiny v²'];
const onAllSheets = (name: string) => Promise.all(SHEETS.map((each) => block(name, each)));

test('more filters: what was trained stays with its memory, the rest is drawn, and the message says so', async () => {
  const kept = ['conv1.filter1.channel1', 'conv1.filter2.channel1', 'dense.unit1.channel1', 'dense.bias'];
  const before = await Promise.all(kept.map(onAllSheets));
  expect(before.flat(3)).not.toContain('');
  await sheet.type('C11', 4, MODEL);
  await build();
  expect(state().errors).toEqual([]);
  expect(state().question).toBeUndefined();
  const said = 'conv1 keeps its first 2 filters; 2 are new. dense keeps its weights for 8 inputs; 8 are new.';
  expect(state().notice).toBe(said);
  expect(await block('notebook.message')).toEqual([[said]]);
  expect(await Promise.all(kept.map(onAllSheets))).toEqual(before);
  const drawn = (await block('conv1.filter4.channel1')).flat();
  expect(new Set(drawn).size).toBe(9);
  expect((await block('conv1.filter4.channel1', 'Tiny v')).flat()).toEqual(new Array(9).fill(0));
  expect(state().notebook?.step).toBe(3);
  await sheet.session.perform(STEP);
  expect(state().errors).toEqual([]);
});

test('fewer filters: building asks, as numbers go', async () => {
  const first = await block('conv1.filter1.channel1');
  await sheet.type('C11', 1, MODEL);
  await build();
  expect(state().question?.text).toMatch(/^conv1.filters, conv1.bias, dense.weights were trained or edited/);
  await agree();
  expect(state().notice).toBe(
    'conv1 keeps its first filter; 1 is gone. dense keeps its weights for 4 inputs; 4 are gone.',
  );
  expect(await block('conv1.filter1.channel1')).toEqual(first);
});

test('another kernel: filters are new, and weights for maps of another size', async () => {
  const bias = await block('dense.bias');
  await sheet.type('D11', '5×5', MODEL);
  await build();
  await agree();
  expect(state().notice).toBe(
    'The kernels of conv1 are 5×5 now, so its filters are new. dense reads maps of another size now, so its weights are new.',
  );
  expect(await block('dense.bias')).toEqual(bias);
});

test('another activation: nothing is new', async () => {
  const before = await block('conv1.filter1.channel1');
  await sheet.type('H11', 'tanh', MODEL);
  await build();
  expect(state().notice).toBe('All weights stay as they were.');
  expect(await block('conv1.filter1.channel1')).toEqual(before);
});

describe('Undo of Build', () => {
  /** All cells of the notebook's sheets, the message aside. */
  async function cells(): Promise<unknown> {
    const all = Object.entries(await everyCell()).filter(([address]) => !address.includes('model'));
    const text = JSON.stringify(Object.fromEntries(all));
    const { notice } = state();
    return JSON.parse(notice === undefined ? text : text.replaceAll(JSON.stringify(notice), '""'));
  }

  test('brings back the former network to the bit, and its curve', async () => {
    const [before, sheets, { history }] = [await cells(), await sheet.sheets(), state().notebook!];
    await sheet.type('C11', 1, MODEL);
    await sheet.type('D11', '5×5', MODEL);
    await build();
    await agree();
    expect(await cells()).not.toEqual(before);
    await state().undo!();
    await sheet.session.idle(quiet);
    expect(state()).toMatchObject({
      errors: [],
      notice: 'The network before Build is back, at step 3. The table stays as you changed it.',
      undo: undefined,
    });
    expect(await cells()).toEqual(before);
    expect(await sheet.sheets()).toEqual(sheets);
    expect(state().notebook).toMatchObject({ step: 3, history });
    expect(await sheet.read('C11:D11', MODEL)).toEqual([[1, '5×5']]);
  });

  test('training goes on as if nothing had happened', async () => {
    await sheet.type('C11', 4, MODEL);
    await build();
    await state().undo!();
    await sheet.session.perform(STEP);
    const undone = await cells();
    await sheet.clear();
    await begin();
    await sheet.session.perform(STEP);
    expect(undone).toEqual(await cells());
  });

  test('goes with whatever is done next', async () => {
    await sheet.type('C11', 4, MODEL);
    await build();
    await sheet.session.perform(STEP);
    expect(state().undo).toBeUndefined();
  });
});
