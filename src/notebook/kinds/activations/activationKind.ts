import type { ExplainedLayer } from '../../explain/explainedLayer';
import type { Part } from '../../explain/explanation';
import type { Formula } from '../../formulas/formula';
import type { CellGrid, Factor } from '../../formulas/grid';
import type { KindEntry } from '../../glossary/entry';

/**
 * One kind of activation, with everything the notebook knows about it: what each file of this folder exports.
 */
export type ActivationKind = NoActivation | PointwiseActivation | AcrossChannelsActivation;

interface AnyActivation {
  /** Whether none of its values is below 0, so that they are coloured from 0 on. */
  readonly isNeverNegative: boolean;
  /** Its names: the model table offers the first and understands the others. */
  readonly words: readonly [string, ...string[]];
}

interface LearnedAbout extends AnyActivation {
  /** Its glossary entry, under the activation's own name; its use in a notebook is added automatically. */
  readonly entry: KindEntry;
}

/** The kind 'none'. */
export interface NoActivation extends AnyActivation {
  readonly acts: 'not at all';
}

/** An element-wise activation; the engine has the function and its derivative. */
export interface PointwiseActivation extends LearnedAbout {
  readonly acts: 'number by number';
  /** The worksheet formula. */
  formula(x: Formula): Formula;
  readonly slope: SlopeFormula;
  /** Written out with its argument: "max(0, 1.25)". */
  written(x: string): string;
  /** Its name, where the notation does not show it. */
  readonly writtenName: string | undefined;
  /**
   * The condition under which a gradient stays valid: "no ReLU switches on or off"; undefined without a kink.
   */
  readonly holdsWhile: string | undefined;
  /** What to say about an input of exactly 0, if there is a kink and backpropagation chooses a side. */
  readonly atZero: string | undefined;
}

/** The worksheet formula of da/dx; can be multiplied without brackets. */
export type SlopeFormula =
  | { readonly from: 'value'; of(a: Formula): Formula }
  /** The derivative does not follow from the value, so the sum before the activation is written out. */
  | { readonly from: 'sum'; of(x: Formula, a: Formula): Formula }
  | { readonly from: 'no cell'; readonly reason: string };

/** An activation that combines all channels of a pixel. */
export interface AcrossChannelsActivation extends LearnedAbout {
  readonly acts: 'across channels';
  /** @param sumOf the formula of a channel at the pixel, before the activation */
  formula(channel: number, channels: readonly number[], sumOf: (channel: number) => Formula): Formula;
  /**
   * ∂L/∂x for numbers of a channel, x being the layer's sums before the activation.
   * @param at the cells of the same numbers of any channel
   */
  gradientFormula(
    channel: number,
    channels: readonly number[],
    at: (key: 'values' | 'gradients', channel: number) => CellGrid,
  ): Factor;
  /** How output number `index` of the layer is computed. */
  parts(layer: ExplainedLayer, index: number): Part[];
  /** ∂L/∂x at `index` of image `n`. */
  gradient(layer: ExplainedLayer, index: number, n: number): number;
  /** Name of ∂L/∂x: "∂ before the softmax". */
  readonly gradientName: string;
  /** Words after "its own gradient": ", brought back through the softmax,". */
  readonly broughtBack: string;
}
