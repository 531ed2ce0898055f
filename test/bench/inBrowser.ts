// The bench as a page, opened by scripts/bench.mjs, which calls this function.
import { bench } from './bench';

Object.assign(globalThis, { bench });
