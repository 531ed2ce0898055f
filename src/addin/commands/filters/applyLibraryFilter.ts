import type { Reading } from '../../../excel/read/reading';
import { toA1 } from '../../../notebook/sheet/address';
import type { Block } from '../../../notebook/sheet/block';
import { fitted, remarkOn, type LibraryFilter } from '../../../notebook/filters/filterLibrary';
import { valuesOf } from '../../../notebook/sheet/tensors';
import { overwrite } from '../train';
import { NotebookError } from '../../faults';
import { matricesOf, type ChosenFilter } from './selectedFilter';
import type { Change } from '../../workbook/pipeline';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { filterTexts } from '../../../texts/addin/filters';

/** Which matrices of the selected filter to overwrite with a library filter. */
export type Into = 'matrix' | 'all';

/**
 * Writes a library filter into the selected matrix, leaving the others alone, or into all matrices of the
 * selected filter, each divided by their number: the filter then reads the mean of its channels, and responds
 * as strongly as with one. Bias and optimiser memory stay.
 */
export function putInto(filter: LibraryFilter, chosen: ChosenFilter | undefined, into: Into): Change {
  return {
    name: `Put ${filter.name}`,
    whileRunning: 'refuse',
    asksPlaces: true,
    change(notebook, reading) {
      const isOfActive = chosen?.notebook === notebook.record.names.values;
      const blocks = isOfActive ? blocksOf(notebook, chosen, into) : [];
      if (!chosen || blocks.length === 0) throw new NotebookError(filterTexts.selectFirst);
      // If the network was rebuilt meanwhile, its kernels may have another size.
      const { rows, columns } = blocks[0].rect;
      const weights = fitted(filter, [rows, columns]);
      if (!weights)
        throw new NotebookError(
          filterTexts.doesNotFit(filter.name, chosen.title, remarkOn([rows, columns])!),
        );
      const names = new Set(blocks.map(({ name }) => name));
      refuseGone(reading, names);
      const before = blocks.map((block) => valuesOf(notebook.trainer.network, block).slice());
      const share = weights.map((weight) => weight / blocks.length);
      return {
        force: put(notebook, reading, blocks, () => share),
        notice: noticeOf(filter, blocks, chosen, reading),
        undo: (then) => ({
          force: put(notebook, then, blocks, (index) => before[index]),
          notice: filterTexts.isBack(chosen.title),
        }),
      };
    },
  };
}

/**
 * Writes weights into blocks of the value sheet.
 * @param weightsOf those of a block, by its index
 * @returns the sites to write
 */
function put(
  notebook: LiveNotebook,
  reading: Reading,
  blocks: readonly Block[],
  weightsOf: (index: number) => ArrayLike<number>,
): Set<string> {
  const names = new Set(blocks.map(({ name }) => name));
  const force = overwrite(notebook, reading, ({ key, block }) => key === 'values' && names.has(block.name));
  blocks.forEach((block, index) => valuesOf(notebook.trainer.network, block).set(weightsOf(index)));
  notebook.trainer.compute();
  return force;
}

function blocksOf({ plan }: LiveNotebook, { name, matrix }: ChosenFilter, into: Into): readonly Block[] {
  const all = matricesOf(plan.sheets.values.blocks, name);
  return into === 'all' ? all : all.filter((_, index) => index + 1 === matrix);
}

/** Contents of cells can be overwritten, but not deleted cells. */
function refuseGone({ problems }: Reading, names: ReadonlySet<string>): void {
  const gone = problems.find(({ key, block, cell }) => key === 'values' && names.has(block) && !cell);
  if (gone) throw new NotebookError(gone.message);
}

/** The message about where a filter was written: one matrix with its cells, or all matrices of a filter. */
function noticeOf(
  filter: LibraryFilter,
  blocks: readonly Block[],
  { title, matrices }: ChosenFilter,
  { found }: Reading,
): string {
  const [block] = blocks;
  if (blocks.length > 1) return filterTexts.inAllMatrices(filter.name, title, blocks.length);
  const { rect } = found.get(`values ${block.name}`)!;
  return filterTexts.inMatrix(filter.name, matrices > 1 ? block.title : title, toA1(rect));
}
