import { TYPED, type ModelFields, type TypedRow } from '../../../src/notebook/model/columns';

/** A row of the model table as a person types it: what is left out is blank. */
export function row(cells: Partial<Record<keyof TypedRow, unknown>>): TypedRow {
  return Object.fromEntries(TYPED.map((column) => [column, cells[column] ?? ''])) as unknown as TypedRow;
}

export function fields(change: Partial<Record<keyof ModelFields, unknown>> = {}): ModelFields {
  return {
    Images: 'digits',
    Channels: 1,
    Height: 28,
    Width: 28,
    Loss: 'softmax cross-entropy',
    ...change,
  };
}
