import type { Kernels } from '../engine/kernels';
import { compile, type Network } from '../engine/network';
import type { NetworkSpec } from '../engine/spec';
import type { ImageSource } from '../data/imageSet';
import { isCorrect, indexOfLargest, unitsOf } from './prediction';
import { putInto } from './trainerState';

/** Batch size of an evaluation: larger batches take more memory and are not faster. */
const BATCH = 16;
/** Images evaluated between two calls of `breathe`. */
const YIELD_EVERY = 3 * BATCH;

/** How the network answers one image. */
export interface EvaluatedImage {
  readonly index: number;
  readonly loss: number;
  /** `[units]`, as is `target`. */
  readonly probabilities: Float64Array;
  readonly target: Float64Array;
  readonly correct: boolean;
}

export interface Evaluation {
  readonly count: number;
  /** Mean loss of the images. */
  readonly loss: number;
  /** Share of correct images, 0 … 1. */
  readonly accuracy: number;
  readonly images: readonly EvaluatedImage[];
}

/**
 * Evaluates images with the parameters of a network of the same spec, in evaluate mode: dropout does nothing,
 * batch norm uses its running statistics.
 */
export class Evaluator {
  /** Compiled when first needed and kept, since a run evaluates after each epoch. */
  private network?: Network;

  constructor(
    private readonly spec: NetworkSpec,
    private readonly kernels?: Kernels,
  ) {}

  /**
   * @param breathe is awaited every few batches, so that other events can run; if it throws, the evaluation
   *   ends
   */
  async evaluate(
    trained: Network,
    source: ImageSource,
    indexes: ArrayLike<number>,
    breathe: (done: number) => Promise<void>,
  ): Promise<Evaluation> {
    const network = this.withParametersOf(trained);
    const images: EvaluatedImage[] = [];
    for (let from = 0; from < indexes.length; from += BATCH) {
      const some = Array.from(
        { length: Math.min(BATCH, indexes.length - from) },
        (_, i) => indexes[from + i],
      );
      images.push(...evaluateBatch(network, source, some));
      if (images.length % YIELD_EVERY === 0 || images.length === indexes.length) await breathe(images.length);
    }
    const share = (sum: (image: EvaluatedImage) => number) =>
      images.reduce((total, image) => total + sum(image), 0) / images.length;
    return {
      count: images.length,
      loss: share(({ loss }) => loss),
      accuracy: share(({ correct }) => Number(correct)),
      images,
    };
  }

  private withParametersOf({ parameters, state }: Network): Network {
    this.network ??= compile(this.spec, BATCH, undefined, this.kernels);
    this.network.training = false;
    putInto(this.network.parameters, parameters);
    putInto(this.network.state, state);
    return this.network;
  }
}

/**
 * The confusion matrix: counts `[true class][predicted class]`. Only for mutually exclusive classes, or a
 * single yes/no unit.
 */
export function confusionOf(images: readonly EvaluatedImage[], classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const { target, probabilities } of images) counts[classOf(target)][classOf(probabilities)] += 1;
  return counts;
}

/** Index of the class; a single yes/no unit has the two classes no (0) and yes (1). */
export function classOf(values: Float64Array): number {
  return values.length === 1 ? Number(values[0] > 0.5) : indexOfLargest(values, 0, values.length);
}

/** Evaluates at most a batch of images; if there are fewer, the remaining places keep whatever they held. */
function evaluateBatch(network: Network, source: ImageSource, indexes: readonly number[]): EvaluatedImage[] {
  const pixels = network.input.length / network.batchSize;
  const units = unitsOf(network);
  indexes.forEach((index, item) => {
    source.image(index, network.input, item * pixels);
    source.target(index, network.target, item * units);
  });
  network.forward();
  return indexes.map((index, item) => evaluated(network, index, item));
}

function evaluated(network: Network, index: number, item: number): EvaluatedImage {
  const units = unitsOf(network);
  const own = (values: Float64Array) => values.slice(item * units, (item + 1) * units);
  const [probabilities, target] = [own(network.activations.get('probabilities')!), own(network.target)];
  return {
    index,
    loss: network.losses[item],
    probabilities,
    target,
    correct: isCorrect(network.spec, probabilities, target, 0, units),
  };
}
