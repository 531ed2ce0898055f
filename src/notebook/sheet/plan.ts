import type { Rect } from './address';
import type { Label, Layout } from './layout';
import type { Block } from './block';
import type { NotebookSpec } from './spec';

/**
 * The sheets of a notebook, all with the same layout: values; ∂L/∂values; the optimiser's velocities and
 * second moments; the weights after the next step; and the filters rotated by 180°, through which gradients
 * flow back; and by how much the values have changed. Second moments exist only for some optimisers, the next two only
 * while gradients are formulas, and the last only while it is asked for.
 */
export type SheetKey =
  'values' | 'gradients' | 'velocities' | 'secondMoments' | 'next' | 'rotated' | 'changes';

export const SHEET_KEYS: readonly SheetKey[] = [
  'values',
  'gradients',
  'velocities',
  'secondMoments',
  'next',
  'rotated',
  'changes',
];

/** Colour scale of a block: white (0) to red, or blue over white (0) to red. */
export type Scale = 'sequential' | 'diverging';

export interface PlannedBlock extends Block {
  readonly format: string;
  readonly scale?: Scale;
  /** Whether a bar behind each number shows how much of 1 it is. */
  readonly hasBars: boolean;
  /** In narrow columns, where only small print fits. */
  readonly small: boolean;
  /** Has a border. */
  readonly framed: boolean;
  /** Whether it may be typed into on this sheet. */
  readonly editable: boolean;
}

export interface PlannedLabel extends Label {
  /** Small print in narrow columns, as for blocks; headings and captions overflow into their neighbours. */
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
  /** Heads of layers in the first row. */
  readonly bands: readonly Rect[];
  readonly widths: readonly ColumnWidth[];
  readonly frozenRows: number;
  /** Whether it was there before the notebook, with cells and formats of its own. */
  readonly isAdopted: boolean;
}

/** A notebook as plain data: what to draw, where, and how. Only here are addresses computed. */
export interface Plan {
  readonly spec: NotebookSpec;
  readonly layout: Layout;
  readonly sheets: Readonly<Record<SheetKey, SheetPlan>>;
}
