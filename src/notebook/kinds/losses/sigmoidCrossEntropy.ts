import { functionOf } from '../../explain/activations';
import { minus, sentence, sum, type Part } from '../../explain/explanation';
import type { ExplainedLoss, LossExplainer } from '../../explain/explainedLoss';
import { shown } from '../../explain/numbers';
import { applied, MINUS_LOG } from '../../explain/scalarFunctions';
import { largestTerms, MOST_CLASSES } from '../../explain/terms';
import { formula } from '../../formulas/formula';
import { sigmoidOf } from '../activations/sigmoid';
import { crossEntropyGradient, crossEntropySlope } from './crossEntropy';
import type { LossFormulas, LossKind } from './lossKind';

/** A worksheet has no log1p: for losses far below 1, LN(1+…) has an error of up to 1.1E-16 per unit. */
const formulas: LossFormulas = {
  probability: ({ logit }) => sigmoidOf([logit]),
  // −t·log p − (1 − t)·log(1 − p), written so that no exponential overflows.
  loss({ logits: z, target: t, units }) {
    if (units === 1) return formula`MAX(0,${z})-${z}*${t}+LN(1+EXP(-ABS(${z})))`;
    return formula`SUMPRODUCT((${z}>0)*${z}-${z}*${t}+LN(1+EXP(-ABS(${z}))))`;
  },
  logitGradient: crossEntropySlope,
};

const explain: LossExplainer = {
  probability: (loss, unit) => [
    sentence('The sigmoid maps any number to one between 0 and 1: 0 becomes 0.5.'),
    applied(functionOf('sigmoid'), 'probability', loss.logit(unit)),
  ],

  loss(loss) {
    const { targets, probabilities } = loss;
    const { terms, rest } = largestTerms(
      loss.units,
      (unit) => unitLoss(loss, unit),
      (unit) => ({
        label: `${loss.wordFor(unit)}: t = ${shown(targets[unit])}, p = ${shown(probabilities[unit])}`,
        value: unitLoss(loss, unit),
      }),
      MOST_CLASSES,
    );
    return [
      sentence(
        '−t · ln p − (1 − t) · ln(1 − p) for each unit, t being its target and p its probability. The engine computes ' +
          'it from the logit z as ln(1 + e^z) − t · z, which is the same and cannot overflow.',
      ),
      ...(loss.units === 1 ? oneUnit(loss) : [sum('loss', terms, { rest })]),
    ];
  },

  logitGradient: crossEntropyGradient('sigmoid'),
};

/** Every unit is an independent yes/no. */
export const sigmoidCrossEntropy: LossKind = {
  words: ['sigmoid cross-entropy', 'binary cross-entropy', 'sigmoid'],
  entry: 'crossEntropy',
  makes: 'probability',
  predicts: 'any labels',
  sharesOut: false,
  formulas,
  explain,
};

/** With a target of exactly 1 or 0, only one of the two terms remains. */
function oneUnit(loss: ExplainedLoss): Part[] {
  const t = loss.targets[0];
  const value = unitLoss(loss, 0);
  const p = loss.probability(0, 'p');
  const not = sum('1 − p', [{ label: 'one', value: 1 }, minus(p)]);
  if (t === 1)
    return [
      sentence('The target is 1, so the loss is −ln p: small when p is near 1.'),
      applied(MINUS_LOG, 'loss', p, value),
    ];
  if (t === 0)
    return [
      sentence('The target is 0, so the loss is −ln(1 − p): small when p is near 0.'),
      not,
      applied(MINUS_LOG, 'loss', not.result, value),
    ];
  return [
    sentence(`The target is ${shown(t)}, so both terms count.`),
    sum('loss', [{ label: 'both terms', value }]),
  ];
}

/** The same formula as the engine, without overflow. */
function unitLoss({ logits, targets }: ExplainedLoss, unit: number): number {
  const [z, t] = [logits[unit], targets[unit]];
  return (z > 0 ? z * (1 - t) : -z * t) + Math.log1p(Math.exp(-Math.abs(z)));
}
