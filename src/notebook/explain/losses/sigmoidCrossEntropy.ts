import { minus, sentence, sum, type Part } from '../explanation';
import { applied } from '../scalarFunctions';
import { shown } from '../numbers';
import { largestTerms, MOST_CLASSES } from '../terms';
import type { LossExplainer } from './loss';
import { crossEntropyGradient, type LossPage } from './page';

/** Every unit is a yes or no of its own. */
export const sigmoidCrossEntropy: LossExplainer = {
  probability: (page, unit) => [
    sentence('The sigmoid brings any number between 0 and 1: 0 becomes 0.5.'),
    applied('sigmoid', 'probability', page.logit(unit)),
  ],

  loss(page) {
    const { targets, probabilities } = page;
    const { terms, rest } = largestTerms(
      page.units,
      (unit) => unitLoss(page, unit),
      (unit) => ({
        label: `${page.wordFor(unit)}: t = ${shown(targets[unit])}, p = ${shown(probabilities[unit])}`,
        value: unitLoss(page, unit),
      }),
      MOST_CLASSES,
    );
    return [
      sentence(
        '−t · ln p − (1 − t) · ln(1 − p) for each unit, t being its target and p its probability. The engine computes ' +
          'it from the logit z as ln(1 + e^z) − t · z, which is the same and cannot overflow.',
      ),
      ...(page.units === 1 ? oneUnit(page) : [sum('loss', terms, { rest })]),
    ];
  },

  logitGradient: crossEntropyGradient,
};

/** Of a target of 1 or 0 only one of the two terms is left. */
function oneUnit(page: LossPage): Part[] {
  const t = page.targets[0];
  const value = unitLoss(page, 0);
  const p = page.probability(0, 'p');
  const not = sum('1 − p', [{ label: 'one', value: 1 }, minus(p)]);
  if (t === 1)
    return [
      sentence('The target is 1, so the loss is −ln p: small when p is near 1.'),
      applied('minusLog', 'loss', p, value),
    ];
  if (t === 0)
    return [
      sentence('The target is 0, so the loss is −ln(1 − p): small when p is near 0.'),
      not,
      applied('minusLog', 'loss', not.result, value),
    ];
  return [
    sentence(`The target is ${shown(t)}, so both terms count.`),
    sum('loss', [{ label: 'both terms', value }]),
  ];
}

/** As the engine has it, without overflow. */
function unitLoss({ logits, targets }: LossPage, unit: number): number {
  const [z, t] = [logits[unit], targets[unit]];
  return (z > 0 ? z * (1 - t) : -z * t) + Math.log1p(Math.exp(-Math.abs(z)));
}
