import { lossKinds } from '../kinds/losses';
import type { NotebookSpec } from '../sheet/spec';
import { formula, joined, StaysValues, type Formula, type Reference } from './formula';

/** Longest text in a formula. */
const LONGEST_TEXT = 255;

/** Most values that CHOOSE accepts. */
const MOST_CLASSES = 254;

/**
 * The network's answer in words: the class with the largest probability, or every label above ½.
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
  if (lossKinds[network.loss].predicts === 'any labels') return labelsOf(words, probabilities, each);
  if (each.length === 1) return words[0];
  if (each.length > MOST_CLASSES) throw new StaysValues(`it chooses from more than ${MOST_CLASSES} words`);
  return formula`CHOOSE(MATCH(MAX(${probabilities}),${probabilities},0),${joined(words, ',')})`;
}

function labelsOf(words: readonly Formula[], probabilities: Reference, each: readonly Reference[]): Formula {
  if (each.length === 1) return formula`IF(${each[0]}>0.5,${words[0]},"not "&${words[0]})`;
  const found = each.map((probability, unit) => formula`IF(${probability}>0.5," + "&${words[unit]},"")`);
  // Cuts off the first " + ".
  return formula`IF(MAX(${probabilities})>0.5,MID(${joined(found, '&')},4,9999),"none")`;
}

function quoted(word: string): Formula {
  return [`"${word.replaceAll('"', '""')}"`];
}
