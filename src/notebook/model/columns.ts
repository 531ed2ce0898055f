// The model table: a network typed as rows, with sizes counted, and read back. Which cells a kind of layer
// uses is in kinds.
// Imports: engine, sheet, layout, kinds.

/**
 * Headings of the model table from left to right: first the cells that are typed, then (COUNTED) those that
 * are computed.
 */
export const TYPED = [
  'Layer',
  'Name',
  'Filters or units',
  'Kernel',
  'Stride',
  'Padding',
  'Dilation',
  'Activation',
  'Initialiser',
] as const;

export const COUNTED = [
  'Output shape',
  'Parameters',
  'Parameters, counted',
  'Activations',
  'A dense layer would need',
  'Receptive field',
  'Note',
] as const;

export type TypedColumn = (typeof TYPED)[number];
export type CountedColumn = (typeof COUNTED)[number];

/** The typed cells of a row, as Excel returns them: "" for a blank. */
export type TypedRow = Readonly<Record<TypedColumn, unknown>>;
/** The computed cells of a row. */
export type CountedRow = Readonly<Record<CountedColumn, string | number>>;

/** A problem in a model: the cell in the table or above it, and what to do. */
export interface ModelProblem {
  /** Row of the table from 0; undefined for a cell above the table. */
  readonly row?: number;
  readonly column: TypedColumn | ModelField;
  readonly message: string;
}

/** The named cells above the table. */
export type ModelField = 'Images' | 'Channels' | 'Height' | 'Width' | 'Loss';

/** The values of the cells above the table. */
export type ModelFields = Readonly<Record<ModelField, unknown>>;
