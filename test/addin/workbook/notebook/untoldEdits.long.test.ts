/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { RESET, STEP, setTo } from '../../../../src/addin/commands/train';
import { LESSON_4 } from '../../../../src/notebook/presets/lesson4';
import { quiet } from '../../support/bridge';
import { expectConsistent } from '../../support/consistent';
import { openLesson4, type Sheet } from '../../support/sheet';
import { stepsLater, until } from '../../support/until';

// No event is owed: choices from lists came without one (OfficeDev/office-js issues 420, 3888, 4066). What a person
// changed counts all the same.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());
beforeEach(async () => {
  sheet.behave({ edits: 'told' });
  await sheet.type('EW18', 'SGD');
  await sheet.type('EW4', 0.01);
  await sheet.session.perform(RESET);
});

const FILTER = 'AD11:AF13';
const state = () => sheet.session.store.get();
const cell = async (address: string) => (await sheet.read(address))[0][0];
const step = () => sheet.session.perform(STEP);
/** Excel tells of no edit from now on. */
const silence = () => sheet.behave({ edits: 'untold' });
const untold = (address: string, value: number | string) => {
  silence();
  return sheet.type(address, value);
};

/** What a Step makes of the first filter when Excel tells of an edit. */
async function toldStep(address: string, value: number | string): Promise<unknown[][]> {
  await sheet.type(address, value);
  await step();
  const filter = await sheet.read(FILTER);
  await sheet.session.perform(RESET);
  return filter;
}

test.each([
  ['a number', 'EW4', 0.5, 0.01],
  ['a choice from a list', 'EW18', 'Adam', 'SGD'],
  ['a choice in other capitals', 'EW18', 'ADAM', 'SGD'],
])('a setting that changes untold, %s, is what the next Step uses', async (_what, address, value, before) => {
  const expected = await toldStep(address, value);
  await sheet.type(address, before);
  await untold(address, value);
  await step();
  expect(await sheet.read(FILTER)).toEqual(expected);
  expect(state().notebook!.step).toBe(1);
  expect(state().notebook!.history.map((point) => point.step)).toEqual([0, 1]);
  expect(state().errors).toEqual([]);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('a weight that changes untold where a person has selected it is what the next Step starts from', async () => {
  const before = await cell('AE12');
  const expected = await toldStep('AE12', 0.75);
  await sheet.type('AE12', before as number);
  await sheet.select('AE12');
  await untold('AE12', 0.75);
  await step();
  expect(await sheet.read(FILTER)).toEqual(expected);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test.each([
  ['a weight of a filter', 'AE12', 0.75],
  ['a pixel', 'C6', 0.5],
  ['a dense weight', 'DP6', 0.25],
  ['the target', 'ER4', 0],
])(
  '%s that a macro changes untold, while it is not selected, is what the next Step uses',
  async (_, address, value) => {
    await sheet.select('EW30');
    const before = (await cell(address)) as number;
    const expected = await toldStep(address, value);
    await sheet.type(address, before);
    await sheet.session.perform(RESET);
    await sheet.select('EW30');
    silence();
    await sheet.paste(address, [[value]]);
    await step();
    expect(await sheet.read(FILTER)).toEqual(expected);
    expect(state().notebook!.step).toBe(1);
    expect(state().errors).toEqual([]);
    await expectConsistent(sheet, LESSON_4, 'Lesson 4');
    sheet.behave({ edits: 'told' });
    await sheet.type(address, before);
  },
);

test('so is a paste of pixels, however the selection went on', async () => {
  await sheet.select('C5:D6');
  silence();
  await sheet.paste('C5:D6', [
    [0.1, 0.2],
    [0.3, 0.4],
  ]);
  await sheet.select('EW30');
  await step();
  expect(await sheet.read('C5:D6')).toEqual([
    [0.1, 0.2],
    [0.3, 0.4],
  ]);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('text that comes untold is refused, and stays to be seen', async () => {
  await sheet.select('AE12');
  await untold('AE12', 'x');
  await step();
  expect(state().errors[0]).toContain('AE12');
  expect(await cell('AE12')).toBe('x');
  expect(state().notebook!.step).toBe(0);
  sheet.behave({ edits: 'told' });
  await sheet.type('AE12', 0.25);
  expect(state().errors).toEqual([]);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('a rate that diverged, and was lowered untold, takes the Step', async () => {
  await sheet.type('EW4', 100);
  await sheet.session.perform(setTo('stepsPerRun', 40));
  await sheet.session.perform(sheet.session.runs.run);
  await sheet.session.idle(quiet);
  const { step: before } = state().notebook!;
  await untold('EW4', 0);
  await step();
  expect(state().errors).toEqual([]);
  expect(state().notebook!.step).toBe(before + 1);
});

test('the image that a setting counts is shown', async () => {
  await untold('EW9', 3);
  await step();
  expect(await cell('EW9')).toBe(3);
  expect(state().notebook!.settings.image).toBe(3);
  const shown = await sheet.read('A2:AB29');
  await sheet.session.perform(setTo('image', 1));
  await sheet.session.perform(setTo('image', 3));
  expect(await sheet.read('A2:AB29')).toEqual(shown);
});

test('a setting that changes untold during a run counts in it', async () => {
  await sheet.session.perform(setTo('stepsPerRun', 1_000_000));
  const running = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 3);
  const typed = untold('EW4', 0.02);
  await until(sheet, ({ notebook }) => notebook!.settings.learningRate === 0.02);
  await stepsLater(sheet, 1);
  sheet.session.stop();
  await Promise.all([running, typed]);
  await sheet.session.idle(quiet);
  expect(state().notebook!.settings.learningRate).toBe(0.02);
  expect(await cell('EW4')).toBe(0.02);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('sorting is heard, though no change is told', async () => {
  silence();
  const [first, second] = await sheet.read('AD11:AF12');
  await sheet.sort('AD11:AF12', { 10: 11, 11: 10 });
  expect(await sheet.read('AD11:AF12')).toEqual([second, first]);
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});

test('a choice from a list is answered as soon as another cell is selected', async () => {
  sheet.behave({ edits: 'choicesUntold' });
  await sheet.select('EW18');
  await sheet.type('EW18', 'Adam');
  expect(state().notebook!.settings.optimiser).toBe('SGD');
  await sheet.select('EW20');
  expect(state().notebook!.settings.optimiser).toBe('Adam');
  await expectConsistent(sheet, LESSON_4, 'Lesson 4');
});
