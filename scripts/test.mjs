// npm test: the unit tests while the pages are built, then the tests in a browser; the latter also where the former failed.
//   --long   those of both that take long, `*.long.test.ts`
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compile } from './assembly.cjs';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const browserTests = fileURLToPath(new URL('test-browser.mjs', import.meta.url));
const kernels = fileURLToPath(new URL('../src/engine/kernels/assembly/kernels.asc', import.meta.url));
const isLong = process.argv.includes('--long');

// Once, before several processes need them at the same time.
compile(kernels);

const [built, units] = await Promise.all([
  run(browserTests, '--build-only'),
  run(jest, ...(isLong ? ['--config', 'test/jest.long.config.cjs'] : [])),
]);
const inBrowser = built || (await run(browserTests, ...(isLong ? ['--long'] : [])));
process.exitCode = units || inBrowser;

/** @returns the exit code of a program of Node */
function run(program, ...options) {
  const child = spawn(process.execPath, [program, ...options], { stdio: 'inherit' });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
