/** Draws evenly from [0, 1). */
export type Draw = () => number;

/**
 * A generator of its own for every pair of integers: sfc32 started from all their bits. Each round can be
 * undone, so two pairs never share a state; integer arithmetic only, so that every engine agrees.
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

/** Evenly between two numbers. */
export function between([low, high]: readonly [number, number], random: Draw): number {
  return low + (high - low) * random();
}

/** The bits above the lowest 32. */
function highBits(integer: number): number {
  return Math.floor(integer / 0x100000000) | 0;
}
