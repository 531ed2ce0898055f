// rowTiles.ts: the register tiles of blocks.ts, so many vectors of a kernel's row of eight channels.
const { each, moduleOf } = require('./unroll.cjs');

module.exports = moduleOf(
  "import { NUMBER, VECTOR, both, multiplyAdd } from './vector';",
  sum('sumTwelve', 12),
  sum('sumSix', 6),
  add('addTwelve', 12),
  add('addSix', 6),
);

/** sums[v] += slope · input[v] at the place, over a list of places and slopes. */
function sum(name, vectors) {
  return `
export function ${name}(input: usize, place: usize, slope: usize, count: i32, sums: usize): void {
  ${loads(vectors, 'sums')}
  const end = place + ((<usize>count) << 2);
  for (; place < end; place += 4, slope += NUMBER) {
    const s = both(slope);
    const x = input + ((<usize>load<i32>(place)) << 6);
    ${adds(vectors, 'x')}
  }
  ${stores(vectors, 'sums')}
}`;
}

/** target[v] += slope · weights[v] of the filter, over a list of filters and slopes. */
function add(name, vectors) {
  return `
export function ${name}(target: usize, filter: usize, slope: usize, end: usize, weights: usize): void {
  ${loads(vectors, 'target')}
  for (; filter < end; filter += 4, slope += NUMBER) {
    const s = both(slope);
    const w = weights + load<i32>(filter);
    ${adds(vectors, 'w')}
  }
  ${stores(vectors, 'target')}
}`;
}

function loads(vectors, from) {
  return each(vectors, (v) => `let a${v} = v128.load(${from}, ${v} * VECTOR);`);
}

function adds(vectors, from) {
  return each(vectors, (v) => `a${v} = multiplyAdd(v128.load(${from}, ${v} * VECTOR), s, a${v});`);
}

function stores(vectors, to) {
  return each(vectors, (v) => `v128.store(${to}, a${v}, ${v} * VECTOR);`);
}
