import { activationOf } from '../../engine/layers';
import type { LayerShape } from '../../engine/shapes';
import type { Activation, LayerSpec } from '../../engine/spec';
import type { Operand, Part, Term } from './explanation';
import type { Scene } from './scene';

/** How one kind of layer is explained. */
export interface LayerExplainer<Spec extends LayerSpec> {
  /** How number `index` of the output comes about, before the activation; the last of the parts comes to it. */
  output(layer: ExplainedLayer<Spec>, index: number): Part[];
  /** The same number, of image `n`, without words. */
  compute(layer: ExplainedLayer<Spec>, index: number, n: number): number;
  /** ∂L/∂ number `index` of the input, collected from what that number influences. */
  inputGradient(layer: ExplainedLayer<Spec>, index: number): Part[];
  /** ∂L/∂ number `index` of a parameter, such as 'filters'; undefined where nothing is learned. */
  readonly parameterGradient:
    ((layer: ExplainedLayer<Spec>, word: string, index: number) => Collected) | undefined;
  /** Which numbers of the input some numbers of the output read; of masks, 1 for each number that is meant. */
  reads(layer: ExplainedLayer<Spec>, outputs: Uint8Array): Uint8Array;
  /** Which numbers of the output some numbers of the input reach. */
  reaches(layer: ExplainedLayer<Spec>, inputs: Uint8Array): Uint8Array;
  /** What number `index` of one of the layer's own tensors, such as 'filters', has to do with input and output. */
  own(layer: ExplainedLayer<Spec>, word: string, index: number): Own;
  /** Which of the layer's own numbers make number `index` of the output: by word, from one index to another. */
  ownOf(layer: ExplainedLayer<Spec>, index: number): OwnRange[];
  /** How number `index` of the layer's state, or of what it measures or draws, comes about; undefined where it has none. */
  readonly ownParts: ((layer: ExplainedLayer<Spec>, word: string, index: number) => Part[]) | undefined;
  /** What number `index` of a parameter is used for, where there is something to say. */
  purpose(layer: ExplainedLayer<Spec>, word: string, index: number): Part[];
  /** What its weights do with number `index` of a flattened input; undefined where no weight is for one number alone. */
  readonly flattenedUse: ((layer: ExplainedLayer<Spec>, index: number) => FlattenedUse) | undefined;
  /** A gradient holds as long as this: "no other cell wins its pool"; undefined where there is no corner. */
  readonly holdsWhile: string | undefined;
  /** Does it only write its input in one row, number by number? */
  readonly flattens: boolean;
}

/** Words about what becomes of a flattened number, and the weights that multiply it: by word, and a mask of them. */
export interface FlattenedUse {
  readonly parts: Part[];
  readonly word: string;
  readonly weights: Uint8Array;
}

/** A sum over all places where a weight is used: what each adds, in image `n` of the batch. */
export interface Collected {
  readonly count: number;
  value(place: number, n: number): number;
  /** Of the image on the page. */
  term(place: number): Term;
}

/** Masks: the numbers of the input that one of the layer's own numbers meets, and those of the output that it makes. */
export interface Own {
  readonly meets?: Uint8Array;
  readonly makes: Uint8Array;
}

export interface OwnRange {
  readonly word: string;
  readonly from: number;
  readonly count: number;
}

/** A layer at the moment of an explanation. Numbers are counted as the engine counts them. */
export class ExplainedLayer<Spec extends LayerSpec = LayerSpec> {
  readonly activation: Activation;
  /** Asked for again and again. */
  private readonly cached: Record<string, Float64Array[]> = { inputs: [], outputs: [], gradients: [] };

  constructor(
    readonly scene: Scene,
    readonly spec: Spec,
    readonly shape: LayerShape,
    /** The tensor that the layer reads: the layer before it, or 'input'. */
    readonly inputTensor: string,
    /** Does it read maps that were flattened? */
    readonly readsFlattened: boolean,
    /** As the layer's kind has it: number `index` before the activation, of image `n`. */
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

  /** ∂L/∂ the outputs, after the activation: what the ∂ cells hold. */
  gradients(n = 0): Float64Array {
    return (this.cached.gradients[n] ??= this.scene.numbersOf('gradients', this.spec.name, n));
  }

  /** The layer's own numbers, such as its 'filters' or its 'mask'. */
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

  /** What the layer computes before its activation, of image `n`. */
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
