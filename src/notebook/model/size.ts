import { layOut } from '../layout';
import type { NotebookSpec } from '../sheet/spec';
import { cellsOf, MOST_CELLS } from './cellCount';

/**
 * Most blocks: each has a name, a frame on every sheet and a colour scale. 64 filters over 64 channels are
 * 4,096.
 */
export const MOST_BLOCKS = 5000;
/** Columns of an Excel worksheet. */
const MOST_COLUMNS = 16_384;

/**
 * Why a network is too large to draw, with the number of cells, blocks or columns; undefined if it is not.
 */
export function tooLarge(spec: NotebookSpec): string | undefined {
  const cells = cellsOf(spec.network);
  const advice =
    'Fewer filters or units, a larger stride or a pool early on make it smaller; the table counts it all the same.';
  if (cells > MOST_CELLS) {
    return `This network would take ${words(cells)} cells on the page alone, and a page is drawn up to ${words(MOST_CELLS)}. ${advice}`;
  }
  const { trainingColumn, blocks } = layOut(spec);
  if (blocks.length > MOST_BLOCKS) {
    return (
      `This network would take ${words(blocks.length)} blocks of cells, each with a name of its own, and a page is drawn ` +
      `with up to ${words(MOST_BLOCKS)}. A filter has a block for each channel that it reads. ${advice}`
    );
  }
  if (trainingColumn + 2 <= MOST_COLUMNS) return undefined;
  return `This network would take ${words(trainingColumn + 2)} columns, and a sheet has ${words(MOST_COLUMNS)}. ${advice}`;
}

function words(count: number): string {
  return count.toLocaleString('en-US');
}
