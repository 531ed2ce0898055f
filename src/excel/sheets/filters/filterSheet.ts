import { Requests } from '../../requests';
import { writeRows } from '../../write/writer';
import { cellsOfFilters, shapeOfFilters, type FilterPage } from './filterCells';
import { colourFilters } from './filterColours';
import { layOutFilters, NAME_COLUMN, type FiltersLayout } from './filterLayout';
import { styleFilters } from './filterStyle';
import { drawBlock, type BlockPlace } from '../extraSheet';
import { subRange } from '../../write/subRange';

/**
 * Draw the filters of a network as small pictures, each with the patches of images that excite it most. Drawn again,
 * only the pictures and their words are written, unless another network is drawn over the one before.
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
  return drawBlock(context, { place, title, kind: 'filters' }, layout.size, async (target) => {
    const isLaidOut = !target.isNew && (await areSame(context, target, layout, page));
    const requests = new Requests(context, { drawing: !isLaidOut });
    if (!target.isNew && !isLaidOut) wipe(target);
    if (!isLaidOut) await styleFilters(requests, target, layout, page.lines);
    await colourFilters(requests, target, layout, page);
    await writeRows(requests, () => target.range, cellsOfFilters(page, layout));
    await requests.send();
  });
}

/** Does the sheet show these layers already? They are compared by names and descriptions: others are laid out otherwise. */
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

/** Queue the taking away of another network of the same size. */
function wipe({ range }: BlockPlace): void {
  range.unmerge();
  range.clear();
}
