import type { Padding } from '../../engine/spec';
import { effectiveKernel, outputsAlong, padsAlong } from '../../engine/geometry';
import { adoptTexts } from '../../texts/adopt';
import { shortStride } from '../sheet/strideWords';
import type { SlidMap } from './recognised';
import { cellAt, latticeOf, stepsOf } from './lattice';
import { nameOf, type CellId } from './meaning';
import { Stopped } from './stopped';

/** A computed cell with the place, in the maps before it, of the first cell that it reads. */
export interface Patch {
  readonly cell: CellId;
  readonly y: number;
  readonly x: number;
}

/** What the patches of one map have in common. */
export interface Windows {
  /** Height and width of the maps before, in values. */
  readonly input: readonly [number, number];
  /** Taps, downwards and to the right. */
  readonly kernel: readonly [number, number];
  readonly dilation: number;
}

/**
 * The map that some cells are, from what each of them reads.
 * @throws Stopped at the cell where they are none
 */
export function slidMap(patches: readonly Patch[], windows: Windows): SlidMap {
  const first = patches.reduce((a, b) => (b.cell < a.cell ? b : a));
  const ys = stepsOf(patches.map(({ y }) => y));
  const xs = stepsOf(patches.map(({ x }) => x));
  const whole = latticeOf(patches.map(({ cell }) => cell));
  if (!ys || !xs || !whole || ys.count * xs.count !== patches.length)
    throw new Stopped(first.cell, adoptTexts.gapInMap(nameOf(first.cell)));
  // Where there is one row or one column only, nothing tells how far apart they would be.
  const stride: Sides = [ys.count > 1 ? ys.step : xs.step, xs.count > 1 ? xs.step : ys.step];
  for (const { cell, y, x } of patches)
    if (cell !== cellAt(whole, { y: (y - ys.first) / ys.step, x: (x - xs.first) / xs.step }))
      throw new Stopped(cell, adoptTexts.otherPatch(nameOf(cell)));
  const fit = fitOf(windows, stride, [ys, xs]);
  if (!fit) throw new Stopped(first.cell, adoptTexts.partOfMap(nameOf(first.cell)));
  const lattice = { ...whole, rows: fit.rows, columns: fit.columns };
  const kept = new Set(
    Array.from({ length: fit.rows * fit.columns }, (_, index) =>
      cellAt(lattice, { y: Math.floor(index / fit.columns), x: index % fit.columns }),
    ),
  );
  const extra = patches.map(({ cell }) => cell).filter((cell) => !kept.has(cell));
  return { lattice, stride: shortStride(stride), padding: fit.padding, extra };
}

/** Of rows and of columns. */
type Sides = readonly [rows: number, columns: number];

interface Along {
  readonly first: number;
  readonly count: number;
}

interface Fit {
  readonly padding: Padding;
  readonly rows: number;
  readonly columns: number;
}

/** The padding with which a layer begins where the map begins, and reaches at most as far. */
function fitOf({ input, kernel, dilation }: Windows, stride: Sides, axes: readonly Along[]): Fit | undefined {
  const paddings: readonly Padding[] = ['valid', 'same', Math.max(0, -axes[0].first)];
  const fits = paddings.flatMap((padding): (Fit & { readonly spare: number })[] => {
    const sides = axes.map(({ first, count }, axis) => {
      const taps = effectiveKernel(kernel[axis], dilation);
      const [before, after] = padsAlong(padding, input[axis], taps, stride[axis]);
      const outputs = outputsAlong(before + input[axis] + after, taps, stride[axis]);
      return before === -first && outputs <= count ? outputs : 0;
    });
    if (sides.includes(0)) return [];
    const spare = axes.reduce((sum, { count }, axis) => sum + count - sides[axis], 0);
    return [{ padding, rows: sides[0], columns: sides[1], spare }];
  });
  // Of those that begin alike, the one that leaves out the fewest cells.
  return fits.sort((a, b) => a.spare - b.spare)[0];
}
