import type { Block } from './block';

/** Where everything stands. The sheets of values, gradients and optimiser memory share one layout. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly labels: readonly Label[];
  /** First column of the outputs; from here on columns are wide enough for words and long numbers. */
  readonly outputColumn: number;
  /** The layers whose numbers are never negative, and `input`. */
  readonly isNeverNegative: ReadonlySet<string>;
  /** Column of the names of the settings. */
  readonly trainingColumn: number;
}

/**
 * A text on the sheet. Headings name a layer and stand in the first row, right of them captions, which say what it does;
 * keys are cells of the legend.
 */
export interface Label {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly kind: 'heading' | 'caption' | 'label' | 'key';
  /** What a key is filled with. */
  readonly fill?: string;
}

/** The blocks by name. */
export function blocksByName(layout: Layout): ReadonlyMap<string, Block> {
  return new Map(layout.blocks.map((block) => [block.name, block]));
}

/** `changed`, and every block computed from one of them, directly or indirectly. */
export function dependents(layout: Layout, changed: Iterable<string>): Set<string> {
  const reached = new Set(changed);
  // Blocks are in the order of computation, so one pass suffices; settings, on which masks depend, come last.
  for (const block of layout.blocks)
    if (block.reads.some((name) => reached.has(name))) reached.add(block.name);
  return reached;
}
