import type { Network } from '../engine/network';
import type { NetworkSpec } from '../engine/spec';
import type { NotebookSpec } from '../notebook/sheet/spec';

/** Whether each unit is an independent yes/no, rather than one of several exclusive classes. */
export function isMultiLabel({ loss }: NetworkSpec): boolean {
  return loss === 'sigmoidCrossEntropy';
}

/** The network's answer for one image of the batch, in words: "7", "not 7", "horizontal + rising", "none". */
export function predictionOf(spec: NotebookSpec, network: Network, item: number): string {
  const units = unitsOf(network);
  const probabilities = network.activations.get('probabilities')!.subarray(item * units, (item + 1) * units);
  if (!isMultiLabel(spec.network)) return unitName(spec, indexOfLargest(probabilities, 0, units));
  const yes = [...probabilities.keys()].filter((unit) => probabilities[unit] > 0.5);
  if (yes.length) return yes.map((unit) => unitName(spec, unit)).join(' + ');
  return units === 1 ? `not ${unitName(spec, 0)}` : 'none';
}

/** How many images of the batch are correct: their class, or every one of their labels. */
export function correctIn({ spec, batchSize, activations, target }: Network): number {
  const probabilities = activations.get('probabilities')!;
  const units = target.length / batchSize;
  let correct = 0;
  for (let item = 0; item < batchSize; item++)
    if (isCorrect(spec, probabilities, target, item * units, units)) correct += 1;
  return correct;
}

/** Whether one image is correct; its probabilities and its target begin at index `from`. */
export function isCorrect(
  spec: NetworkSpec,
  probabilities: Float64Array,
  target: Float64Array,
  from: number,
  units: number,
): boolean {
  const to = from + units;
  if (isMultiLabel(spec)) return allLabelsAgree(probabilities, target, from, to);
  return indexOfLargest(probabilities, from, to) === indexOfLargest(target, from, to);
}

/** The index, relative to `from`, of the first maximum. */
export function indexOfLargest(values: Float64Array, from: number, to: number): number {
  let largest = from;
  for (let i = from + 1; i < to; i++) if (values[i] > values[largest]) largest = i;
  return largest - from;
}

export function unitsOf({ target, batchSize }: Network): number {
  return target.length / batchSize;
}

function allLabelsAgree(
  probabilities: Float64Array,
  target: Float64Array,
  from: number,
  to: number,
): boolean {
  for (let i = from; i < to; i++) if (probabilities[i] > 0.5 !== target[i] > 0.5) return false;
  return true;
}

/** The name of each class; a single yes/no unit has two, such as "not 7" and "7". */
export function classNames(spec: NotebookSpec): readonly string[] {
  return spec.classes.length === 1 ? [`not ${spec.classes[0]}`, spec.classes[0]] : spec.classes;
}

function unitName({ classes }: NotebookSpec, unit: number): string {
  return classes[unit] ?? `unit ${unit + 1}`;
}
