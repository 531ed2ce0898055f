import { minus, quotient, sentence, sum } from '../explanation';
import { applied } from '../scalarFunctions';
import { largestTerms } from '../terms';
import type { LossExplainer } from './loss';
import type { LossPage } from './page';

/** The units are quantities. */
export const squaredError: LossExplainer = {
  probability: (page, unit) => [
    sentence('With the squared error the outputs are taken as they are.'),
    sum('output', [page.logit(unit)]),
  ],

  loss(page) {
    const squareOf = (unit: number) => errorOf(page, unit) ** 2;
    const { terms, rest } = largestTerms(page.units, squareOf, (unit) => ({
      label: page.named('square', unit),
      value: squareOf(unit),
    }));
    const error = sum('error', [page.logit(0, 'output'), minus(page.target(0, 'target'))]);
    const one = page.units === 1 ? [error, applied('square', 'square', error.result)] : [];
    const total = sum('sum of squares', terms, { rest });
    return [
      sentence('The mean of (output − target)² over the units.'),
      ...one,
      total,
      quotient('loss', total.result, { label: 'units', value: page.units }),
    ];
  },

  logitGradient(page, unit) {
    const error = sum('output − target', [page.logit(unit, 'output'), minus(page.target(unit, 'target'))]);
    const twice = sum('twice the error', [error.result, error.result]);
    const divisor = { label: 'units · batch size', value: page.units * page.batch().value };
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

function errorOf({ logits, targets }: LossPage, unit: number): number {
  return logits[unit] - targets[unit];
}
