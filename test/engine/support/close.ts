/** Equal but for rounding: within `tolerance` of the expected number, or of 1 where that is smaller. */
export function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-12): void {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < found.length; i++) {
    const isClose = Math.abs(found[i] - expected[i]) <= tolerance * Math.max(1, Math.abs(expected[i]));
    if (!isClose) throw new Error(`Number ${i} is ${found[i]}; expected ${expected[i]}.`);
  }
}
