// node asc.mjs <configuration> <target> <output>: AssemblyScript to WebAssembly. A module X.ts that is not there is what
// X.gen.cjs beside it exports.
import asc from 'assemblyscript/asc';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [config, target, output] = process.argv.slice(2);
const require = createRequire(import.meta.url);

const options = ['--config', config, '--target', target, '--outFile', output];
const { error } = await asc.main(options, {
  stdout: process.stdout,
  stderr: process.stderr,
  readFile: (name, folder) => textOf(path.resolve(folder, name)),
});
if (error) process.exitCode = 1;

/** Null where there is no such file. */
function textOf(file) {
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8');
  const generator = file.replace(/\.ts$/, '.gen.cjs');
  return generator !== file && fs.existsSync(generator) ? require(generator) : null;
}
