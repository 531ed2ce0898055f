import { lossKinds } from '../kinds/losses';
import type { NotebookSpec } from '../sheet/spec';
import { formula, joined, StaysValues, type Formula, type Reference } from './formula';

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
  if (lossKinds[network.loss].predicts === 'any labels') return labelsOf(words, probabilities, each);
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
