import type { NetworkSpec } from '../engine/spec';

/** What a notebook is, as plain data: a network and how its page looks. Everything else follows from it. */
export interface NotebookSpec {
  /** Name of the worksheet that holds the values. */
  readonly title: string;
  readonly network: NetworkSpec;
  /** The digit that the network learns to tell from the others. */
  readonly positive: number;
  /** Stands above the target: what does a target of 1 mean? */
  readonly question: string;
  /** First weights by parameter name; what is not named here starts as `initialise` says. */
  readonly initial?: Readonly<Record<string, Initial>>;
  /** Pools close their gaps instead of standing in the rows of their receptive fields. */
  readonly compact?: boolean;
  /** Places that a published sheet fixes and the general layout would choose differently. */
  readonly anchors?: Anchors;
}

/** The numbers themselves, or draws from a normal distribution with mean 0. */
export type Initial = readonly number[] | { readonly standardDeviation: number };

export interface Anchors {
  /** First column of a layer's maps, or of a dense layer's weights: { maxpool: 'CM' }. */
  readonly columns?: Readonly<Record<string, string>>;
  /** First cell of a filter's first matrix: { 'conv1.filter1': 'AD11' }; only its row counts. */
  readonly filters?: Readonly<Record<string, string>>;
}
