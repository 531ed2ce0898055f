import { geluCubic, geluScale } from '../../engine/activations/gelu';
import { leakySlope } from '../../engine/activations/leakyRelu';
import { activationWord } from '../model/words';
import { quotient, sentence, sum, type Grid, type Operand, type Part } from './explanation';
import { applied } from './scalarFunctions';
import type { LayerPage } from './layer';
import { largestTerms } from './terms';

/** What the activation of a layer makes of number `index` of what the layer has computed. */
export function activationParts(page: LayerPage, index: number, before: Operand): Part[] {
  const { activation } = page;
  if (activation === 'none') return [];
  if (activation === 'softmax') return softmaxParts(page, index);
  return [applied(activation, 'value', before)];
}

/** ∂L/∂ what the layer computes before its activation, of image `n`: the gradient of the value times the slope. */
export function innerGradient(page: LayerPage, index: number, n = 0): number {
  const gradients = page.gradients(n);
  switch (page.activation) {
    case 'none':
      return gradients[index];
    case 'softmax':
      return softmaxGradient(page, index, n);
    default:
      return slopeAt(page, index, n) === 0 ? 0 : gradients[index] * slopeAt(page, index, n);
  }
}

/** The same as a product that can be read: the ∂ cell, times the slope if there is one. */
export function innerFactors(page: LayerPage, index: number): Operand[] {
  if (page.activation === 'none') return [page.gradient(index)];
  if (page.activation === 'softmax')
    return [{ label: '∂ before the softmax', value: softmaxGradient(page, index, 0) }];
  return [page.gradient(index), { label: 'slope', value: slopeAt(page, index, 0) }];
}

/** The same for several numbers: a grid of ∂ cells, and one of the slopes there if there are any. */
export function innerGrids(page: LayerPage, indexes: readonly (readonly number[])[]): Grid[] {
  const grid = page.scene.grid(`∂ of ${page.spec.name}`, 'gradients', page.spec.name, indexes);
  if (page.activation === 'none') return [grid];
  const computed = (title: string, of: (index: number) => number): Grid => ({
    title,
    rows: indexes.map((row) => row.map((index) => ({ value: of(index) }))),
  });
  if (page.activation === 'softmax')
    return [computed('∂ before the softmax', (index) => softmaxGradient(page, index, 0))];
  return [grid, computed(slopeWord(page), (index) => slopeAt(page, index, 0))];
}

/** Softmax looks at all channels of a pixel: of some outputs, those that share a pixel with one of them. */
export function spread(page: LayerPage, outputs: Uint8Array): Uint8Array {
  if (page.activation !== 'softmax') return outputs;
  const { channels, height, width } = page.shape.output;
  const pixels = height * width;
  return outputs.map((_, index) => {
    for (let c = 0; c < channels; c++) if (outputs[c * pixels + (index % pixels)]) return 1;
    return 0;
  });
}

function softmaxParts(page: LayerPage, index: number): Part[] {
  const { channels, height, width } = page.shape.output;
  const pixels = height * width;
  const own = Math.floor(index / pixels);
  const befores = Array.from({ length: channels }, (_, c) => page.before(c * pixels + (index % pixels)));
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
        'then divided by their sum, so that they come to 1.',
    ),
    all,
    quotient('value', { label: `exponential of channel ${own + 1}`, value: power(own) }, all.result),
  ];
}

function softmaxGradient(page: LayerPage, index: number, n: number): number {
  const { channels, height, width } = page.shape.output;
  const pixels = height * width;
  const [values, gradients] = [page.outputs(n), page.gradients(n)];
  let mean = 0;
  for (let c = 0, i = index % pixels; c < channels; c++, i += pixels) mean += gradients[i] * values[i];
  return values[index] * (gradients[index] - mean);
}

/** After "its own gradient": what it is multiplied with on its way back through the activation. */
export function slopeWords(page: LayerPage): string {
  if (page.activation === 'none') return '';
  return page.activation === 'softmax'
    ? ', brought back through the softmax,'
    : ` times the ${slopeWord(page)} there`;
}

function slopeWord({ activation }: LayerPage): string {
  return `slope of ${activationWord(activation)}`;
}

/** da/dx where the layer's output is a. Of most activations it can be told from a. */
function slopeAt(page: LayerPage, index: number, n: number): number {
  const a = page.outputs(n)[index];
  switch (page.activation) {
    case 'relu':
      return a <= 0 ? 0 : 1;
    case 'leakyRelu':
      return a <= 0 ? leakySlope : 1;
    case 'sigmoid':
      return a * (1 - a);
    case 'tanh':
      return 1 - a * a;
    case 'gelu':
      return geluSlope(page.before(index, n));
    default:
      return 1;
  }
}

function geluSlope(x: number): number {
  const t = Math.tanh(geluScale * (x + geluCubic * x * x * x));
  const bend = 1 - t * t;
  const curved = bend === 0 ? 0 : 0.5 * x * bend * geluScale * (1 + 3 * geluCubic * x * x);
  return 0.5 * (1 + t) + curved;
}
