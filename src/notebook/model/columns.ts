// The model table: a network typed row by row, counted, and read back. What a kind of layer looks at is in kinds.
// Imports: engine, sheet, layout, kinds.

/** What a person types of a layer, then what is counted of it: the headings of the model table, from left to right. */
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

/** What stands in the typed cells of a row, as Excel gives it: "" for a blank. */
export type TypedRow = Readonly<Record<TypedColumn, unknown>>;
/** What stands in the counted cells. */
export type CountedRow = Readonly<Record<CountedColumn, string | number>>;

/** Something that is wrong with a model: where in the table, or in which of the cells above it, and what to do. */
export interface ModelProblem {
  /** Counted from 0; undefined when it is one of the cells above the table. */
  readonly row?: number;
  readonly column: TypedColumn | ModelField;
  readonly message: string;
}

/** The cells above the table. */
export type ModelField = 'Images' | 'Channels' | 'Height' | 'Width' | 'Loss';

/** What the cells above the table hold. */
export type ModelFields = Readonly<Record<ModelField, unknown>>;
