import type { NetworkSpec } from '../../engine/spec';
import type { Settings } from './settings';

/**
 * A notebook as plain data: a network, its images, and its page's appearance. Everything else follows from
 * it.
 */
export interface NotebookSpec {
  /** Name of the worksheet that holds the values. */
  readonly title: string;
  readonly network: NetworkSpec;
  readonly data: DataSpec;
  /** The class of each unit: "7", or "red disc". */
  readonly classes: readonly string[];
  /** The question above the target: what a target of 1 means. */
  readonly question: string;
  /** Initial weights by parameter name; the others use their default initialiser. */
  readonly initial?: Readonly<Record<string, Initial>>;
  /** Initial settings that differ from the defaults. */
  readonly settings?: Readonly<Partial<Settings>>;
  /** Maps close the gaps after pools, instead of standing in the rows of their receptive fields. */
  readonly compact?: boolean;
  /** Positions fixed by a published sheet, where the general layout would differ. */
  readonly anchors?: Anchors;
  /** Where the network stands on a sheet of the person's own, in whose formulas it was recognised. */
  readonly adopted?: Adopted;
}

/** A sheet that was not drawn by the add-in: it computes its maps and outputs by its own formulas. */
export interface Adopted {
  /** By name of a block, its cells. All other blocks stand right of everything on the sheet. */
  readonly cells: Readonly<Record<string, AdoptedCells>>;
  /** By unit: the cell of its output. */
  readonly outputs: readonly string[];
  /** By dropout layer: the mask that the sheet draws by RAND(). */
  readonly masks?: Readonly<Record<string, DrawnMask>>;
  /** The first free column, right of everything on the sheet: "EP". */
  readonly free: string;
}

/** A mask that a sheet draws itself, anew whenever it is calculated. */
export interface DrawnMask {
  /** What a number that is not dropped is multiplied by. */
  readonly kept: number;
  /** By channel, where it stands; without, it is drawn inside the formulas of the masked numbers. */
  readonly cells?: readonly (AdoptedCells & { readonly sheet: string })[];
}

export interface AdoptedCells {
  /** "DN4:EJ26". */
  readonly at: string;
  /** The values stand in every `jump`-th row and column of it. */
  readonly jump: number;
}

/** The source of the images: generated from the seed, or read from files and stored under an id. */
export type DataSpec = { readonly generator: string; readonly set?: undefined } | ImportedData;

/** The id of images for a notebook that has but the one on its sheet. */
export const SHEET_IMAGE = 'sheet';

/** Images that were read from files. */
export interface ImportedData {
  readonly set: string;
  readonly name: string;
  /** Whether the workbook contains them as well. */
  readonly inWorkbook?: boolean;
}

/** The numbers themselves, or an initialiser's name with its argument. */
export type Initial =
  | readonly number[]
  | { readonly standardDeviation: number }
  | { readonly initialiser: string; readonly argument?: number };

export interface Anchors {
  /** First column of a layer's maps, or of a dense layer's weights: { maxpool: 'CM' }. */
  readonly columns?: Readonly<Record<string, string>>;
  /** First cell of a filter's first matrix: { 'conv1.filter1': 'AD11' }; only its row counts. */
  readonly filters?: Readonly<Record<string, string>>;
}
