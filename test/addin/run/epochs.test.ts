/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { NEW_SEED, RESET, STEP, setTo } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../support/sheet';
import { stepsLater } from '../support/until';

// Batches of 16 are the image on the page and 15 others, and a generator's epoch is 1,000 images: 66 steps.
const PER_EPOCH = 66;

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();
const steps = async () =>
  (await sheet.read('A5:A30', 'Tiny log')).flat().filter((cell): cell is number => cell !== '');

test('Run epoch trains to the end of the epoch, and logs it', async () => {
  await sheet.session.perform(STEP);
  await sheet.session.perform(sheet.session.runs.runEpoch);
  expect(state().errors).toEqual([]);
  expect(state().notebook?.step).toBe(PER_EPOCH);
  expect(state().notebook?.epoch).toBe(1);
  expect(await steps()).toEqual([PER_EPOCH]);
});

test('a run logs every epoch that it ends, and its own end', async () => {
  await sheet.session.perform(setTo('stepsPerRun', 140));
  await sheet.session.perform(sheet.session.runs.run);
  expect(await steps()).toEqual([PER_EPOCH, 2 * PER_EPOCH, 3 * PER_EPOCH, PER_EPOCH + 140]);
});

test('the log says how training and validation went', async () => {
  const [step, epoch, rate, ...numbers] = (await sheet.read('A5:G5', 'Tiny log'))[0] as number[];
  expect([step, epoch, rate]).toEqual([PER_EPOCH, 1, 0.05]);
  for (const number of numbers) expect(number).toBeGreaterThan(0);
  const [, , , , , training, validation] = (await sheet.read('A8:G8', 'Tiny log'))[0] as number[];
  expect(training).toBeGreaterThan(0.8);
  expect(validation).toBeGreaterThan(0.8);
});

test('a log that was deleted is drawn anew with what comes', async () => {
  await sheet.remove('Tiny log');
  await sheet.session.perform(setTo('stepsPerRun', 3));
  await sheet.session.perform(sheet.session.runs.run);
  expect(state().errors).toEqual([]);
  expect(await steps()).toEqual([PER_EPOCH + 143]);
});

test('New seed gives other weights, and Reset gives them back', async () => {
  const weights = () => sheet.read('H5:J7', 'Tiny');
  await sheet.session.perform(NEW_SEED);
  const fresh = await weights();
  await sheet.session.perform(STEP);
  expect(await weights()).not.toEqual(fresh);
  await sheet.session.perform(RESET);
  expect(await weights()).toEqual(fresh);
  expect(state().errors).toEqual([]);
});

test('what the optimiser remembers outlives the sheet that shows it', async () => {
  await sheet.session.perform(setTo('optimiser', 'Adam'));
  for (let step = 0; step < 3; step++) await sheet.session.perform(STEP);
  const squares = async () => (await sheet.read('H5:J7', 'Tiny v²')).flat() as number[];
  const before = await squares();
  await sheet.remove('Tiny v²');
  await sheet.session.perform(STEP);
  expect(state().errors).toEqual([]);
  // Adam keeps 0.999 of them, and adds.
  (await squares()).forEach((square, index) => expect(square).toBeGreaterThanOrEqual(0.998 * before[index]));
  expect(Math.max(...before)).toBeGreaterThan(0);
});

test('a run that ends in a fault leaves nothing behind for the log of the next', async () => {
  const [[weight]] = await sheet.read('H5', 'Tiny');
  // An epoch of 1,000 steps, so that the fault comes amid one.
  await sheet.session.perform(setTo('batchSize', 2));
  await sheet.session.perform(setTo('stepsPerRun', 1_000_000));
  const run = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 1);
  await sheet.type('H5', 'x', 'Tiny');
  await run;
  expect(state().errors[0]).toMatch(/^H5 /);
  await sheet.type('H5', weight as number, 'Tiny');
  await sheet.session.perform(setTo('stepsPerRun', 4));
  const before = state().notebook!.step;
  await sheet.session.perform(sheet.session.runs.run);
  const rows = (await sheet.read('A5:G400', 'Tiny log')).filter(([step]) => step !== '');
  // An epoch may end amid the four steps.
  const since = Math.max(before, Number(rows.at(-2)![0]));
  const own = state()
    .notebook!.history.filter(({ step }) => step > since)
    .map(({ loss }) => loss);
  expect(rows.at(-1)![3]).toBeCloseTo(own.reduce((sum, loss) => sum + loss) / own.length, 12);
});
