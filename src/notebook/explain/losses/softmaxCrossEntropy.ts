import { quotient, sentence, sum, term, type Part, type Sum } from '../explanation';
import { applied } from '../scalarFunctions';
import { shown } from '../numbers';
import { largestTerms, MOST_CLASSES } from '../terms';
import type { LossExplainer } from './loss';
import { crossEntropyGradient, type LossPage } from './page';

/** The units are classes of which one holds. */
export const softmaxCrossEntropy: LossExplainer = {
  probability(page, unit) {
    const all = exponentials(page);
    const own = { label: page.named('exponential', unit), value: power(page, unit) };
    return [
      sentence(
        'Softmax: e^ each logit, the largest subtracted first, which changes no quotient and lets nothing overflow; ' +
          'then divided by their sum, so that all probabilities come to 1.',
      ),
      all,
      quotient('probability', own, all.result),
    ];
  },

  loss(page) {
    const meant = [...page.targets.keys()].filter((unit) => page.targets[unit] !== 0);
    return [
      sentence('The sum of −t · ln p over the classes, t being the target and p the probability.'),
      ...lossParts(page, meant),
    ];
  },

  logitGradient: crossEntropyGradient,
};

/** @param meant the units whose target is not 0 */
function lossParts(page: LossPage, meant: readonly number[]): Part[] {
  const { targets } = page;
  if (meant.length === 1 && targets[meant[0]] === 1) {
    const [unit] = meant;
    return [
      sentence(
        `The target is one-hot, so only ${page.wordFor(unit)} is left: −ln of its probability, small when that is near 1.`,
      ),
      applied('minusLog', 'loss', page.probability(unit), minusLog(page, unit)),
    ];
  }
  const { terms, rest } = largestTerms(
    meant.length,
    (place) => targets[meant[place]] * minusLog(page, meant[place]),
    (place) =>
      term(`${page.wordFor(meant[place])}: p = ${shown(page.probabilities[meant[place]])}`, [
        page.target(meant[place], 't'),
        { label: '−ln p', value: minusLog(page, meant[place]) },
      ]),
    MOST_CLASSES,
  );
  return [sum('loss', terms, { rest })];
}

function exponentials(page: LossPage): Sum {
  const largest = shown(Math.max(...page.logits));
  const { terms, rest } = largestTerms(
    page.units,
    (unit) => power(page, unit),
    (unit) => ({
      label: `${page.wordFor(unit)}: e^(${shown(page.logits[unit])} − ${largest})`.replace('− −', '+ '),
      value: power(page, unit),
    }),
    MOST_CLASSES,
  );
  return sum('sum of exponentials', terms, { rest });
}

function power({ logits }: LossPage, unit: number): number {
  return Math.exp(logits[unit] - Math.max(...logits));
}

/** −ln p as the engine has it, which keeps what is far below 1: (m − z) + ln Σ e^(z − m), m the largest logit. */
function minusLog({ logits }: LossPage, unit: number): number {
  const largest = Math.max(...logits);
  const winner = logits.indexOf(largest);
  const others = logits.reduce((total, z, i) => (i === winner ? total : total + Math.exp(z - largest)), 0);
  return largest - logits[unit] + Math.log1p(others);
}
