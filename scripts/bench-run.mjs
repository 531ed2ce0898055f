// npm run bench:run: how much of its time Run computes. Builds the pages, serves them, opens notebooks in Chromium, and
// presses Run as a person would; between two runs the same page times the engine alone, in a worker, for as many steps.
//   --quick   fewer rounds; nothing is written
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { report } from '../test/bench/run/report.mjs';
import { findBrowser } from './browser.mjs';
import { build, serve } from './pages.mjs';

// Before anything is built: what else the machine does.
const load = os.loadavg()[0];
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const pages = path.join(root, '.cache', 'bench-run');
const results = path.join(root, 'test/bench/results');

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const ROUNDS = options.quick ? 3 : 7;
/** With a validation share of 0.2, 6,000 of them are trained with. */
const IMAGES = 7500;
const LAUNCH = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

await buildPages();
const server = await serve(pages);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: LAUNCH });
try {
  const measured = [await lesson4(), ...(await smallConvnet())];
  const text = report(measured, machine());
  console.log(text);
  if (!options.quick) {
    await fs.writeFile(path.join(results, 'run.md'), text);
    await fs.writeFile(
      path.join(results, 'run.json'),
      JSON.stringify({ machine: machine(), measured }, undefined, 2) + '\n',
    );
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

/** The lesson-4 notebook as it is drawn, but with a longer run. */
async function lesson4() {
  const excel = await openExcel();
  await excel.press('Lesson 4');
  await excel.typeInto('sgd.steps_per_run', 5000, 'Lesson 4');
  const rounds = await race(excel, 'Run', { starter: 'lesson4', batchSize: 16 });
  await excel.close();
  return { name: 'Lesson 4, batch 16, images drawn on the way', goals: { share: 0.9 }, rounds };
}

/** Epochs of 6,000 images that were imported: one, as a person waits for it, and ten, which are painted on the way. */
async function smallConvnet() {
  const sheet = 'Small convnet';
  const excel = await openExcel();
  await excel.choose('New', sheet);
  const page = await excel.importDigits(IMAGES);
  // An image that is kept for validation takes a second pass at each step: one to show it, one to train without it.
  await excel.typeInto('notebook.image', page, sheet);
  await excel.typeInto('sgd.batch_size', 64, sheet);
  const of = `Small convnet, batch 64, ${IMAGES * 0.8} imported images`;
  const one = await race(excel, 'Run epoch', { starter: 'small', batchSize: 64 });
  await excel.typeInto('notebook.epochs_per_run', 10, sheet);
  const ten = await race(excel, 'Run epoch', { starter: 'small', batchSize: 64 });
  await excel.close();
  return [
    { name: `${of}, an epoch`, goals: { ratio: 3 }, rounds: one },
    { name: `${of}, ten epochs`, goals: { share: 0.9, ratio: 3 }, rounds: ten },
  ];
}

/** Runs and the engine alone, in turn. */
async function race(excel, button, { starter, batchSize }) {
  const rounds = [];
  // The first is not counted: it starts the worker, draws the log, and finds the code cold.
  for (let round = -1; round < ROUNDS; round++) {
    const run = await excel.run(button);
    const engine = await excel.engine({ ask: 'steps', starter, batchSize, steps: run.steps });
    if (round >= 0) rounds.push({ ...run, engine });
  }
  return rounds;
}

async function openExcel() {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`http://localhost:${server.address().port}/?blank`);
  const pane = await (await page.waitForSelector('iframe[title="Task pane"]')).contentFrame();
  await pane.waitForFunction(() => 'Office' in window && 'Excel' in window);
  await pane.evaluate(async () => void (await Office.onReady()));
  const nameBox = page.locator('[data-u-comp="defined-name"] input');
  await nameBox.waitFor();
  const ribbon = page.locator('#ribbon');
  const settled = () => page.evaluate(untilSettled);
  const typeInto = async (name, value, sheet) => {
    await nameBox.click();
    await nameBox.fill(await pane.evaluate(addressOf, [name, sheet]));
    await nameBox.press('Enter');
    await page.waitForTimeout(300);
    await page.keyboard.type(String(value));
    await page.keyboard.press('Enter');
    await settled();
  };
  await settled();
  return {
    typeInto,
    press: async (label) => {
      await ribbon.getByRole('button', { name: label, exact: true }).click();
      await settled();
    },
    choose: async (menu, item) => {
      await ribbon.getByRole('button', { name: menu, exact: true }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
      await settled();
    },
    engine: (ask) => pane.evaluate(askEngine, ask),
    importDigits: async (count) => {
      const files = await pane.evaluate(askForFiles, count);
      await pane.getByRole('tab', { name: 'Images' }).click();
      const file = (name, base64) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(base64, 'base64'),
      });
      await pane
        .locator('input[type=file]')
        .first()
        .setInputFiles([
          file('digits-images-idx3-ubyte', files.images),
          file('digits-labels-idx1-ubyte', files.labels),
        ]);
      await pane.getByText('draws its images from "digits').waitFor({ timeout: 60_000 });
      await settled();
      return files.page;
    },
    run: async (button) => {
      await page.waitForTimeout(500);
      const before = await pane.evaluate(countRuns);
      const pressed = await pane.evaluate(() => performance.now());
      await ribbon.getByRole('button', { name: button, exact: true }).click();
      await pane.waitForFunction(
        (count) => performance.getEntriesByName('Cellvolution run').length > count,
        before,
        { polling: 20, timeout: 300_000 },
      );
      const timed = await pane.evaluate(lastRun, pressed);
      await settled();
      return timed;
    },
    close: () => page.context().close(),
  };
}

// What follows runs in the page.

async function untilSettled() {
  const { __embeddedHost: host } = /** @type {any} */ (window);
  let before;
  do {
    before = host.batches;
    await new Promise((resolve) => setTimeout(resolve, 150));
    await host.idle();
  } while (host.batches !== before);
}

function addressOf([name, sheet]) {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).names.getItem(name).getRange();
    range.load('address');
    await context.sync();
    return range.address.split('!').at(-1);
  });
}

function countRuns() {
  return performance.getEntriesByName('Cellvolution run').length;
}

/** In milliseconds; `waited` is what the person waited, from the press of the button. */
function lastRun(pressed) {
  const measures = /** @type {PerformanceMeasure[]} */ (performance.getEntriesByName('Cellvolution run'));
  const { startTime, duration, detail } = measures.at(-1);
  return { ...detail, duration, waited: startTime + duration - pressed };
}

function askEngine(ask) {
  globalThis.engineWorker ??= new Worker('/engineWorker.js');
  return new Promise((resolve) => {
    globalThis.engineWorker.onmessage = ({ data }) => resolve(data);
    globalThis.engineWorker.postMessage(ask);
  });
}

async function askForFiles(count) {
  const worker = new Worker('/engineWorker.js');
  const files = await new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ ask: 'images', count });
  });
  worker.terminate();
  const base64 = (bytes) =>
    new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).split(',')[1]);
      reader.readAsDataURL(new Blob([bytes]));
    });
  return { page: files.page, images: await base64(files.images), labels: await base64(files.labels) };
}

// What follows runs here again.

async function buildPages() {
  const config = await createRequire(import.meta.url)('../webpack.config.js')({}, { mode: 'production' });
  config.context = root;
  config.output.path = pages;
  config.entry.engineWorker = './test/bench/run/engineWorker.ts';
  await build(config);
}

function machine() {
  const [{ model }] = os.cpus();
  return {
    processor: model.trim(),
    cores: os.cpus().length,
    system: `${os.type()} ${os.release()}`,
    runtime: `Chromium ${browser.version()}`,
    load,
  };
}
