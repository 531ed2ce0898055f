// The bench as a program of Node, started by scripts/bench.mjs: options come as a message, and the outcome goes as one.
import { bench } from './bench';
import type { Options } from './options';

process.once('message', async (options: Options) => {
  try {
    process.send!({ outcome: await bench(options) });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  process.disconnect();
});
