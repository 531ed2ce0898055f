import { whole } from '../../format';
import { inLanguage } from '../../language';

/** The section Check my gradient. */
export const gradientTexts = inLanguage({
  en: {
    about:
      'Move a weight a little up and down, and divide the change of the loss by the change of the weight: that is ' +
      'its gradient, without any calculus. Does the ∂ cell say the same?',
    checkSelected: 'Check selected weight',
    checkSelectedHint: 'Or several weights, or pixels of the input',
    checkRandom: 'Check 100 random weights',
    checkRandomHint: 'The same seed chooses the same weights',
    stop: 'Stop',
    howItIsDone:
      'The check tries the changes on a copy of the network; the notebook stays as it is. It chooses a step for each ' +
      'weight and combines differences over several steps, so that most gradients agree to nine digits or more.',

    result: 'Result of the check',
    aboutKinks:
      'On a kink (a ReLU at exactly 0, a tie in a max pool) the loss has one slope to the left and another to the ' +
      'right, so it has no derivative there, and nothing to compare. Backpropagation takes 0 as the slope of a ReLU ' +
      'at 0.',
    table: 'Checked gradients',
    columns: { analytic: 'Analytic ∂', numeric: 'Numeric', difference: 'Difference', relative: 'Relative' },
    select: (address: string) => `Select ${address} on the sheet`,
    /** The slopes to both sides of a kink. */
    sides: (left: string, right: string) => `left ${left}, right ${right}`,
    showAll: (count: number) => `Show all ${whole(count)}`,
  },
});
