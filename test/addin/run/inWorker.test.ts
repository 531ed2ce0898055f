/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { RESET, STEP, setTo } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { expectConsistent } from '../support/consistent';
import { refusing } from '../support/difficult';
import { openNotebook, type Sheet } from '../support/sheet';
import { stepsLater, until } from '../support/until';
import { workersHere, type WorkerHere } from '../../training/worker/support/workerHere';

// Batches of 16 are the image on the page and 15 others, and a generator's epoch is 1,000 images: 66 steps.
const PER_EPOCH = 66;
const LEARNING_RATE = 0.05;

let sheet: Sheet;
let workers: readonly WorkerHere[] = [];
beforeAll(async () => {
  workers = workersHere();
  sheet = await openNotebook(TINY);
});
afterAll(() => {
  for (const worker of workers) worker.terminate();
  sheet.close();
});

const state = () => sheet.session.store.get();
const step = () => state().notebook!.step;
const logged = async () =>
  (await sheet.read('A5:A900', 'Tiny log')).flat().filter((cell): cell is number => cell !== '');

test('a run in the worker takes all its steps, logs its epochs and leaves the sheet right', async () => {
  await sheet.session.perform(setTo('stepsPerRun', 140));
  await sheet.session.perform(sheet.session.runs.run);
  expect(workers).toHaveLength(1);
  expect(state().errors).toEqual([]);
  expect(step()).toBe(140);
  expect(state().notebook!.history.map((point) => point.step)).toEqual([...Array(141).keys()]);
  expect(await logged()).toEqual([PER_EPOCH, 2 * PER_EPOCH, 140]);
  await expectConsistent(sheet, TINY, 'Tiny');
});

test('so many presses of Step come to the same as a run', async () => {
  await sheet.session.perform(RESET);
  await sheet.session.perform(setTo('stepsPerRun', 5));
  await sheet.session.perform(sheet.session.runs.run);
  const run = await sheet.read('H5:J7', 'Tiny');
  await sheet.session.perform(RESET);
  for (let count = 0; count < 5; count++) await sheet.session.perform(STEP);
  expect(await sheet.read('H5:J7', 'Tiny')).toEqual(run);
});

test('Stop ends it on the state of the last finished step', async () => {
  await sheet.session.perform(setTo('stepsPerRun', 1_000_000));
  const run = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 6);
  sheet.session.stop();
  await run;
  const stopped = step();
  expect(stopped).toBeGreaterThan(5);
  expect(state().notebook!.history.at(-1)!.step).toBe(stopped);
  expect(await logged()).toContain(stopped);
  await expectConsistent(sheet, TINY, 'Tiny');
  expect(step()).toBe(stopped);
  // None was taken behind the scenes: the next is the next.
  await sheet.session.perform(STEP);
  expect(step()).toBe(stopped + 1);
});

test('while it goes on others are told so, and no longer than it goes on', async () => {
  const run = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 1);
  await sheet.session.perform(STEP);
  expect(state().notice).toContain('A run is under way');
  sheet.session.stop();
  await run;
  expect(state()).toMatchObject({ run: undefined, notice: undefined, errors: [] });
});

test('steps that a protected workbook does not take are not on the curve', async () => {
  const run = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 1);
  const unprotect = refusing();
  await run;
  expect(state().errors[0]).toBeDefined();
  await sheet.session.perform(STEP);
  unprotect();
  await sheet.session.perform(STEP);
  expect(state().errors).toEqual([]);
  const steps = state().notebook!.history.map((point) => point.step);
  expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
  expect(steps.at(-1)).toBe(step());
  await expectConsistent(sheet, TINY, 'Tiny');
});

test('what is typed during it takes effect in it', async () => {
  const run = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 1);
  await sheet.session.perform(setTo('learningRate', 0));
  expect(state().notice).toContain('A run is under way');
  // Typing waits for the answer, and in a run that is its end.
  const typed = sheet.type('AN3', 0, 'Tiny');
  await until(sheet, ({ notebook }) => notebook!.settings.learningRate === 0);
  const resting = await sheet.read('H5:J7', 'Tiny');
  await stepsLater(sheet, 6);
  expect(await sheet.read('H5:J7', 'Tiny')).toEqual(resting);
  sheet.session.stop();
  await run;
  await typed;
  expect(state().notebook!.settings.learningRate).toBe(0);
  await expectConsistent(sheet, TINY, 'Tiny');
});

test('text in a weight ends it with a message, and nothing is left for the log of the next', async () => {
  await sheet.session.perform(setTo('learningRate', LEARNING_RATE));
  await sheet.session.perform(setTo('batchSize', 2));
  const run = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 1);
  await sheet.type('H5', 'x', 'Tiny');
  await run;
  expect(state().errors[0]).toMatch(/^H5 /);
  expect(state().notice).toBeUndefined();
  await sheet.type('H5', 1, 'Tiny');
  await sheet.session.perform(setTo('stepsPerRun', 4));
  await sheet.session.perform(sheet.session.runs.run);
  const own = state()
    .notebook!.history.slice(-4)
    .map(({ loss }) => loss);
  const rows = (await sheet.read('A5:G900', 'Tiny log')).filter(([first]) => first !== '');
  expect(rows.at(-1)![3]).toBeCloseTo(own.reduce((sum, loss) => sum + loss) / 4, 12);
});

test('a step that leads beyond numbers ends it, and is not taken', async () => {
  await sheet.session.perform(RESET);
  await sheet.session.perform(setTo('stepsPerRun', 1000));
  await sheet.session.perform(setTo('learningRate', 100));
  await sheet.paste('H5:J7', new Array(3).fill(new Array(3).fill(1e160)), 'Tiny');
  await sheet.session.perform(sheet.session.runs.run);
  expect(state().errors[0]).toMatch(
    new RegExp(`^Step ${step() + 1} was not taken\\. .* would no longer be numbers`),
  );
  await sheet.session.perform(setTo('learningRate', LEARNING_RATE));
  await sheet.session.perform(RESET);
  await expectConsistent(sheet, TINY, 'Tiny');
});

test('a worker that breaks ends the run with a message, and the next goes on without it', async () => {
  await sheet.session.perform(setTo('stepsPerRun', 1_000_000));
  const run = sheet.session.perform(sheet.session.runs.run);
  await stepsLater(sheet, 1);
  workers[0].onerror?.({ message: 'out of memory' } as ErrorEvent);
  await run;
  expect(state().errors[0]).toContain('the worker broke off (out of memory)');
  await expectConsistent(sheet, TINY, 'Tiny');
  const before = step();
  await sheet.session.perform(setTo('stepsPerRun', 3));
  await sheet.session.perform(sheet.session.runs.run);
  expect(state().errors).toEqual([]);
  expect(step()).toBe(before + 3);
  expect(workers).toHaveLength(1);
});
