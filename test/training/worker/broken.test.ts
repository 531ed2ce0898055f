import { Images } from '../../../src/training/images';
import { LastStep } from '../../../src/training/lastStep';
import type { RunSignals } from '../../../src/training/stepper';
import { Training } from '../../../src/training/training';
import { Trainer } from '../../../src/training/trainer';
import { WORKER_TIMEOUT, WorkerHandle } from '../../../src/training/worker/workerHandle';
import { WorkerStepper } from '../../../src/training/worker/workerStepper';
import { makeSet } from '../../../src/data/generators';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { WorkerHere } from './support/workerHere';

const MOST = 1_000_000;
const data = { set: 'x', name: 'bars' };

let worker: WorkerHere;
beforeEach(async () => {
  worker = new WorkerHere();
  await new Promise((ready) => (worker.onmessage = ready));
});
afterEach(() => {
  // Where a test had made it deaf.
  Reflect.deleteProperty(worker, 'postMessage');
  worker.terminate();
});

const soon = (): RunSignals => ({
  paintAt: performance.now() + 20,
  isStopped: () => false,
  isUrgent: () => false,
  onChange: () => () => undefined,
});
/** However long one waits for a worker, it goes by at once. */
async function inVain(wait: () => Promise<unknown>): Promise<void> {
  jest.useFakeTimers({ doNotFake: ['performance', 'queueMicrotask', 'nextTick'] });
  try {
    let isOver = false;
    const waiting = wait().finally(() => (isOver = true));
    while (!isOver) await jest.advanceTimersByTimeAsync(WORKER_TIMEOUT);
    await waiting;
  } finally {
    jest.useRealTimers();
  }
}

const handle = () => new WorkerHandle(async () => worker);
const begin = async (trainer: Trainer) => (await WorkerStepper.begin(handle(), trainer))!;

function onSet(): Trainer {
  const trainer = new Trainer({ ...TINY, data }, new Images(data, makeSet('bars', 3, 60)));
  trainer.compute();
  return trainer;
}

test('a worker whose thread ends between two runs is done without', async () => {
  Object.assign(globalThis, { Worker: WorkerHere });
  const own = new WorkerHandle();
  const opened = (await own.open())!;
  (await WorkerStepper.begin(own, onSet()))!.dispose();
  expect(await own.open()).toBe(opened);
  opened.onerror!({ message: 'out of memory' } as ErrorEvent);
  expect(await own.open()).toBeUndefined();
});

test('images that were with a worker that broke are missing, not away for ever', async () => {
  const trainer = onSet();
  const stepper = await begin(trainer);
  await stepper.advance(MOST, soon());
  expect(trainer.images.isMissing).toBe(false);
  worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
  await expect(stepper.halt()).resolves.toMatchObject({ losses: [] });
  expect(trainer.images.isMissing).toBe(true);
});

test('a step beyond numbers ends the steps of the worker, which takes none after it', async () => {
  const trainer = new Trainer(TINY);
  trainer.network.parameters.values().next().value!.fill(1e160);
  trainer.settings.learningRate = 100;
  trainer.compute();
  const stepper = await begin(trainer);
  let fault: unknown;
  while (!fault) fault = (await stepper.advance(MOST, soon())).fault;
  const { step } = trainer;
  const after = await stepper.halt();
  expect(after.losses).toEqual([]);
  expect(trainer.step).toBe(step);
  expect(stepper.isRunning).toBe(false);
});

test('what the last step was made from comes with the news, while somebody wants to know', async () => {
  const trainer = onSet();
  const steps = new LastStep();
  trainer.onStep = (...step) => steps.note(...step);
  const stepper = await begin(trainer);
  await stepper.advance(MOST, soon());
  expect(steps.leadingTo(trainer.step)).toBeDefined();
  // Turned on in the middle of a run.
  const later = new LastStep();
  trainer.onStep = undefined;
  await stepper.advance(MOST, soon());
  trainer.onStep = (...step) => later.note(...step);
  await stepper.advance(MOST, soon());
  await stepper.advance(MOST, soon());
  expect(later.leadingTo(trainer.step)).toBeDefined();
  await stepper.halt();
});

test('a worker that cannot tell how far it is has broken, too', async () => {
  const stepper = await begin(onSet());
  const save = jest.spyOn(Training.prototype, 'save');
  const advancing = stepper.advance(MOST, soon());
  save.mockImplementation(() => {
    throw new RangeError('Array buffer allocation failed');
  });
  await expect(advancing).rejects.toThrow('the worker broke off (Array buffer allocation failed)');
  save.mockRestore();
  await stepper.halt();
});

test('Stop ends the steps of a worker that answers no more', async () => {
  const stepper = await begin(onSet());
  await stepper.advance(MOST, soon());
  Object.assign(worker, { postMessage: () => undefined });
  await inVain(() => expect(stepper.halt()).rejects.toThrow('the worker did not answer'));
  await expect(stepper.halt()).resolves.toMatchObject({ losses: [] });
  expect(stepper.isRunning).toBe(false);
});

test('a worker that says nothing is done without', async () => {
  Object.assign(worker, { postMessage: () => undefined });
  await inVain(() => expect(WorkerStepper.begin(handle(), new Trainer(TINY))).resolves.toBeUndefined());
});
