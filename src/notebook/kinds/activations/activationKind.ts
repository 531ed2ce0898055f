import type { ExplainedLayer } from '../../explain/explainedLayer';
import type { Part } from '../../explain/explanation';
import type { Formula } from '../../formulas/formula';
import type { CellGrid, Factor } from '../../formulas/grid';
import type { KindEntry } from '../../glossary/entry';

/** What each file of this folder exports: all that the notebook knows of one kind of activation. */
export type ActivationKind = NoActivation | PointwiseActivation | AcrossChannelsActivation;

interface AnyActivation {
  /** What people call it: the first word is what the model table offers, the others are understood as well. */
  readonly words: readonly [string, ...string[]];
}

interface LearnedAbout extends AnyActivation {
  /** Its entry of the glossary, under the activation's own name; what it does in a notebook is said by itself. */
  readonly entry: KindEntry;
}

/** 'none'. */
export interface NoActivation extends AnyActivation {
  readonly acts: 'not at all';
}

/** One that makes a number of each number by itself; the engine has the function and its slope. */
export interface PointwiseActivation extends LearnedAbout {
  readonly acts: 'number by number';
  /** The worksheet formula. */
  formula(x: Formula): Formula;
  readonly slope: SlopeFormula;
  /** With the number in its place: "max(0, 1.25)". */
  written(x: string): string;
  /** What it is called where the way it is written does not say so. */
  readonly writtenName: string | undefined;
  /** A gradient holds as long as this: "no ReLU switches on or off"; undefined where there is no corner. */
  readonly holdsWhile: string | undefined;
  /** What is to be said of a number that stands exactly at 0, where there is a corner and backpropagation takes a side. */
  readonly atZero: string | undefined;
}

/** The worksheet formula of da/dx. What it gives can be multiplied without brackets around it. */
export type SlopeFormula =
  | { readonly from: 'value'; of(a: Formula): Formula }
  /** It cannot be told from the value: the sum before it is written out. */
  | { readonly from: 'sum'; of(x: Formula, a: Formula): Formula }
  | { readonly from: 'no cell'; readonly reason: string };

/** One that looks at all channels of a pixel. */
export interface AcrossChannelsActivation extends LearnedAbout {
  readonly acts: 'across channels';
  /** @param sumOf what the layer computes of a channel at the pixel, before the activation */
  formula(channel: number, channels: readonly number[], sumOf: (channel: number) => Formula): Formula;
  /**
   * ∂L/∂x of numbers of a channel, x being what the layer computes before the activation.
   * @param at the cells of the same numbers of any channel
   */
  gradientFormula(
    channel: number,
    channels: readonly number[],
    at: (key: 'values' | 'gradients', channel: number) => CellGrid,
  ): Factor;
  /** How number `index` of the layer's output comes about. */
  parts(layer: ExplainedLayer, index: number): Part[];
  /** ∂L/∂x of number `index`, of image `n`. */
  gradient(layer: ExplainedLayer, index: number, n: number): number;
  /** What that is called: "∂ before the softmax". */
  readonly gradientName: string;
  /** After "its own gradient": ", brought back through the softmax,". */
  readonly broughtBack: string;
}
