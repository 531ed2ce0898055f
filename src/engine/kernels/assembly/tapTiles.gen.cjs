// tapTiles.ts: the register tiles of tapSums.ts, so many filters by so many taps.
const { each, moduleOf } = require('./unroll.cjs');

module.exports = moduleOf(
  "import { NUMBER, VECTOR, increase, multiplyAdd, sumOf } from './vector';",
  sum(4, 2),
  sum(4, 1),
  sum(2, 4),
  sum(2, 1),
  sum(1, 8),
  sum(1, 1),
);

/** sums[f, k] += Σ over the plane of slopes[f] · input at tap k. */
function sum(filters, taps) {
  const sums = (text) => each(filters, (f) => each(taps, (k) => text(f, k)));
  const planes = ['slopes', 'slopes + plane', 'slopes + plane2', 'slopes + plane3'];
  return `
/** ${filters} filters by ${taps} taps. */
export function sum${filters}x${taps}(input: usize, taps: usize, slopes: usize, plane: i32, end: usize, sums: usize, next: i32): void {
  ${each(taps, (k) => `let x${k} = input + load<i32>(taps, ${4 * k});`)}
  ${sums((f, k) => `let a${f}${k} = f64x2.splat(0);`)}
  const plane2 = 2 * plane;
  const plane3 = 3 * plane;
  for (; slopes < end; slopes += VECTOR) {
    ${each(taps, (k) => `const v${k} = v128.load(x${k});`)}
    ${each(
      filters,
      (f) => `
    const s${f} = v128.load(${planes[f]});
    ${each(taps, (k) => `a${f}${k} = multiplyAdd(v${k}, s${f}, a${f}${k});`)}`,
    )}
    ${each(taps, (k) => `x${k} += VECTOR;`)}
  }
  ${each(
    filters,
    (f) => `
  ${f > 0 ? 'sums += next;' : ''}
  ${each(taps, (k) => `increase(sums + ${k} * NUMBER, sumOf(a${f}${k}));`)}`,
  )}
}`;
}
