import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { runEnded } from '../lesson4/lesson4';
import { typeInto } from './cells';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
});
afterAll(() => excel?.close());

const SHEET = 'Small convnet';
const RUN_MS = 4000;
/** A person does not notice what takes no longer. */
const NOTICED = 50;

/** From now on the pane notes when its timers come, until `gaps` asks. */
function watchTimers(): Promise<void> {
  return excel.pane.evaluate(() => {
    const pane = window as unknown as { ticks: number[] };
    const ticks: number[] = (pane.ticks = []);
    const tick = () => {
      ticks.push(performance.now());
      if (pane.ticks === ticks) setTimeout(tick);
    };
    tick();
  });
}

/** How long each timer came after the one before. */
function gaps(): Promise<number[]> {
  return excel.pane.evaluate(() => {
    const pane = window as unknown as { ticks: number[] };
    const { ticks } = pane;
    pane.ticks = [];
    return ticks.slice(1).map((time, index) => time - ticks[index]);
  });
}

interface Timing {
  readonly inWorker: boolean;
  readonly steps: number;
}

function lastRun(): Promise<Timing> {
  return excel.pane.evaluate(
    () => (performance.getEntriesByName('Cellvolution run').at(-1) as PerformanceMeasure).detail as Timing,
  );
}

test('while a network with large batches is run, the pane answers', async () => {
  await excel.choose('New', SHEET);
  await typeInto(excel, 'sgd.batch_size', 256, SHEET);
  await typeInto(excel, 'sgd.steps_per_run', 100_000, SHEET);
  await excel.ribbonButton('Run').click();
  await excel.pane.getByRole('progressbar').waitFor();
  await watchTimers();
  await excel.page.waitForTimeout(RUN_MS);
  const waits = await gaps();
  const pressed = Date.now();
  await excel.ribbonButton('Stop').click();
  await runEnded(excel);
  const { inWorker, steps } = await lastRun();
  const all = waits.reduce((sum, wait) => sum + wait, 0);
  const noticed = waits.filter((wait) => wait > NOTICED).reduce((sum, wait) => sum + wait, 0);
  console.log(
    `${steps} steps; ${Math.round((100 * noticed) / all)} % of the time in waits of more than ${NOTICED} ms, ` +
      `the longest ${Math.round(Math.max(...waits))} ms; Stop answered after ${Date.now() - pressed} ms`,
  );
  expect(inWorker).toBe(true);
  expect(steps).toBeGreaterThan(10);
  // Paints take half of the pane's time at most, and the embedded workbook draws its cells in the same thread.
  expect(noticed / all).toBeLessThan(0.75);
  expect(excel.errors).toEqual([]);
});
