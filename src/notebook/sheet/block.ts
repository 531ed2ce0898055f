import type { Rect } from './address';

/** What a block of cells is in the network. */
export type Role =
  | 'input'
  | 'filter'
  | 'bias'
  | 'weights'
  | 'state'
  | 'map'
  | 'statistic'
  | 'mask'
  | 'logits'
  | 'probabilities'
  | 'target'
  | 'loss'
  | 'predicted'
  | 'setting'
  | 'status'
  | 'message';

/** Which numbers of the engine a block shows: `count` values of a tensor, from `offset`, row by row. */
export interface Source {
  readonly kind:
    'input' | 'parameter' | 'state' | 'activation' | 'auxiliary' | 'target' | 'loss' | 'setting' | 'status';
  /** Name of a parameter, state, auxiliary or layer, or the key of a setting. */
  readonly tensor: string;
  readonly offset: number;
}

/**
 * A block of cells with a defined name. Its values stand in every `jump`-th row and column of the
 * rectangle, from the first; jump 1 fills it.
 */
export interface Block {
  /** Worksheet-scoped defined name, e.g. "conv1.filter1.channel1". */
  readonly name: string;
  /** Its name to show: "conv1, filter 1, channel 1". */
  readonly title: string;
  readonly role: Role;
  readonly rect: Rect;
  readonly jump: number;
  readonly source: Source;
  /** Names of the blocks that it is computed from; empty for blocks that are typed. */
  readonly reads: readonly string[];
  /** Whether it stood on the sheet before there was a notebook: what it computes, it computes by formulas of its own. */
  readonly isAdopted?: boolean;
}

/** Whether formulas that were on the sheet before compute it. On the value sheet it is never written. */
export function hasOwnFormulas(block: Block): boolean {
  return !!block.isAdopted && !isEditable(block);
}

/** Roles that may be typed into; all other cells are computed. */
const EDITABLE: ReadonlySet<Role> = new Set([
  'input',
  'filter',
  'bias',
  'weights',
  'state',
  'target',
  'setting',
]);

export function isEditable(block: Block): boolean {
  return EDITABLE.has(block.role);
}

/** Whether it holds weights, which an optimiser step changes. */
export function isParameter(block: Block): boolean {
  return block.source.kind === 'parameter';
}

/** Rows and columns of values, without the gaps of a spread block. */
export function valueShape(block: Block): { rows: number; columns: number } {
  return {
    rows: Math.ceil(block.rect.rows / block.jump),
    columns: Math.ceil(block.rect.columns / block.jump),
  };
}

export function valueCount(block: Block): number {
  const { rows, columns } = valueShape(block);
  return rows * columns;
}

/**
 * The values as rows for a worksheet range; null in the gaps of a spread block, which leaves the cell alone.
 */
export function toRows(block: Block, values: Float64Array): (number | null)[][] {
  const { columns } = valueShape(block);
  return Array.from({ length: block.rect.rows }, (_, row) =>
    Array.from({ length: block.rect.columns }, (_, column) =>
      row % block.jump || column % block.jump
        ? null
        : values[(row / block.jump) * columns + column / block.jump],
    ),
  );
}

/** Whether the block holds text rather than numbers. */
export function isText(block: Block): boolean {
  return block.role === 'message' || block.role === 'predicted';
}

/** Whether the gaps of a spread block are blank. */
export function areGapsBlank({ jump }: Block, rows: readonly (readonly unknown[])[]): boolean {
  return rows.every((cells, row) =>
    cells.every((cell, column) => (row % jump === 0 && column % jump === 0) || cell === ''),
  );
}

/** The values of a block, row by row, from the rows of its worksheet range. */
export function fromRows<T>(block: Pick<Block, 'rect' | 'jump'>, rows: readonly (readonly T[])[]): T[] {
  const picked: T[] = [];
  for (let row = 0; row < block.rect.rows; row += block.jump) {
    for (let column = 0; column < block.rect.columns; column += block.jump) picked.push(rows[row][column]);
  }
  return picked;
}
