// sweepTiles.ts: the register tiles of sweep.ts, so many filters by so many vectors of two neighbouring positions.
const { each, moduleOf } = require('./unroll.cjs');

/** No more sums and operands than there are registers; six filters only where a multiply-add is one instruction. */
const TILES = [
  [6, 2],
  [4, 2],
  [2, 4],
  [1, 8],
];

module.exports = moduleOf(
  "import { Sweep } from './sweep';",
  "import { NUMBER, VECTOR, both, multiplyAdd, rectified } from './vector';",
  sweepTogether(),
  ...TILES.map(([filters, vectors]) => sweep(filters, vectors)),
);

function sweepTogether() {
  return `
/** As many filters as \`filtersTogether\` says; \`weights\` are \`[taps, together]\`. */
export function sweepTogether(together: i32, sweep: Sweep, input: usize, weights: usize, bias: usize, output: usize): void {
  ${TILES.map(
    ([filters, vectors]) =>
      `${filters > 1 ? `if (together == ${filters}) ` : ''}sweep${filters}x${vectors}(sweep, input, weights, bias, output);`,
  ).join('\n  else ')}
}`;
}

function sweep(filters, vectors) {
  const positions = 2 * vectors;
  const sums = (text) => each(filters, (f) => each(vectors, (v) => text(f, v)));
  return `
/** ${filters} filters over ${positions} positions at a time. */
function sweep${filters}x${vectors}(sweep: Sweep, input: usize, weights: usize, bias: usize, output: usize): void {
  const last = (<usize>(sweep.positions - ${positions})) << 3;
  const plane = sweep.plane;
  const end = sweep.taps + ((<usize>sweep.tapCount) << 2);
  for (let left = sweep.lines; left > 0; left--, input += sweep.line, output += sweep.line) {
    for (let q: usize = 0; ; q += ${positions} * NUMBER) {
      if (q > last) q = last;
      const x = input + q;
      let w = weights;
      ${sums((f, v) => `let a${f}${v} = ${v === 0 ? `both(bias + ${f} * NUMBER)` : `a${f}0`};`)}
      for (let tap = sweep.taps; tap < end; tap += 4) {
        const at = x + load<i32>(tap);
        ${each(vectors, (v) => `const x${v} = v128.load(at, ${v} * VECTOR);`)}
        ${each(
          filters,
          (f) => `
        const w${f} = v128.load64_splat(w, ${f} * NUMBER);
        ${each(vectors, (v) => `a${f}${v} = multiplyAdd(x${v}, w${f}, a${f}${v});`)}`,
        )}
        w += ${filters} * NUMBER;
      }
      if (sweep.relu) {
        ${sums((f, v) => `a${f}${v} = rectified(a${f}${v});`)}
      }
      let y = output + q;
      ${each(
        filters,
        (f) => `
      ${f > 0 ? 'y += plane;' : ''}
      ${each(vectors, (v) => `v128.store(y, a${f}${v}, ${v} * VECTOR);`)}`,
      )}
      if (q == last) break;
    }
  }
}`;
}
