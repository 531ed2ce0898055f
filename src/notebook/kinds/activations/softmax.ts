import type { ExplainedLayer } from '../../explain/explainedLayer';
import { quotient, sentence, sum } from '../../explain/explanation';
import { largestTerms } from '../../explain/terms';
import { formula, joined, LARGEST_POWER, type Formula } from '../../formulas/formula';
import { entry } from '../../glossary/entry';
import type { AcrossChannelsActivation } from './activationKind';

/** e^x of each channel, divided by the sum of all of them. */
export const softmax = {
  acts: 'across channels',
  words: ['softmax'],
  isNeverNegative: true,

  // Divides numerator and denominator of e^x / Σ e^x_k by e^x, so that nothing overflows.
  formula(channel, channels, sumOf) {
    const powers = channels.map((other) =>
      other === channel
        ? formula`1`
        : formula`EXP(MIN(${LARGEST_POWER},${sumOf(other)}-(${sumOf(channel)})))`,
    );
    return formula`1/(${joined(powers, '+')})`;
  },

  /** a·(g − Σ g·a over the channels). */
  gradientFormula: (channel, channels, at) => ({
    grids: [
      at('values', channel),
      at('gradients', channel),
      ...channels.flatMap((each) => [at('gradients', each), at('values', each)]),
    ],
    text: ([a, g, ...pairs]) => formula`${a}*(${g}-(${joined(productsOf(pairs), '+')}))`,
  }),

  parts(layer, index) {
    const { pixels, pixel, channels } = pixelOf(layer, index);
    const own = Math.floor(index / pixels);
    const befores = Array.from({ length: channels }, (_, c) => layer.before(c * pixels + pixel));
    const largest = Math.max(...befores);
    const power = (c: number) => Math.exp(befores[c] - largest);
    const { terms, rest } = largestTerms(channels, power, (c) => ({
      label: `channel ${c + 1}`,
      value: power(c),
    }));
    const all = sum('sum of exponentials', terms, { rest });
    return [
      sentence(
        'Softmax over the channels of this pixel: e^ each, the largest subtracted first, so that nothing overflows; ' +
          'then divided by their sum, so that they add up to 1.',
      ),
      all,
      quotient('value', { label: `exponential of channel ${own + 1}`, value: power(own) }, all.result),
    ];
  },

  gradient(layer, index, n) {
    const { pixels, pixel, channels } = pixelOf(layer, index);
    const [values, gradients] = [layer.outputs(n), layer.gradients(n)];
    let mean = 0;
    for (let c = 0, i = pixel; c < channels; c++, i += pixels) mean += gradients[i] * values[i];
    return values[index] * (gradients[index] - mean);
  },

  gradientName: '∂ before the softmax',
  broughtBack: ', brought back through the softmax,',

  entry: entry({
    term: 'Softmax',
    question: 'What is softmax?',
    asked: ['Softmax or sigmoid?'],
    text:
      'Softmax turns logits into probabilities: e^logit of each class, divided by the sum of e^logit ' +
      'over all classes, so ' +
      'that they add up to 1. Use it where exactly one class is right: if one probability rises, the ' +
      'others together fall. Where ' +
      'several labels or none may be right, use a sigmoid for each.',
    see: ['sigmoid', 'logits', 'crossEntropy', 'oneHot'],
  }),
} satisfies AcrossChannelsActivation;

function pixelOf({ shape: { output } }: ExplainedLayer, index: number) {
  const pixels = output.height * output.width;
  return { pixels, pixel: index % pixels, channels: output.channels };
}

function productsOf(pairs: readonly Formula[]): Formula[] {
  const products: Formula[] = [];
  for (let i = 0; i < pairs.length; i += 2) products.push(formula`${pairs[i]}*${pairs[i + 1]}`);
  return products;
}
