/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import fc from 'fast-check';
import { RESET, setTo } from '../../../src/addin/commands/train';
import { loadKernels, type Kernels } from '../../../src/engine/kernels';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { Trainer } from '../../../src/training/trainer';
import { evaluateTexts } from '../../../src/texts/addin/evaluate';
import { stepBackTexts } from '../../../src/texts/addin/stepBack';
import { runs } from '../../support/runs';
import { workersHere, type WorkerHere } from '../../training/worker/support/workerHere';
import { expectCells, expectConsistent } from '../support/consistent';
import { openNotebook, type Sheet } from '../support/sheet';
import { lastTyped, orders, play } from './atOnce';
import { BACK, LOOKS, NEXT, RETURNS, ROUGH, STEPS, typed } from './deeds';

// Nobody waits for a spreadsheet: the next thing is done while the last one is under way.
let sheet: Sheet;
let kernels: Kernels | undefined;
let workers: readonly WorkerHere[] = [];
beforeAll(async () => {
  workers = workersHere();
  sheet = await openNotebook(TINY);
  // Only then is there a `fetch`, office.js's.
  kernels = await loadKernels();
  await sheet.session.perform(setTo('stepsPerRun', 12));
  for (const area of ['AN3:AN8', 'AN17:AN29']) settings.set(area, await sheet.read(area, 'Tiny'));
});
afterAll(() => {
  for (const worker of workers) worker.terminate();
  sheet.close();
});
/** What the settings hold at first. */
const settings = new Map<string, unknown[][]>();
const state = () => sheet.session.store.get();
const NUM_RUNS = runs(3, 17);

async function begin(rate: number): Promise<void> {
  for (const [area, good] of settings) {
    const there = await sheet.read(area, 'Tiny');
    if (JSON.stringify(there) !== JSON.stringify(good)) await sheet.paste(area, good, 'Tiny');
  }
  await sheet.session.perform(RESET);
  await sheet.session.perform(setTo('learningRate', rate));
  await sheet.session.perform(setTo('image', 1));
  expect(state().errors).toEqual([]);
  expect(state().notebook!.step).toBe(0);
}

const PLAN = planNotebook(TINY, 'Tiny');

/** Said where there is nothing to do, or no more. */
const REFUSALS = new Set([stepBackTexts.noStep, evaluateTexts.stopped]);

/** What the engine alone makes of so many steps from the start. */
function trained(steps: number): Trainer {
  const trainer = new Trainer(TINY, undefined, kernels);
  trainer.settings.stepsPerRun = 12;
  trainer.compute();
  for (let step = 0; step < steps; step++) trainer.train();
  return trainer;
}

test('steps are counted as they are taken, whatever else is pressed meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(orders([...STEPS, BACK, ...LOOKS], 10), async (order) => {
      await begin(0.05);
      await play(sheet, order);
      expect(state().errors.filter((each) => !REFUSALS.has(each))).toEqual([]);
      await sheet.session.perform(sheet.session.changes.hide);
      await expectCells(sheet, trained(state().notebook!.step), PLAN);
    }),
    { numRuns: NUM_RUNS },
  );
});

/** Nothing but a person changes these while the learning rate is 0. */
const KEPT = ['H5', 'I6', 'J7', 'H9', 'H14', 'I15', 'T3', 'AC4', 'AN18', 'AN25'];
const PIXELS = ['A2', 'C4', 'F7'];
const kept = [...KEPT, ...PIXELS].flatMap((address) => [
  typed(address, 0.25),
  typed(address, 1),
  typed(address, 3),
]);

test('what is typed stays, whatever is pressed meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(orders([...kept, ...STEPS, ...LOOKS, NEXT], 10), async (order) => {
      await begin(0);
      await play(sheet, order);
      for (const [address, value] of lastTyped(order, PIXELS))
        expect([address, await sheet.read(address, 'Tiny')]).toEqual([address, [[value]]]);
      await sheet.session.perform(sheet.session.changes.hide);
      await expectConsistent(sheet, TINY, 'Tiny');
    }),
    { numRuns: NUM_RUNS },
  );
});

test('whatever is pressed, typed and undone at once, the cells follow from those that may be typed into', async () => {
  await fc.assert(
    fc.asyncProperty(
      orders([...kept, ...ROUGH, ...STEPS, BACK, ...LOOKS, NEXT, ...RETURNS], 12),
      async (order) => {
        await begin(0.05);
        await play(sheet, order);
        await heal();
        await expectConsistent(sheet, TINY, 'Tiny');
      },
    ),
    { numRuns: NUM_RUNS },
  );
});

async function heal(): Promise<void> {
  await sheet.session.perform(sheet.session.changes.hide);
  // Adam's β₁ is below 1.
  if (Number((await sheet.read('AN18', 'Tiny'))[0][0]) >= 1) await sheet.type('AN18', 0.9, 'Tiny');
  for (const address of ['H5', 'I5'])
    if (typeof (await sheet.read(address, 'Tiny'))[0][0] !== 'number') await sheet.type(address, 0.5, 'Tiny');
}
