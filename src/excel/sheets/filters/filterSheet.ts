import { Requests } from '../../requests';
import { writeRows } from '../../write/writer';
import { cellsOfFilters, shapeOfFilters, type FilterPage } from './filterCells';
import { colourFilters } from './filterColours';
import { layOutFilters, NAME_COLUMN, type FiltersLayout } from './filterLayout';
import { mergeCaptions, styleFilters } from './filterStyle';
import { drawBlock, type BlockPlace } from '../drawExtraSheet';
import { subRange } from '../../write/subRange';

/**
 * Draws the filters of a network as small pictures, each with the image patches that activate it most.
 * Drawing the same layers again writes only pictures and captions.
 * @param place the id of the sheet, undefined when it was never drawn
 * @param title of the notebook
 * @returns the id of the sheet
 */
export function drawFilters(
  context: Excel.RequestContext,
  place: string | undefined,
  title: string,
  page: FilterPage,
): Promise<string> {
  const layout = layOutFilters(shapeOfFilters(page));
  const own = { place, title, kind: 'filters', frozen: { columns: 1 } } as const;
  return drawBlock(context, own, layout.size, async (target) => {
    const isLaidOut = !target.isNew && (await areSame(context, target, layout, page));
    const requests = new Requests(context, { drawing: !isLaidOut });
    if (!target.isNew && !isLaidOut) wipe(target);
    if (!isLaidOut) await styleFilters(requests, target, layout, page.lines);
    await mergeCaptions(requests, target, layout);
    await colourFilters(requests, target, layout, page);
    await writeRows(requests, () => target.range, cellsOfFilters(page, layout));
    await requests.send();
  });
}

/**
 * Whether the sheet already shows these layers. Compared by names and descriptions, which determine the
 * layout.
 */
async function areSame(
  context: Excel.RequestContext,
  { range }: BlockPlace,
  { size, layers }: FiltersLayout,
  page: FilterPage,
): Promise<boolean> {
  const names = subRange(range, { row: 0, column: NAME_COLUMN, rows: size.rows, columns: 1 });
  names.load('values');
  await context.sync();
  return page.layers.every(({ name, about }, index) => {
    const { row } = layers[index];
    return names.values[row][0] === name && names.values[row + 1][0] === about;
  });
}

/** Queues clearing another network of the same size. */
function wipe({ range }: BlockPlace): void {
  range.clear();
}
