import type { NetworkSpec } from '../../engine/spec';
import type { Settings } from './settings';

/** What a notebook is, as plain data: a network, its images, and how its page looks. Everything else follows from it. */
export interface NotebookSpec {
  /** Name of the worksheet that holds the values. */
  readonly title: string;
  readonly network: NetworkSpec;
  readonly data: DataSpec;
  /** What the units of the network answer, one word each: "7", or "red disc". */
  readonly classes: readonly string[];
  /** Stands above the target: what does a target of 1 mean? */
  readonly question: string;
  /** First weights by parameter name; what is not named here starts as `initialise` says. */
  readonly initial?: Readonly<Record<string, Initial>>;
  /** First values of settings, where they differ from the usual ones. */
  readonly settings?: Readonly<Partial<Settings>>;
  /** Pools close their gaps instead of standing in the rows of their receptive fields. */
  readonly compact?: boolean;
  /** Places that a published sheet fixes and the general layout would choose differently. */
  readonly anchors?: Anchors;
}

/** Where the images come from: made by the notebook itself from a seed, or read from files and kept under an id. */
export type DataSpec = { readonly generator: string; readonly set?: undefined } | ImportedData;

/** Images that were read from files. */
export interface ImportedData {
  readonly set: string;
  readonly name: string;
  /** Whether the workbook holds them, too. */
  readonly inWorkbook?: boolean;
}

/** The numbers themselves, or how they are drawn: an initialiser's name as people type it, and what it is told. */
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
