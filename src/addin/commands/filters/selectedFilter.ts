import { overlap, type Rect } from '../../../notebook/sheet/address';
import type { Block } from '../../../notebook/sheet/block';

/** A filter that is selected on a notebook's sheet. */
export interface ChosenFilter {
  /** The notebook: name of its value sheet. */
  readonly notebook: string;
  /** "conv2, filter 1". */
  readonly title: string;
  /** Common beginning of its blocks' names: "conv2.filter1". */
  readonly name: string;
  /** Height, width. */
  readonly kernel: readonly [number, number];
  /** Number of its matrices. */
  readonly matrices: number;
  /** The selected matrix, from 1; undefined if none or several are selected. */
  readonly matrix: number | undefined;
}

/** A filter with all its blocks. */
interface Filter {
  readonly name: string;
  readonly matrices: readonly Block[];
  readonly bias: Block | undefined;
}

/** Rows from the label of a filter to its first matrix. */
const LABEL_ROWS = 2;

/**
 * The filter that selected cells belong to: its matrices, its bias, the labels beside them, the blanks
 * between. Undefined if they belong to no filter, or to several.
 *
 * @param placeOf the present place of a block; undefined if its cells are gone
 */
export function filterAt(
  blocks: readonly Block[],
  placeOf: (block: Block) => Rect | undefined,
  selected: readonly Rect[],
): Omit<ChosenFilter, 'notebook'> | undefined {
  const isHit = (rect: Rect | undefined) => rect && selected.some((each) => overlap(each, rect));
  const hit = filtersIn(blocks).filter((filter) => isHit(around(filter, placeOf)));
  if (hit.length !== 1) return undefined;
  const [{ name, matrices }] = hit;
  const chosen = matrices.filter((matrix) => isHit(placeOf(matrix)));
  const { rows, columns } = matrices[0].rect;
  return {
    title: matrices[0].title.slice(0, matrices[0].title.lastIndexOf(',')),
    name,
    kernel: [rows, columns],
    matrices: matrices.length,
    matrix: chosen.length === 1 ? matrices.indexOf(chosen[0]) + 1 : undefined,
  };
}

/** The matrices of a filter, in the order of their channels. */
export function matricesOf(blocks: readonly Block[], name: string): readonly Block[] {
  return filtersIn(blocks).find((filter) => filter.name === name)?.matrices ?? [];
}

function filtersIn(blocks: readonly Block[]): Filter[] {
  const matrices = new Map<string, Block[]>();
  for (const block of blocks.filter(({ role }) => role === 'filter')) {
    const name = block.name.slice(0, block.name.lastIndexOf('.'));
    matrices.set(name, [...(matrices.get(name) ?? []), block]);
  }
  const biases = new Map(blocks.filter(({ role }) => role === 'bias').map((block) => [block.name, block]));
  return [...matrices].map(([name, own]) => ({ name, matrices: own, bias: biases.get(`${name}.bias`) }));
}

/** All cells from the label of a filter to its bias, with the label right of that. */
function around({ matrices, bias }: Filter, placeOf: (block: Block) => Rect | undefined): Rect | undefined {
  const first = placeOf(matrices[0]);
  const last = placeOf(bias ?? matrices[matrices.length - 1]);
  if (!first || !last) return undefined;
  const row = Math.max(0, first.row - LABEL_ROWS);
  const right = Math.max(first.column + first.columns, last.column + 2);
  return {
    row,
    column: first.column,
    rows: last.row + last.rows - row,
    columns: right - first.column,
  };
}
