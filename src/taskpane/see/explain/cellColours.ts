import type { NumberGrid } from '../../../notebook/explain/explanation';
import { scaleColour, type ColourScale } from '../../pictures/colourScale';

/** The colour that the sheet gives a number of a block, as CSS writes it. */
export function cellColour(value: number, scale: ColourScale): string {
  return `rgb(${scaleColour(value, scale).map(Math.round).join(', ')})`;
}

/** For numbers that stand on no sheet: around 0, as far as they go. */
export function ownScale(grid: NumberGrid): ColourScale {
  const values = grid.rows.flat().map(({ value }) => value);
  const finite = values.filter((value) => Number.isFinite(value));
  return { scale: 'diverging', low: Math.min(0, ...finite), high: Math.max(0, ...finite) };
}
