import type { Grid } from '../../../notebook/explain/explanation';

type Colour = readonly [red: number, green: number, blue: number];

/** The colours of the sheet's scales. */
const LIGHT: Colour = [252, 252, 255];
const RED: Colour = [248, 105, 107];
const BLUE: Colour = [141, 180, 226];

/**
 * The colour that the sheet gives a number of a block: from light at the smallest number to red at the largest, or
 * blue below 0, light at 0, red above.
 */
export function colourOf(value: number, { scale, low, high }: NonNullable<Grid['colours']>): string {
  const [red, green, blue] =
    scale === 'sequential' ? sequential(value, low, high) : diverging(value, low, high);
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Of numbers that stand on no sheet: around 0, as far as they go. */
export function ownScale(grid: Grid): NonNullable<Grid['colours']> {
  const values = grid.rows.flat().map(({ value }) => value);
  const finite = values.filter((value) => Number.isFinite(value));
  return { scale: 'diverging', low: Math.min(0, ...finite), high: Math.max(0, ...finite) };
}

function sequential(value: number, low: number, high: number): Colour {
  return between(LIGHT, RED, share(value - low, high - low));
}

function diverging(value: number, low: number, high: number): Colour {
  return value < 0 ? between(LIGHT, BLUE, share(value, low)) : between(LIGHT, RED, share(value, high));
}

/** 0 … 1, also of a block whose numbers are all the same. */
function share(part: number, whole: number): number {
  const of = part / whole;
  return Number.isFinite(of) ? Math.min(1, Math.max(0, of)) : 0;
}

function between(from: Colour, to: Colour, part: number): Colour {
  const mixed = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * part);
  return [mixed(0), mixed(1), mixed(2)];
}
