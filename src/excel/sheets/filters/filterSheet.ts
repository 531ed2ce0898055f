import { paint } from '../../context';
import { rowsPerRequest } from '../../requestSize';
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
  return drawBlock(
    context,
    { place, title, kind: 'filters', frozen: { columns: 1 } },
    layout.size,
    async (target) => {
      const isLaidOut = !target.isNew && (await areSame(context, target, layout, page));
      await paint(context, () => {
        if (!target.isNew && !isLaidOut) wipe(target);
        if (!isLaidOut) styleFilters(target, layout, page.lines);
        colourFilters(target, layout, page);
      });
      await write(context, target, layout, page);
    },
  );
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

async function write(
  context: Excel.RequestContext,
  { range }: BlockPlace,
  layout: FiltersLayout,
  page: FilterPage,
): Promise<void> {
  const { rows, columns } = layout.size;
  const cells = cellsOfFilters(page, layout);
  const together = rowsPerRequest(columns);
  for (let row = 0; row < rows; row += together) {
    const some = cells.slice(row, row + together);
    await paint(context, () => {
      subRange(range, { row, column: 0, rows: some.length, columns }).values = some;
    });
  }
}
