import type { DepthwiseConv2dSpec } from '../../../engine/spec';
import { sentence, sum } from '../explanation';
import {
  collectedByBias,
  collectedByTap,
  gradientProducts,
  mapNumber,
  multiplied,
  ownBias,
  ownTap,
  patchProducts,
  type Matrix,
} from '../correlation';
import type { LayerExplainer, LayerPage } from '../layer';
import { mapByMap, seeing, seenBy, windowsOf } from '../windows';

type Page = LayerPage<DepthwiseConv2dSpec>;

/** Filters `[channels, 1, kernelHeight, kernelWidth]`: each reads one channel and makes one map. */
export const depthwiseConv2d: LayerExplainer<DepthwiseConv2dSpec> = {
  output(page, index) {
    const [channel, at] = mapNumber(page, index);
    const products = patchProducts(page, matrixOf(page, channel), at, `Channel ${channel + 1}`);
    return [
      products,
      sentence(
        'A depthwise filter reads one channel alone, so nothing is summed over channels; its bias is added.',
      ),
      sum('sum', [products.result, page.ownNumber('bias', channel, 'bias')]),
    ];
  },

  compute(page, index, n) {
    const [channel, at] = mapNumber(page, index);
    return page.own('bias')[channel] + multiplied(page, matrixOf(page, channel), at, n);
  },

  inputGradient(page, index) {
    const { height, width } = page.shape.input;
    const channel = Math.floor(index / (height * width));
    return gradientProducts(page, index % (height * width), [matrixOf(page, channel)]);
  },

  parameterGradient(page, word, index) {
    return word === 'bias' ? collectedByBias(page, index) : collectedByTap(page, ...tapAt(page, index));
  },

  reads(page, outputs) {
    return mapByMap(page.shape.output, outputs, page.noInputs(), (map) => seenBy(windowsOf(page), map));
  },

  reaches(page, inputs) {
    return mapByMap(page.shape.input, inputs, page.noOutputs(), (map) => seeing(windowsOf(page), map));
  },

  own(page, word, index) {
    return word === 'bias' ? ownBias(page, index) : ownTap(page, ...tapAt(page, index));
  },

  ownOf(page, index) {
    const [channel] = mapNumber(page, index);
    const count = page.spec.kernel[0] * page.spec.kernel[1];
    return [
      { word: 'filters', from: channel * count, count },
      { word: 'bias', from: channel, count: 1 },
    ];
  },
};

function matrixOf({ spec }: Page, channel: number): Matrix {
  return { channel, filter: channel, first: channel * spec.kernel[0] * spec.kernel[1] };
}

/** In which matrix number `index` of the filters stands, and where in it. */
function tapAt(page: Page, index: number): [Matrix, number] {
  const taps = page.spec.kernel[0] * page.spec.kernel[1];
  return [matrixOf(page, Math.floor(index / taps)), index % taps];
}
