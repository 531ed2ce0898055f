import type { ExplainedLoss, LossExplainer } from '../../explain/explainedLoss';
import { minus, quotient, sentence, sum } from '../../explain/explanation';
import { applied, SQUARE } from '../../explain/scalarFunctions';
import { largestTerms } from '../../explain/terms';
import { formula } from '../../formulas/formula';
import type { LossFormulas, LossKind } from './lossKind';

const formulas: LossFormulas = {
  probability: ({ logit }) => [logit],
  loss: ({ logits, target, units }) => formula`SUMXMY2(${logits},${target})/${units}`,
  logitGradient: ({ logit, wanted, share, units }) => formula`2*(${logit}-${wanted})/${units}*${share}`,
};

const explain: LossExplainer = {
  probability: (loss, unit) => [
    sentence('With the squared error the outputs are taken as they are.'),
    sum('output', [loss.logit(unit)]),
  ],

  loss(loss) {
    const squareOf = (unit: number) => errorOf(loss, unit) ** 2;
    const { terms, rest } = largestTerms(loss.units, squareOf, (unit) => ({
      label: loss.named('square', unit),
      value: squareOf(unit),
    }));
    const error = sum('error', [loss.logit(0, 'output'), minus(loss.target(0, 'target'))]);
    const one = loss.units === 1 ? [error, applied(SQUARE, 'square', error.result)] : [];
    const total = sum('sum of squares', terms, { rest });
    return [
      sentence('The mean of (output − target)² over the units.'),
      ...one,
      total,
      quotient('loss', total.result, { label: 'units', value: loss.units }),
    ];
  },

  logitGradient(loss, unit) {
    const error = sum('output − target', [loss.logit(unit, 'output'), minus(loss.target(unit, 'target'))]);
    const twice = sum('twice the error', [error.result, error.result]);
    const divisor = { label: 'units · batch size', value: loss.units * loss.batch().value };
    return [
      sentence(
        'The slope of a square is twice the error. The loss is a mean over the units, and over the batch.',
      ),
      error,
      twice,
      quotient('∂ of this cell', twice.result, divisor),
    ];
  },
};

/** The units are quantities. */
export const squaredError: LossKind = {
  words: ['squared error', 'mse'],
  entry: 'squaredError',
  makes: 'output',
  predicts: 'one class',
  sharesOut: false,
  formulas,
  explain,
};

function errorOf({ logits, targets }: ExplainedLoss, unit: number): number {
  return logits[unit] - targets[unit];
}
