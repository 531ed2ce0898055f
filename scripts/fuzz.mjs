// npm run fuzz              a million damaged files, tables and texts for all that reads such
// npm run fuzz -- 50000     so many
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const [inputs = '1000000'] = process.argv.slice(2);
const options = ['test/fuzz', '--testTimeout', String(60 * 60 * 1000)];
const child = spawn(process.execPath, [jest, ...options], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ: inputs },
});
child.on('exit', (code) => (process.exitCode = code ?? 1));
