// assembly.ts of bench.asc: the engine's kernels, and a loop that measures how fast the machine can be at best.
const { each, moduleOf } = require('../../../src/engine/kernels/assembly/unroll.cjs');

/** As many sums as the registers hold: each waits for its own last, and fewer would leave the machine idle. */
const SUMS = 13;

module.exports = moduleOf(
  "import { multiplyAdd, sumOf } from '../../../src/engine/kernels/assembly/vector';",
  "export * from '../../../src/engine/kernels/assembly/index';",
  `
/** So many rounds of ${SUMS} multiply-adds of two lanes that never leave the registers, ${4 * SUMS} operations each. */
export function peak(rounds: i32, factor: f64): f64 {
  const x = f64x2.splat(factor);
  ${each(SUMS, (k) => `let a${k} = f64x2.splat(${(k + 1) / 100});`)}
  for (; rounds > 0; rounds--) {
    ${each(SUMS, (k) => `a${k} = multiplyAdd(a${k}, x, a${k});`)}
  }
  ${each(SUMS - 1, (k) => `a0 = f64x2.add(a0, a${k + 1});`)}
  return sumOf(a0);
}`,
);
