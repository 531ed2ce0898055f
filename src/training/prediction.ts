import type { Network } from '../engine/network';
import type { NetworkSpec } from '../engine/spec';
import type { NotebookSpec } from '../notebook/sheet/spec';

/** Is each unit a yes or no of its own, instead of a class of which one holds? */
export function answersEach({ loss }: NetworkSpec): boolean {
  return loss === 'sigmoidCrossEntropy';
}

/** What the network makes of one image of the batch, in words: "7", "not 7", "horizontal + rising", "none". */
export function predictionOf(spec: NotebookSpec, network: Network, item: number): string {
  const units = unitsOf(network);
  const probabilities = network.activations.get('probabilities')!.subarray(item * units, (item + 1) * units);
  if (!answersEach(spec.network)) return wordFor(spec, largestIn(probabilities, 0, units));
  const yes = [...probabilities.keys()].filter((unit) => probabilities[unit] > 0.5);
  if (yes.length) return yes.map((unit) => wordFor(spec, unit)).join(' + ');
  return units === 1 ? `not ${wordFor(spec, 0)}` : 'none';
}

/** How many images of the batch are told right: the class, or each of the labels. */
export function correctIn({ spec, batchSize, activations, target }: Network): number {
  const probabilities = activations.get('probabilities')!;
  const units = target.length / batchSize;
  let correct = 0;
  for (let item = 0; item < batchSize; item++)
    if (isRight(spec, probabilities, target, item * units, units)) correct += 1;
  return correct;
}

/** Is one image told right? Its probabilities, and its target, stand from `from` on. */
export function isRight(
  spec: NetworkSpec,
  probabilities: Float64Array,
  target: Float64Array,
  from: number,
  units: number,
): boolean {
  const to = from + units;
  if (answersEach(spec)) return agree(probabilities, target, from, to);
  return largestIn(probabilities, from, to) === largestIn(target, from, to);
}

/** The position, counted from `from`, of the first of the largest. */
export function largestIn(values: Float64Array, from: number, to: number): number {
  let largest = from;
  for (let i = from + 1; i < to; i++) if (values[i] > values[largest]) largest = i;
  return largest - from;
}

export function unitsOf({ target, batchSize }: Network): number {
  return target.length / batchSize;
}

function agree(probabilities: Float64Array, target: Float64Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (probabilities[i] > 0.5 !== target[i] > 0.5) return false;
  return true;
}

/** What each class is called: the one unit that answers yes or no makes two. */
export function wordsFor(spec: NotebookSpec): readonly string[] {
  return spec.classes.length === 1 ? [`not ${spec.classes[0]}`, spec.classes[0]] : spec.classes;
}

function wordFor({ classes }: NotebookSpec, unit: number): string {
  return classes[unit] ?? `unit ${unit + 1}`;
}
