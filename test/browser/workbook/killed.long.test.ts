// A browser that is killed loses at most the last second of a document, and never half of a change.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { EmbeddedWorkbook } from '../harness';
import { number, runEnded, STEP, STEPS_PER_RUN, VALUES } from '../lesson4/lesson4';

let profile: string;
/** The browser that is running; ended also where a test fails. */
let running: ChildProcess | null = null;
beforeAll(async () => {
  profile = await mkdtemp(path.join(os.tmpdir(), 'killed-'));
});
afterAll(async () => {
  if (running) await kill(running);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** A browser of its own, with the profile that survives it. */
async function start(): Promise<{ excel: EmbeddedWorkbook; kill(): Promise<void> }> {
  const options = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--remote-debugging-port=0',
  ];
  const child = spawn(
    process.env.CELLVOLUTION_BROWSER_PROGRAM!,
    [...options, `--user-data-dir=${profile}`, 'about:blank'],
    {
      // With all its processes in a group of their own.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  running = child;
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
  const page = await browser.contexts()[0].newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  const excel = new EmbeddedWorkbook(page, process.env.CELLVOLUTION_URL!);
  await excel.open();
  return { excel, kill: () => kill(child) };
}

/** As a crash does: the processes have no time for anything. */
async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
  running = null;
}

function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    stderr!.on('data', (text: Buffer) => {
      said += String(text);
      const address = /DevTools listening on (ws:\S+)/.exec(said);
      if (address) resolve(address[1]);
    });
  });
}

/** All numbers of the network, with the image that is shown; not the settings. */
const page = (excel: EmbeddedWorkbook) => excel.read('A1:EU60', VALUES);

/** When the browser last kept something, in ms since 1970. */
const lastKept = (excel: EmbeddedWorkbook) =>
  excel.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('embedded-workbook');
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('entries').objectStore('entries').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(Math.max(...(reading.result as { changed: number }[]).map(({ changed }) => changed)));
          };
        };
      }),
  );

test('what was kept is there after the browser was killed, also in the midst of a run', async () => {
  const first = await start();
  await first.excel.type('AE12', 0.25, VALUES);
  await first.excel.press('Step');
  await first.excel.kept();
  const before = await page(first.excel);
  await first.kill();

  const second = await start();
  expect(await page(second.excel)).toEqual(before);
  await second.excel.ribbonButton('Run').click();
  await second.excel.until('some steps are done', async () => (await number(second.excel, STEP)) > 20);
  const seen = Date.now();
  await second.excel.until('they are kept', async () => (await lastKept(second.excel)) > seen);
  await second.kill();

  const third = await start();
  const steps = await number(third.excel, STEP);
  expect(steps).toBeGreaterThan(20);
  const found = await page(third.excel);
  // What is there belongs together: as many steps from the same beginning make the same numbers.
  await third.excel.press('Reset');
  await third.excel.type('AE12', 0.25, VALUES);
  await third.excel.type(STEPS_PER_RUN, steps, VALUES);
  await third.excel.press('Run');
  await runEnded(third.excel);
  expect(await page(third.excel)).toEqual(found);
  await third.kill();
});
