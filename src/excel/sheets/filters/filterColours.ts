import { type Rect, shifted, boundingRect } from '../../../notebook/sheet/address';
import { BLUE, LIGHT, RED } from '../../../notebook/sheet/colours';
import { scaleLimit } from '../../write/scaleLimit';
import { BYTES, type Requests } from '../../requests';
import { addressesOf, formatAll } from '../../write/rangeFormats';
import type { FilterPage, Patch, ShownMatrix } from './filterCells';
import type { FiltersLayout } from './filterLayout';
import type { BlockPlace } from '../drawExtraSheet';
import { subRange } from '../../write/subRange';

/** Queues the colours of the pictures: scales for weights and shades, fills for patches in colour. */
export async function colourFilters(
  requests: Requests,
  target: BlockPlace,
  layout: FiltersLayout,
  page: FilterPage,
): Promise<void> {
  const shades: Rect[] = [];
  const fills = new Map<string, Rect[]>();
  if (!target.isNew) await clearColours(requests, target, layout);
  for (const [layer, { filters }] of layout.layers.entries()) {
    for (const [filter, { matrices, patches }] of filters.entries()) {
      const shown = page.layers[layer].filters[filter];
      await requests.room(6 * BYTES.call);
      scaleWeights(subRange(target.range, boundingRect(matrices)), shown.matrices);
      shown.patches.forEach(({ colours }, index) => {
        const rect = moved(patches[index], target);
        if (colours) addFills(fills, rect, colours);
        else shades.push(rect);
      });
    }
  }
  for (const address of addressesOf(shades)) {
    await requests.room(address.length + 4 * BYTES.call);
    const { conditionalFormats } = target.sheet.getRanges(address);
    conditionalFormats.add('ColorScale').colorScale.criteria = SHADES;
  }
  for (const [colour, rects] of fills)
    await formatAll(requests, target.sheet, rects, ({ fill }) => (fill.color = colour));
}

/** Clears the colours of the patches drawn before. */
async function clearColours(
  requests: Requests,
  target: BlockPlace,
  { layers }: FiltersLayout,
): Promise<void> {
  target.range.conditionalFormats.clearAll();
  const patches = layers.flatMap(({ filters }) => filters.flatMap((filter) => filter.patches));
  const placed = patches.map((rect) => moved(rect, target));
  await formatAll(requests, target.sheet, placed, ({ fill }) => fill.clear());
}

/** The colour scale of a notebook's input, with the same range for every patch. */
const SHADES = {
  minimum: { type: 'Number', formula: '0', color: LIGHT },
  maximum: { type: 'Number', formula: '1', color: RED },
} as const;

/** Blue is negative, white 0, red positive; symmetric up to the largest weight of the filter. */
function scaleWeights(cells: Excel.Range, matrices: readonly ShownMatrix[]): void {
  const largest = Math.max(...matrices.flatMap(({ weights }) => Array.from(weights, Math.abs)));
  const end = largest > 0 && Number.isFinite(largest) ? largest : 1;
  cells.conditionalFormats.add('ColorScale').colorScale.criteria = {
    minimum: { type: 'Number', formula: scaleLimit(-end), color: BLUE },
    midpoint: { type: 'Number', formula: '0', color: LIGHT },
    maximum: { type: 'Number', formula: scaleLimit(end), color: RED },
  };
}

/** Neighbours in a row with the same colour become one range. */
function addFills(fills: Map<string, Rect[]>, rect: Rect, colours: NonNullable<Patch['colours']>): void {
  for (let row = 0; row < rect.rows; row++) {
    const own = colours.slice(row * rect.columns, (row + 1) * rect.columns);
    for (let from = 0, to = 0; from < own.length; from = to) {
      const colour = own[from];
      while (to < own.length && own[to] === colour) to++;
      if (colour === undefined) continue;
      const run = { row: rect.row + row, column: rect.column + from, rows: 1, columns: to - from };
      const runs = fills.get(colour);
      if (runs) runs.push(run);
      else fills.set(colour, [run]);
    }
  }
}

function moved(rect: Rect, { corner }: BlockPlace): Rect {
  return shifted(rect, corner);
}
