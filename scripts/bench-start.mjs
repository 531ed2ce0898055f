// npm run bench:start: how long a visitor waits: from the navigation to the embedded workbook until the pane offers Step.
// Builds the pages as `npm start` does, and opens them in a Chromium that nothing is attached to: a tool that listens slows
// it down, so the pages themselves tell the time, and beside it stands what Playwright sees in the same run.
//   --quick   fewer rounds; nothing is written
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { buildPages } from './start-server.mjs';
import { serve } from './pages.mjs';

// Before anything is built: what else the machine does.
const load = os.loadavg()[0];
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const results = path.join(root, 'test/bench/results');
const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const ROUNDS = options.quick ? 3 : 15;

/** The program of a browser that has just been started is still being read: it rests before it goes to the site. */
const REST_MS = 3000;
const PATIENCE_MS = 60_000;
const LAUNCH = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** Runs in the pane's page. Step is offered once the notebook has been read. */
const PROBE = `
  const asked = setInterval(() => {
    const step = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Step');
    if (!step || step.disabled || !document.body.textContent.includes('Step 0')) return;
    clearInterval(asked);
    const since = parent.performance.timeOrigin;
    new Image().src = '/told?ms=' + (performance.timeOrigin + performance.now() - since);
  }, 10);`;

const OWN = {
  '/rest.html': ['text/html', '<!doctype html><script src="rest.js"></script>'],
  '/rest.js': ['text/javascript', `setTimeout(() => location.replace('/'), ${REST_MS})`],
  '/probe.js': ['text/javascript', PROBE],
};

/** Called with what a page tells. @type {(ms: number) => void} */
let told = () => undefined;

const site = await serve(await buildPages());
const server = await serveWithProbe(site.address().port);
const address = `http://localhost:${server.address().port}`;
const program = await findBrowser();
const version = await versionOf();
try {
  const waits = { 'first visit': [], 'second visit': [], 'first visit, watched by Playwright': [] };
  // The first round is not counted: the files are read and compressed for the first time.
  for (let round = 0; round <= ROUNDS; round++) {
    const [first, second] = await visits(2);
    const watched = await watchedVisit();
    if (round === 0) continue;
    [first, second, watched].forEach((ms, index) => Object.values(waits)[index].push(ms));
  }
  const text = report(waits);
  console.log(text);
  if (!options.quick) await fs.writeFile(path.join(results, 'start.md'), text);
} finally {
  for (const each of [server, site]) {
    each.close();
    each.closeAllConnections();
  }
}

/** The site, but with a script in the pane's page that tells when Step is there. */
function serveWithProbe(port) {
  const handler = (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (pathname === '/told') {
      told(Number(searchParams.get('ms')));
      return response.writeHead(204).end();
    }
    if (pathname in OWN) {
      const [type, body] = OWN[pathname];
      return response.writeHead(200, { 'content-type': type }).end(body);
    }
    const { method, headers } = request;
    const isPane = pathname === '/embedded-pane.html';
    const asked = isPane ? { ...headers, 'accept-encoding': 'identity' } : headers;
    http.get({ port, host: 'localhost', path: request.url, method, headers: asked }, async (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      if (!isPane) return answer.pipe(response);
      const page = (await answer.toArray()).join('');
      response.end(page.replace('<head>', '<head><script src="probe.js"></script>'));
    });
  };
  return new Promise((resolve) => {
    const made = http.createServer(handler).listen(0, 'localhost', () => resolve(made));
  });
}

/** A person's browser, new at the first visit. @returns milliseconds of each visit */
async function visits(count) {
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'visit-'));
  const waited = [];
  for (let visit = 0; visit < count; visit++) {
    const arguments_ = ['--headless=new', ...LAUNCH, '--window-size=1280,720', `--user-data-dir=${profile}`];
    const child = spawn(program, [...arguments_, `${address}/rest.html`], { stdio: 'ignore' });
    waited.push(await nextTold());
    const ended = new Promise((resolve) => child.on('exit', resolve));
    // It keeps the compiled scripts a moment after they have run.
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    child.kill();
    await ended;
  }
  await fs.rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return waited;
}

async function watchedVisit() {
  const browser = await chromium.launch({ executablePath: program, args: LAUNCH });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const waited = nextTold();
  await page.goto(`${address}/rest.html`);
  const ms = await waited;
  await browser.close();
  return ms;
}

function nextTold() {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The pane never offered Step.')), PATIENCE_MS);
    told = (ms) => {
      clearTimeout(timer);
      resolve(ms);
    };
  });
}

async function versionOf() {
  const browser = await chromium.launch({ executablePath: program, args: LAUNCH });
  const version = browser.version();
  await browser.close();
  return version;
}

function report(waits) {
  const processors = os.cpus();
  const row = ([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const seconds = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)].map((ms) =>
      (ms / 1000).toFixed(2),
    );
    return `| ${[name, ...seconds].join(' | ')} |`;
  };
  return `# How long a visitor waits

Seconds from the navigation to the embedded workbook until the pane offers _Step_: the lesson-4 notebook is drawn and
read. Pages as \`npm start\` serves them, from the same machine; ${ROUNDS} rounds, in which the three take turns. Unless it
says so, nothing is attached to the browser.

| | median | least | most |
|---|---:|---:|---:|
${Object.entries(waits).map(row).join('\n')}

Chromium ${version}, ${processors[0].model.trim()}, ${processors.length} cores, ${os.type()} ${os.release()}; load before:
${load.toFixed(2)}.
`;
}
