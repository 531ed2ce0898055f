import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { runEnded, stepsLater } from '../lesson4/lesson4';
import { typeInto } from './cells';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
});
afterAll(() => excel?.close());

const SHEET = 'Small convnet';

/** From now on the pane counts how often it came to its timers. */
function countTimers(): Promise<void> {
  return excel.pane.evaluate(() => {
    const pane = window as unknown as { ticks: number };
    pane.ticks = 0;
    const tick = () => {
      pane.ticks++;
      setTimeout(tick);
    };
    tick();
  });
}

const timers = () => excel.pane.evaluate(() => (window as unknown as { ticks: number }).ticks);

function wasInWorker(): Promise<boolean> {
  return excel.pane.evaluate(() => {
    const run = performance.getEntriesByName('Cellvolution run').at(-1) as PerformanceMeasure;
    return (run.detail as { readonly inWorker: boolean }).inWorker;
  });
}

test('while a network with large batches is run, the pane goes on with its own work, and Stop is heard', async () => {
  await excel.choose('New', SHEET);
  await typeInto(excel, 'sgd.batch_size', 256, SHEET);
  await typeInto(excel, 'sgd.steps_per_run', 100_000, SHEET);
  await excel.ribbonButton('Run').click();
  await excel.pane.getByRole('progressbar').waitFor();
  // From one paint of the pane on, so that timers and steps are counted over the same time.
  await stepsLater(excel, 1);
  await countTimers();
  const steps = await stepsLater(excel, 10);
  const counted = await timers();
  await excel.ribbonButton('Stop').click();
  await runEnded(excel);
  expect(await wasInWorker()).toBe(true);
  // Were the steps computed in the pane, it would come to its timers once a step at most.
  expect(counted).toBeGreaterThan(3 * steps);
  expect(excel.errors).toEqual([]);
});
