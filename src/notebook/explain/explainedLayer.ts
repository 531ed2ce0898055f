import { activationOf } from '../../engine/layers';
import type { LayerShape } from '../../engine/shapes';
import type { Activation, LayerSpec } from '../../engine/spec';
import type { Operand, Part, Term } from './explanation';
import type { Scene } from './scene';

/** How one kind of layer is explained. */
export interface LayerExplainer<Spec extends LayerSpec> {
  /** How output number `index` is computed, before the activation; the last part's result is that number. */
  output(layer: ExplainedLayer<Spec>, index: number): Part[];
  /** The number that `output` explains, for image `n`. */
  compute(layer: ExplainedLayer<Spec>, index: number, n: number): number;
  /** ∂L/∂ input number `index`, as a sum over the outputs it influences. */
  inputGradient(layer: ExplainedLayer<Spec>, index: number): Part[];
  /** ∂L/∂ number `index` of a parameter, such as 'filters'; undefined where nothing is learned. */
  readonly parameterGradient:
    ((layer: ExplainedLayer<Spec>, word: string, index: number) => Collected) | undefined;
  /** The inputs that some outputs are computed from. Masks: 1 for each number meant. */
  reads(layer: ExplainedLayer<Spec>, outputs: Uint8Array): Uint8Array;
  /** The outputs that some inputs influence. Masks, as in `reads`. */
  reaches(layer: ExplainedLayer<Spec>, inputs: Uint8Array): Uint8Array;
  /**
   * Which inputs and outputs number `index` of one of the layer's own tensors, such as 'filters', is used
   * with.
   */
  own(layer: ExplainedLayer<Spec>, word: string, index: number): Own;
  /** Which of the layer's own numbers output number `index` is computed with: ranges of indexes by tensor. */
  ownOf(layer: ExplainedLayer<Spec>, index: number): OwnRange[];
  /**
   * How number `index` of the layer's state, statistics or mask is computed; undefined for layers without
   * any.
   */
  readonly ownParts: ((layer: ExplainedLayer<Spec>, word: string, index: number) => Part[]) | undefined;
  /** What number `index` of a parameter is used for, where there is something to say. */
  purpose(layer: ExplainedLayer<Spec>, word: string, index: number): Part[];
  /** What its weights do with number `index` of a flattened input; undefined where no weight is for one number alone. */
  readonly flattenedUse: ((layer: ExplainedLayer<Spec>, index: number) => FlattenedUse) | undefined;
  /**
   * The condition under which a gradient stays valid: "no other cell wins its pool"; undefined if there are
   * no kinks.
   */
  readonly holdsWhile: string | undefined;
  /** Whether it only reorders its input into one vector. */
  readonly flattens: boolean;
}

/** What happens to a number of a flattened vector, in words, and a mask of the weights that multiply it. */
export interface FlattenedUse {
  readonly parts: Part[];
  readonly word: string;
  readonly weights: Uint8Array;
}

/** A sum over all positions at which a weight is used. */
export interface Collected {
  readonly count: number;
  value(place: number, n: number): number;
  /** The term of one position, for the image on the page. */
  term(place: number): Term;
}

/**
 * Masks of the inputs that one of the layer's own numbers multiplies, and of the outputs it contributes to.
 */
export interface Own {
  readonly meets?: Uint8Array;
  readonly makes: Uint8Array;
}

export interface OwnRange {
  readonly word: string;
  readonly from: number;
  readonly count: number;
}

/** A layer with the numbers it has during an explanation. Indexes are the engine's. */
export class ExplainedLayer<Spec extends LayerSpec = LayerSpec> {
  readonly activation: Activation;
  /** Kept, since explanations ask for them again and again. */
  private readonly cached: Record<string, Float64Array[]> = { inputs: [], outputs: [], gradients: [] };

  constructor(
    readonly scene: Scene,
    readonly spec: Spec,
    readonly shape: LayerShape,
    /** The tensor that the layer reads: the name of the layer before it, or 'input'. */
    readonly inputTensor: string,
    /** Whether it reads maps that were flattened. */
    readonly readsFlattened: boolean,
    /** The number at `index` before the activation, for image `n`, as the layer's kind computes it. */
    private readonly compute: (index: number, n: number) => number,
  ) {
    this.activation = activationOf(spec);
  }

  get batchSize(): number {
    return this.scene.network.batchSize;
  }

  get isTraining(): boolean {
    return this.scene.network.training;
  }

  inputs(n = 0): Float64Array {
    return (this.cached.inputs[n] ??= this.scene.numbersOf('values', this.inputTensor, n));
  }

  outputs(n = 0): Float64Array {
    return (this.cached.outputs[n] ??= this.scene.numbersOf('values', this.spec.name, n));
  }

  /** ∂L/∂ the outputs after the activation, as in the ∂ cells. */
  gradients(n = 0): Float64Array {
    return (this.cached.gradients[n] ??= this.scene.numbersOf('gradients', this.spec.name, n));
  }

  /** One of the layer's own tensors, such as 'filters' or 'mask'. */
  own(word: string, n = 0): Float64Array {
    return (this.cached[`${word} ${n}`] ??= [this.scene.numbersOf('values', this.tensor(word), n)])[0];
  }

  tensor(word: string): string {
    return `${this.spec.name}.${word}`;
  }

  input(index: number, label?: string): Operand {
    return this.scene.operand('values', this.inputTensor, index, label);
  }

  ownNumber(word: string, index: number, label?: string): Operand {
    return this.scene.operand('values', this.tensor(word), index, label);
  }

  gradient(index: number, label = '∂ of it'): Operand {
    return this.scene.operand('gradients', this.spec.name, index, label);
  }

  /** The number at `index` before the activation, for image `n`. */
  before(index: number, n = 0): number {
    return this.compute(index, n);
  }

  noInputs(): Uint8Array {
    return new Uint8Array(this.inputs().length);
  }

  noOutputs(): Uint8Array {
    return new Uint8Array(this.outputs().length);
  }
}
