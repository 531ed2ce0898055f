import type { Label, Layout } from './layout';
import type { Block } from './block';
import type { NotebookSpec } from './spec';

/**
 * The sheets of a notebook, all of one layout: the values, ∂L/∂value, what the optimiser remembers of each weight, a
 * velocity and a second moment, each weight after the next step, and the filters rotated by 180°, through which
 * gradients flow back. Only some optimisers remember second moments, and only gradients as formulas need the last two;
 * these sheets are there only where they are needed.
 */
export type SheetKey = 'values' | 'gradients' | 'velocities' | 'secondMoments' | 'next' | 'rotated';

export const SHEET_KEYS: readonly SheetKey[] = [
  'values',
  'gradients',
  'velocities',
  'secondMoments',
  'next',
  'rotated',
];

/** Colours over the range of a block: light to red, or blue over white at 0 to red. */
export type Scale = 'sequential' | 'diverging';

export interface PlannedBlock extends Block {
  readonly format: string;
  readonly scale?: Scale;
  /** Stands in narrow columns, where only small print fits. */
  readonly small: boolean;
  /** Drawn with a border around it. */
  readonly framed: boolean;
  /** May a person type here, on this sheet? */
  readonly editable: boolean;
}

export interface PlannedLabel extends Label {
  /** As of a block: small print in narrow columns. Headings run over their neighbours. */
  readonly small: boolean;
}

export interface ColumnWidth {
  readonly column: number;
  readonly columns: number;
  /** In pixels at 100 % zoom. */
  readonly width: number;
}

export interface SheetPlan {
  readonly key: SheetKey;
  readonly name: string;
  readonly blocks: readonly PlannedBlock[];
  readonly labels: readonly PlannedLabel[];
  readonly widths: readonly ColumnWidth[];
  readonly frozenRows: number;
}

/** A notebook as a plain value: what to draw, where, and how. Renderers draw it; nothing else computes an address. */
export interface Plan {
  readonly spec: NotebookSpec;
  readonly layout: Layout;
  readonly sheets: Readonly<Record<SheetKey, SheetPlan>>;
}
