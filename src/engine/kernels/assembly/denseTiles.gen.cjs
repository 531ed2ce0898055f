// denseTiles.ts: the register tiles of dense.ts.
const { each, moduleOf } = require('./unroll.cjs');

module.exports = moduleOf(
  "import { NUMBER, VECTOR, both, multiplyAdd, sumOf } from './vector';",
  put(),
  dot(2, 5),
  dot(2, 1),
  dotTwice(5),
  dot(1, 1),
  combine(5, 2),
  combine(4, 2),
  combine(1, 6),
  combine(1, 2),
);

function put() {
  return `
/** A sum of products, with the few that are left, and the bias. */
function put(to: usize, sums: v128, left: i32, x: usize, w: usize, bias: usize): void {
  let sum = sumOf(sums);
  for (; left > 0; left--, x += NUMBER, w += NUMBER) sum += load<f64>(x) * load<f64>(w);
  store<f64>(to, sum + load<f64>(bias));
}`;
}

/** Where each row of weights begins. */
function rowsOf(units) {
  return each(units, (u) => `let w${u} = weights + ${u} * row;`);
}

/** output[n, u] = bias[u] + Σ input[n] · weights[u], two inputs a round. */
function dot(images, units) {
  const sums = (text) => each(images, (n) => each(units, (u) => text(n, u)));
  return `
/** ${images} images by ${units} units. */
export function dot${images}x${units}(input: usize, weights: usize, row: i32, bias: usize, output: usize, next: i32): void {
  ${sums((n, u) => `let a${n}${u} = f64x2.splat(0);`)}
  ${rowsOf(units)}
  let x = input;
  const end = input + (row & ~15);
  for (; x < end; x += VECTOR) {
    ${each(images, (n) => `const x${n} = v128.load(x + ${n} * row);`)}
    ${each(
      units,
      (u) => `
    const v${u} = v128.load(w${u});
    w${u} += VECTOR;
    ${each(images, (n) => `a${n}${u} = multiplyAdd(x${n}, v${u}, a${n}${u});`)}`,
    )}
  }
  const left = (row >> 3) & 1;
  ${sums((n, u) => `put(output + ${n} * next + ${u} * NUMBER, a${n}${u}, left, x + ${n} * row, w${u}, bias + ${u} * NUMBER);`)}
}`;
}

function dotTwice(units) {
  return `
/** 1 image by ${units} units, four inputs a round: with ${units} sums alone each would wait for the one before. */
export function dot1x${units}(input: usize, weights: usize, row: i32, bias: usize, output: usize, next: i32): void {
  ${each(
    units,
    (u) => `
  let a${u} = f64x2.splat(0);
  let b${u} = f64x2.splat(0);`,
  )}
  ${rowsOf(units)}
  let x = input;
  const end = input + row;
  for (; x + 2 * VECTOR <= end; x += 2 * VECTOR) {
    const x0 = v128.load(x);
    const x1 = v128.load(x, VECTOR);
    ${each(
      units,
      (u) => `
    a${u} = multiplyAdd(x0, v128.load(w${u}), a${u});
    b${u} = multiplyAdd(x1, v128.load(w${u}, VECTOR), b${u});
    w${u} += 2 * VECTOR;`,
    )}
  }
  const left = (<i32>(end - x)) >> 3;
  ${each(units, (u) => `put(output + ${u} * NUMBER, f64x2.add(a${u}, b${u}), left, x, w${u}, bias + ${u} * NUMBER);`)}
}`;
}

/** to[m, j] = Σ over k of factors[m, k] · from[k, j], as \`combine\` of dense.ts. */
function combine(rows, vectors) {
  const sums = (text) => each(rows, (m) => each(vectors, (v) => text(m, v)));
  const factors = ['', ' + across', ' + across2', ' + across3', ' + across4'];
  return `
/** ${rows} rows of ${2 * vectors} numbers. */
export function combine${rows}x${vectors}(from: usize, step: i32, factors: usize, across: i32, along: i32, count: i32, to: usize, next: i32): void {
  ${sums((m, v) => `let a${m}${v} = f64x2.splat(0);`)}
  ${each(Math.max(0, rows - 2), (m) => `const across${m + 2} = ${m + 2} * across;`)}
  for (; count > 0; count--, from += step, factors += along) {
    ${each(vectors, (v) => `const x${v} = v128.load(from, ${v} * VECTOR);`)}
    ${each(
      rows,
      (m) => `
    const s${m} = both(factors${factors[m]});
    ${each(vectors, (v) => `a${m}${v} = multiplyAdd(x${v}, s${m}, a${m}${v});`)}`,
    )}
  }
  ${each(
    rows,
    (m) => `
  ${m > 0 ? 'to += next;' : ''}
  ${each(vectors, (v) => `v128.store(to, a${m}${v}, ${v} * VECTOR);`)}`,
  )}
}`;
}
