import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** All test files use the same browser at the same time, and a browser has one clipboard: they take turns. */
const lock = path.join(
  os.tmpdir(),
  `cellvolution-clipboard-${createHash('sha1').update(process.env.CELLVOLUTION_BROWSER!).digest('hex')}`,
);

/** Longer than any turn takes: whoever had it has been stopped. */
const ABANDONED_MS = 60_000;

/** What is copied by the task stays on the clipboard until it ends. */
export async function withClipboard<T>(task: () => Promise<T>): Promise<T> {
  while (!(await isTaken())) await new Promise((resolve) => setTimeout(resolve, 20));
  try {
    return await task();
  } finally {
    await fs.rm(lock, { force: true });
  }
}

/** @returns whether it is our turn now */
async function isTaken(): Promise<boolean> {
  try {
    await fs.writeFile(lock, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const since = await fs.stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (since > ABANDONED_MS) await fs.rm(lock, { force: true });
    return false;
  }
}
