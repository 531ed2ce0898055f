import type { Kernels } from '../engine/kernels';
import { compile, type Network } from '../engine/network';
import type { NetworkSpec } from '../engine/spec';
import type { ImageSource } from '../data/imageSet';
import { isRight, largestIn, unitsOf } from './prediction';
import { putInto } from './trainerState';

/** Images that are looked at together: few, for a batch takes memory, and many save no time. */
const BATCH = 16;
/** So many images are evaluated from one breath to the next. */
const BREATH = 3 * BATCH;

/** One image as the network sees it. */
export interface EvaluatedImage {
  readonly index: number;
  readonly loss: number;
  /** Of each unit. */
  readonly probabilities: Float64Array;
  readonly target: Float64Array;
  readonly correct: boolean;
}

export interface Evaluation {
  readonly count: number;
  /** Mean over the images. */
  readonly loss: number;
  /** Share of the images that are told right. */
  readonly accuracy: number;
  readonly images: readonly EvaluatedImage[];
}

/**
 * Evaluates images with what a network of the same spec has learned, in evaluate mode: dropout lets everything through,
 * batch norm takes its running statistics.
 */
export class Evaluator {
  /** Compiled when it is needed first, and kept: a run evaluates after each epoch. */
  private network?: Network;

  constructor(
    private readonly spec: NetworkSpec,
    private readonly kernels?: Kernels,
  ) {}

  /** @param breathe is awaited now and then, so that others get to run; what it throws ends the evaluation */
  async evaluate(
    trained: Network,
    source: ImageSource,
    indexes: ArrayLike<number>,
    breathe: (done: number) => Promise<void>,
  ): Promise<Evaluation> {
    const network = this.learned(trained);
    const images: EvaluatedImage[] = [];
    for (let from = 0; from < indexes.length; from += BATCH) {
      const some = Array.from(
        { length: Math.min(BATCH, indexes.length - from) },
        (_, i) => indexes[from + i],
      );
      images.push(...evaluateBatch(network, source, some));
      if (images.length % BREATH === 0 || images.length === indexes.length) await breathe(images.length);
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

  private learned({ parameters, state }: Network): Network {
    this.network ??= compile(this.spec, BATCH, undefined, this.kernels);
    this.network.training = false;
    putInto(this.network.parameters, parameters);
    putInto(this.network.state, state);
    return this.network;
  }
}

/** How many times a class is told from another: `[true class][predicted class]`. Only where one class holds. */
export function confusionOf(images: readonly EvaluatedImage[], classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const { target, probabilities } of images) counts[classOf(target)][classOf(probabilities)] += 1;
  return counts;
}

/** The class that holds: the one unit that answers yes or no makes two classes, no and yes. */
export function classOf(values: Float64Array): number {
  return values.length === 1 ? Number(values[0] > 0.5) : largestIn(values, 0, values.length);
}

/** At most as many as the network's batch has places; what stands in the places beyond them does not matter. */
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
    correct: isRight(network.spec, probabilities, target, 0, units),
  };
}
