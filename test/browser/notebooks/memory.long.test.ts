import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { runEnded } from '../lesson4/lesson4';
import { addressOf, typeInto } from './cells';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
});
afterAll(() => excel?.close());

const SHEET = 'Three channels';

/** Bytes that page and pane hold, after all that they do not hold any more is collected. */
async function heapUsed(): Promise<number> {
  const session = await excel.page.context().newCDPSession(excel.page);
  await session.send('HeapProfiler.enable');
  // What is only weakly held goes with the second collection.
  for (let times = 0; times < 2; times++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

async function run(steps: number): Promise<void> {
  await typeInto(excel, 'sgd.steps_per_run', steps, SHEET);
  await excel.press('Run');
  await runEnded(excel);
}

const stepsTaken = async () =>
  Number((await excel.read(await addressOf(excel, 'notebook.step', SHEET), SHEET))[0][0]);

test('ten thousand steps hold no more memory than a thousand', async () => {
  await excel.choose('New', SHEET);
  await run(1_000);
  const early = await heapUsed();
  expect(await stepsTaken()).toBe(1_000);
  await run(9_000);
  expect(await stepsTaken()).toBe(10_000);
  const late = await heapUsed();
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(`heap after 1,000 steps ${megabytes(early)}, after 10,000 ${megabytes(late)}`);
  expect(late).toBeLessThan(1.1 * early);
  expect(excel.errors).toEqual([]);
});
