import { quotient, sentence, sum, term, type Part, type Sum } from '../../explain/explanation';
import type { ExplainedLoss, LossExplainer } from '../../explain/explainedLoss';
import { shown } from '../../explain/numbers';
import { applied, MINUS_LOG } from '../../explain/scalarFunctions';
import { largestTerms, MOST_CLASSES } from '../../explain/terms';
import { formula } from '../../formulas/formula';
import { crossEntropyGradient, crossEntropySlope } from './crossEntropy';
import type { LossFormulas, LossKind } from './lossKind';

const formulas: LossFormulas = {
  probability: ({ logits: z, logit }) => formula`EXP(${logit}-MAX(${z}))/SUMPRODUCT(EXP(${z}-MAX(${z})))`,
  loss: ({ logits: z, target: t }) =>
    formula`SUMPRODUCT(${t}*(MAX(${z})-${z}))+SUM(${t})*LN(SUMPRODUCT(EXP(${z}-MAX(${z}))))`,
  logitGradient: crossEntropySlope,
};

const explain: LossExplainer = {
  probability(loss, unit) {
    const all = exponentials(loss);
    const own = { label: loss.named('exponential', unit), value: power(loss, unit) };
    return [
      sentence(
        'Softmax: e^ each logit, the largest subtracted first, which changes no quotient and lets nothing overflow; ' +
          'then divided by their sum, so that all probabilities add up to 1.',
      ),
      all,
      quotient('probability', own, all.result),
    ];
  },

  loss(loss) {
    const meant = [...loss.targets.keys()].filter((unit) => loss.targets[unit] !== 0);
    return [
      sentence('The sum of −t · ln p over the classes, t being the target and p the probability.'),
      ...lossParts(loss, meant),
    ];
  },

  logitGradient: crossEntropyGradient('softmax'),
};

/** The units are mutually exclusive classes. */
export const softmaxCrossEntropy: LossKind = {
  words: ['softmax cross-entropy', 'cross-entropy', 'softmax'],
  entry: 'crossEntropy',
  makes: 'probability',
  predicts: 'one class',
  sharesOut: true,
  formulas,
  explain,
};

/** @param meant the units whose target is not 0 */
function lossParts(loss: ExplainedLoss, meant: readonly number[]): Part[] {
  const { targets } = loss;
  if (meant.length === 1 && targets[meant[0]] === 1) {
    const [unit] = meant;
    return [
      sentence(
        `The target is one-hot, so only ${loss.wordFor(unit)} is left: −ln of its probability, small when that is near 1.`,
      ),
      applied(MINUS_LOG, 'loss', loss.probability(unit), minusLog(loss, unit)),
    ];
  }
  const { terms, rest } = largestTerms(
    meant.length,
    (place) => targets[meant[place]] * minusLog(loss, meant[place]),
    (place) =>
      term(`${loss.wordFor(meant[place])}: p = ${shown(loss.probabilities[meant[place]])}`, [
        loss.target(meant[place], 't'),
        { label: '−ln p', value: minusLog(loss, meant[place]) },
      ]),
    MOST_CLASSES,
  );
  return [sum('loss', terms, { rest })];
}

function exponentials(loss: ExplainedLoss): Sum {
  const largest = shown(Math.max(...loss.logits));
  const { terms, rest } = largestTerms(
    loss.units,
    (unit) => power(loss, unit),
    (unit) => ({
      label: `${loss.wordFor(unit)}: e^(${shown(loss.logits[unit])} − ${largest})`.replace('− −', '+ '),
      value: power(loss, unit),
    }),
    MOST_CLASSES,
  );
  return sum('sum of exponentials', terms, { rest });
}

function power({ logits }: ExplainedLoss, unit: number): number {
  return Math.exp(logits[unit] - Math.max(...logits));
}

/** −ln p like the engine, exact even far below 1: (m − z) + ln Σ e^(z − m), with m the largest logit. */
function minusLog({ logits }: ExplainedLoss, unit: number): number {
  const largest = Math.max(...logits);
  const winner = logits.indexOf(largest);
  const others = logits.reduce((total, z, i) => (i === winner ? total : total + Math.exp(z - largest)), 0);
  return largest - logits[unit] + Math.log1p(others);
}
