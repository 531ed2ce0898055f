import type { Block } from './block';

/** Where everything stands. One layout serves the values, the gradients and the optimiser's memory. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly labels: readonly Label[];
  /** First column of the outputs: from here on columns are wide enough for words and long numbers. */
  readonly outputColumn: number;
  /** Column of the names of the settings. */
  readonly trainingColumn: number;
}

/** A word on the sheet. Headings name a layer and stand in the first row. */
export interface Label {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly kind: 'heading' | 'label';
}

/** The blocks by name. */
export function blocksByName(layout: Layout): ReadonlyMap<string, Block> {
  return new Map(layout.blocks.map((block) => [block.name, block]));
}

/** `changed` and every block that is computed from one of them, directly or through others. */
export function dependents(layout: Layout, changed: Iterable<string>): Set<string> {
  const reached = new Set(changed);
  // Blocks stand in the order of computation, so one pass reaches everything; settings, which masks read, stand last.
  for (const block of layout.blocks)
    if (block.reads.some((name) => reached.has(name))) reached.add(block.name);
  return reached;
}
