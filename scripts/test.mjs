// npm test: the unit tests while the pages are built, then the tests in a browser; the latter also where the former failed.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const browserTests = fileURLToPath(new URL('test-browser.mjs', import.meta.url));
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

const [built, units] = await Promise.all([run(browserTests, '--build-only'), run(jest)]);
const pages = built || (await run(browserTests));
process.exitCode = units || pages;

/** @returns the exit code of a program of Node */
function run(program, ...options) {
  const child = spawn(process.execPath, [program, ...options], { stdio: 'inherit' });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
