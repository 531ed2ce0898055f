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

/** Where the numbers of a block live in the engine: `count` values of a tensor, from `offset`, row by row. */
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
  /** For people: "conv1, filter 1, channel 1". */
  readonly title: string;
  readonly role: Role;
  readonly rect: Rect;
  readonly jump: number;
  readonly source: Source;
  /** Names of the blocks that this one is computed from; empty for what a person types. */
  readonly reads: readonly string[];
}

/** Roles that a person may type into; all other cells are computed from these. */
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

/** Weights of the network: what a step of the optimiser changes. */
export function isParameter(block: Block): boolean {
  return block.source.kind === 'parameter';
}

/** Rows and columns of values, the gaps of a spread block left out. */
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

/** The cells of a block as rows for a worksheet range; null (leave the cell alone) in the gaps of a spread block. */
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

/** Do the block's cells hold words and no numbers? */
export function isText(block: Block): boolean {
  return block.role === 'message' || block.role === 'predicted';
}

/** Does nothing stand between the values of a block that is spread? */
export function areGapsBlank({ jump }: Block, rows: readonly (readonly unknown[])[]): boolean {
  return rows.every((cells, row) =>
    cells.every((cell, column) => (row % jump === 0 && column % jump === 0) || cell === ''),
  );
}

/** The values of a block, row by row, picked from the rows of its worksheet range. */
export function fromRows<T>(block: Block, rows: readonly (readonly T[])[]): T[] {
  const picked: T[] = [];
  for (let row = 0; row < block.rect.rows; row += block.jump) {
    for (let column = 0; column < block.rect.columns; column += block.jump) picked.push(rows[row][column]);
  }
  return picked;
}
