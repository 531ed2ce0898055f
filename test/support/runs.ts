/** Is this `npm run test:long`? Its configurations say so. */
export const isLong = process.env.CELLVOLUTION_LONG === '1';

/** How often a property is tried: a few times in `npm test`, many times in `npm run test:long`, RUNS times by hand. */
export function runs(few: number, many: number): number {
  return Number(process.env.RUNS ?? (isLong ? many : few));
}
