/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { RESET, STEP, setTo } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { OPTIMISERS } from '../../../../src/notebook/sheet/settings';
import { Explained } from '../../support/explained';
import { quiet } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
let person: Explained;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  person = new Explained(sheet, TINY);
});
afterAll(() => sheet.close());

async function cell(name: string, row = 0, column = 0, on = 'Tiny'): Promise<number> {
  return (await sheet.read(person.addressOf(name, row, column), on))[0][0] as number;
}

const WEIGHT = 'conv1.filter1.channel1';

test('before the first step a weight says where it comes from', async () => {
  await sheet.session.explaining.toggle();
  await person.select(WEIGHT, 1, 1);
  expect(person.text).toContain(
    'drawn from the seed 4: He normal, of standard deviation √(2 / 9) = 0.4714 for 9 inputs',
  );
  await person.select('dense.unit1.channel1');
  expect(person.text).toContain('Xavier uniform, up to √(6 / (8 + 3)) = 0.7385 for 8 inputs and 3 outputs');
  await person.select('conv1.filter1.bias');
  expect(person.text).toContain('a bias starts at 0');
});

test('a weight that was typed says so', async () => {
  await sheet.type(person.addressOf(WEIGHT, 1, 1), 0.25, 'Tiny');
  await person.select(WEIGHT, 1, 1);
  expect(person.text).toContain('It was typed');
});

test('after a step: old value, gradient, rate, and the new value that stands in the cell', async () => {
  await person.select(WEIGHT, 1, 1);
  const old = await cell(WEIGHT, 1, 1);
  const gradient = await cell(WEIGHT, 1, 1, 'Tiny ∂');
  await sheet.session.perform(STEP);
  expect(person.explanation?.cell).toBe(person.addressOf(WEIGHT, 1, 1));
  expect(person.text).toContain('the last step, number 1');
  expect(person.numberCalled('old weight')).toBe(old);
  expect(person.numberCalled('∂ before the step')).toBe(gradient);
  expect(person.numberCalled('learning rate')).toBe(0.05);
  expect(person.numberCalled('new weight')).toBeCloseTo(await cell(WEIGHT, 1, 1), 15);
  expect(await cell(WEIGHT, 1, 1)).toBeCloseTo(old - 0.05 * gradient, 15);
  // So that the weight is shown with digits enough.
  expect(person.explanation?.change).toBeCloseTo(0.05 * gradient, 15);
  await person.select(WEIGHT, 1, 1, 'velocities');
  expect(person.numberCalled('v')).toBeCloseTo(await cell(WEIGHT, 1, 1, 'Tiny v'), 15);
});

test.each(OPTIMISERS)(
  'a step of %s, with weight decay, is explained to the last digit',
  async (optimiser) => {
    await sheet.session.perform(setTo('optimiser', optimiser));
    await sheet.session.perform(setTo('weightDecay', 0.01));
    await sheet.session.perform(STEP);
    await sheet.session.perform(STEP);
    for (const name of [WEIGHT, 'dense.unit1.channel1', 'dense.bias']) {
      await person.select(name);
      expect(person.numberCalled('new weight')).toBeCloseTo(await cell(name), 12);
    }
    expect(person.text).toContain(optimiser);
    if (optimiser.startsWith('Adam')) expect(person.text).toContain('v̂ and ŝ being v and s bias-corrected');
  },
);

test('after Reset the seed is named again, and a step is known with frames and without', async () => {
  await sheet.session.perform(RESET);
  await person.select(WEIGHT, 1, 1);
  expect(person.text).toContain('drawn from the seed 4');
  await sheet.session.explaining.toggle();
  await sheet.session.perform(STEP);
  expect(person.text).toContain('the last step, number 1');
  await sheet.session.explaining.toggle();
  expect(person.text).toContain('the last step, number 1');
});

test('of selections that come in a burst only the last is answered', async () => {
  const { store, explaining, selection } = sheet.session;
  const seen: (string | undefined)[] = [];
  const stop = store.subscribe(() => seen.push(store.get().explanation?.cell));
  expect((await person.select(WEIGHT)).cell).toBe(person.addressOf(WEIGHT));
  // What the workbook itself tells of that selection comes first.
  await sheet.session.idle(quiet);
  await explaining.settled();
  seen.length = 0;
  const on = selection.current!.sheet;
  for (let column = 0; column < 4; column++)
    selection.select({ sheet: on, address: person.addressOf('conv1.map1', 2, column) });
  selection.select({ sheet: on, address: person.addressOf('conv1.map1', 3, 3) });
  await explaining.settled();
  stop();
  expect(seen.at(-1)).toBe(person.addressOf('conv1.map1', 3, 3));
  expect(seen.length).toBeLessThan(4);
});

test('while steps are taken the last repaint is explained', async () => {
  await sheet.session.perform(setTo('stepsPerRun', 300));
  await person.select('output.loss');
  const { store } = sheet.session;
  const told: (number | undefined)[] = [];
  const painted: (number | undefined)[] = [];
  let last = person.explanation;
  const stop = store.subscribe(() => {
    const { explanation, notebook } = store.get();
    if (explanation === last) return;
    last = explanation;
    told.push(explanation?.value);
    painted.push(notebook?.loss);
    // A selection in the middle of a run waits for the next repaint.
    if (told.length === 1) void person.select('output.loss');
  });
  await sheet.session.perform(sheet.session.runs.run);
  await sheet.session.explaining.settled();
  stop();
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(painted);
  expect(person.explanation?.value).toBe(await cell('output.loss'));
});
