import type { LayerSpec } from '../../../engine/spec';
import type { ModelProblem, TypedRow } from '../../../notebook/model/columns';
import { layerWord } from '../../../notebook/model/words';
import { toA1 } from '../../../notebook/sheet/address';
import type { ReadModel } from './modelTable';

/** A model table as the pane lists it. */
export interface ModelState {
  /** Id of its sheet. */
  readonly sheet: string;
  /** Name of its sheet. */
  readonly title: string;
  /** What is wrong above the table: the images, their size, the loss. */
  readonly above: readonly Verdict[];
  /** The rows with something in them, from top to bottom. */
  readonly rows: readonly ModelStateRow[];
}

export interface ModelStateRow {
  /** Its cells: "A11:P11". */
  readonly address: string;
  /** "conv1": as typed, or else the name that the layer gets; undefined for neither. */
  readonly name?: string;
  /** "convolution", or what was typed in its place. */
  readonly kind: string;
  /** "2 maps of 26×26", with how many parameters; undefined for a row at fault, and below one. */
  readonly counts?: { readonly shape: string; readonly parameters: number };
  /** What is wrong in this row. */
  readonly faults: readonly Verdict[];
  /** What has no effect here; '' if there is nothing. */
  readonly note: string;
}

/** What is wrong in a cell, and what to do. */
export interface Verdict {
  /** "D11" */
  readonly cell: string;
  readonly message: string;
}

export function modelState({ record, reading, parsed, counted }: ReadModel): ModelState {
  const { network, rows, problems } = parsed;
  const verdict = (problem: ModelProblem): Verdict => ({
    cell: reading.addressOf(problem),
    message: problem.message,
  });
  const among = (row: number | undefined) => problems.filter((each) => each.row === row).map(verdict);
  const rowAt = (typed: TypedRow, index: number): ModelStateRow | undefined => {
    const faults = among(index);
    if (isBlank(typed) && faults.length === 0) return undefined;
    const layer = network?.layers.find((_, at) => rows[at] === index);
    const row = counted[index];
    const shape = String(row['Output shape']);
    return {
      address: toA1(reading.rowAt(index)),
      name: String(typed.Name).trim() || layer?.name,
      kind: layer ? kindOf(layer) : String(typed.Layer).trim(),
      counts: shape === '' ? undefined : { shape, parameters: Number(row['Parameters, counted']) },
      faults,
      note: String(row.Note),
    };
  };
  return {
    sheet: record.sheet,
    title: reading.title,
    above: among(undefined),
    rows: reading.rows.map(rowAt).filter((row) => row !== undefined),
  };
}

function isBlank(row: TypedRow): boolean {
  return Object.values(row).every((cell) => cell === '');
}

function kindOf(layer: LayerSpec): string {
  return layerWord(layer.type, !('bias' in layer) || layer.bias);
}
