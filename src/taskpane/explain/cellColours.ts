import type { NumberGrid } from '../../notebook/explain/explanation';
import { scaleColour, type ColourScale } from '../../notebook/pictures/colourScale';

/** The colour that the sheet gives to a number of a block, in CSS. */
export function cellColour(value: number, scale: ColourScale): string {
  return `rgb(${scaleColour(value, scale).map(Math.round).join(', ')})`;
}

/** The scale for numbers that are on no sheet: symmetric around 0, up to the largest. */
export function ownScale(grid: NumberGrid): ColourScale {
  const values = grid.rows.flat().map(({ value }) => value);
  const finite = values.filter((value) => Number.isFinite(value));
  return { scale: 'diverging', low: Math.min(0, ...finite), high: Math.max(0, ...finite) };
}
