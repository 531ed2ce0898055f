import type { ScheduleName } from '../../engine/schedules';
import type { NotebookSpec } from '../sheet/spec';
import { formula, joined, StaysValues, type Formula, type Reference } from './formula';

/** The cells that the learning rate of the next step depends on. */
export interface ScheduleCells {
  readonly rate: Reference;
  readonly factor: Reference;
  readonly every: Reference;
  readonly length: Reference;
  readonly step: Reference;
}

/** The worksheet twins of engine/schedules. */
export const RATE_NOW: Readonly<Record<ScheduleName, (cells: ScheduleCells) => Formula>> = {
  constant: ({ rate }) => [rate],
  step: ({ rate, factor, every, step }) => formula`${rate}*${factor}^INT(${step}/${every})`,
  exponential: ({ rate, factor, step }) => formula`${rate}*${factor}^${step}`,
  cosine: ({ rate, length, step }) => formula`${rate}/2*(1+COS(PI()*MIN(${step},${length})/${length}))`,
  'one-cycle': () => {
    throw new StaysValues(
      'the one-cycle schedule climbs and falls along half cosines, which the notebook works out',
    );
  },
};

/** A text in a formula may not be longer. */
const LONGEST_TEXT = 255;

/** CHOOSE takes so many. */
const MOST_CLASSES = 254;

/**
 * What the network makes of the image, in words: the class of the largest probability, or every label above one half.
 * @param probabilities all of them, and one by one
 */
export function predictedOf(
  { classes, network }: NotebookSpec,
  probabilities: Reference,
  each: readonly Reference[],
): Formula {
  if (classes.some((word) => word.length > LONGEST_TEXT))
    throw new StaysValues(`the name of a class is longer than ${LONGEST_TEXT} characters`);
  const words = each.map((_, unit) => quoted(classes[unit] ?? `unit ${unit + 1}`));
  if (network.loss === 'sigmoidCrossEntropy') return labelsOf(words, probabilities, each);
  if (each.length === 1) return words[0];
  if (each.length > MOST_CLASSES) throw new StaysValues(`it chooses from more than ${MOST_CLASSES} words`);
  return formula`CHOOSE(MATCH(MAX(${probabilities}),${probabilities},0),${joined(words, ',')})`;
}

function labelsOf(words: readonly Formula[], probabilities: Reference, each: readonly Reference[]): Formula {
  if (each.length === 1) return formula`IF(${each[0]}>0.5,${words[0]},"not "&${words[0]})`;
  const found = each.map((probability, unit) => formula`IF(${probability}>0.5," + "&${words[unit]},"")`);
  // Without the first " + ".
  return formula`IF(MAX(${probabilities})>0.5,MID(${joined(found, '&')},4,9999),"none")`;
}

function quoted(word: string): Formula {
  return [`"${word.replaceAll('"', '""')}"`];
}
