/** Draws uniformly from [0, 1). */
export type Draw = () => number;

/**
 * An independent random generator for every pair of integers: sfc32, seeded with all their bits. The seeding
 * is a bijection, so no two pairs share a state; it uses integer arithmetic only, so every JavaScript engine
 * gives the same numbers.
 */
export function randomAt(seed: number, index: number): Draw {
  let [a, b, c, count] = [seed | 0, highBits(seed), index | 0, highBits(index)];
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x100000000;
  };
  for (let round = 0; round < 16; round++) next();
  return next;
}

/** Draws uniformly between two numbers. */
export function between([low, high]: readonly [number, number], random: Draw): number {
  return low + (high - low) * random();
}

/** The bits of an integer above the lowest 32. */
function highBits(integer: number): number {
  return Math.floor(integer / 0x100000000) | 0;
}
