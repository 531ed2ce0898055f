// npm run bench: times the engine against its peers, in Node or, with --browser, in Chromium; with --growth, how time and
// memory grow. Prints tables, and writes them to test/bench/results when all of it was run at full length.
//   --only lesson4,wide   only these workloads     --engines cell,onnx   only these contestants     --quick   fewer rounds
import { fork } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBench } from './bench-build.mjs';

// Before anything is built: what else the machine does.
const load = os.loadavg()[0];
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const build = path.join(root, '.cache', 'bench');
const tfjs = path.join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist') + path.sep;

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    engines: { type: 'string' },
  },
});
const where = values.browser ? 'browser' : 'node';
await buildBench(where, build);
const outcome = values.browser ? await inBrowser() : await inNode();
if (outcome) await write(outcome.files);
else process.exitCode = 1;

async function inNode() {
  const runtime = `Node ${process.versions.node} (V8 ${process.versions.v8.split('.').slice(0, 2).join('.')})`;
  const child = fork(path.join(build, 'node.cjs'), { execArgv: ['--expose-gc'] });
  child.send({ ...values, where, machine: machine(runtime), tfjsFiles: tfjs });
  return new Promise((resolve) => {
    let outcome;
    child.on('message', (/** @type {any} */ message) => (outcome = message.outcome));
    child.on('exit', (code) => resolve(code === 0 ? outcome : undefined));
  });
}

async function inBrowser() {
  const { benchInBrowser } = await import('./bench-browser.mjs');
  return benchInBrowser(build, root, (runtime) => ({ ...values, where, machine: machine(runtime) }));
}

function machine(runtime) {
  const processors = os.cpus();
  return {
    processor: processors[0].model.trim(),
    cores: processors.length,
    system: `${os.type()} ${os.release()}`,
    load,
    runtime,
  };
}

/** What is only a part goes where nobody takes it for the whole. */
async function write(files) {
  const isPart = values.quick || values.only || values.engines;
  const folder = isPart ? path.join(build, 'results') : path.join(root, 'test/bench/results');
  await fs.mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await fs.writeFile(path.join(folder, name), text);
  console.log(`\nWritten to ${path.relative(root, folder)}: ${Object.keys(files).join(', ')}.`);
}
