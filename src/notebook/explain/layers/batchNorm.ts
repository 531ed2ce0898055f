import { batchNormEpsilon, batchNormMomentum } from '../../../engine/layers/batchNorm';
import type { BatchNormSpec } from '../../../engine/spec';
import { innerFactors, innerGradient } from '../activations';
import { minus, product, quotient, sentence, sum, term, type Operand, type Part } from '../explanation';
import { applied } from '../scalarFunctions';
import type { Collected, LayerExplainer, LayerPage } from '../layer';
import { mapByMap, mapOf } from '../windows';

type Page = LayerPage<BatchNormSpec>;

/** Each channel brought to mean 0 and variance 1, then scaled and shifted. */
export const batchNorm: LayerExplainer<BatchNormSpec> = {
  output(page, index) {
    const channel = channelOf(page, index);
    const normal = normalParts(page, index);
    const scaled = product('scaled', [normal.result, page.ownNumber('scale', channel, 'scale')]);
    return [
      sentence(
        page.isTraining
          ? 'Batch norm brings each channel to mean 0 and variance 1 over the batch, then scales and shifts it.'
          : 'The page is in evaluate mode: batch norm takes the running mean and variance, not those of the batch.',
      ),
      ...normal.parts,
      scaled,
      sum('shifted', [scaled.result, page.ownNumber('shift', channel, 'shift')]),
    ];
  },

  compute(page, index, n) {
    const channel = channelOf(page, index);
    return page.own('scale')[channel] * normalOf(page, index, n) + page.own('shift')[channel];
  },

  inputGradient(page, index) {
    const channel = channelOf(page, index);
    const { deviation, parts, result: normal } = normalParts(page, index);
    const factor = quotient('scale / deviation', page.ownNumber('scale', channel, 'scale'), deviation);
    const own = product('∂ of the shifted number', innerFactors(page, index));
    if (!page.isTraining)
      return [
        sentence('With the running mean and variance, batch norm only multiplies.'),
        ...parts,
        factor,
        own,
        product('∂ of this cell', [own.result, factor.result]),
      ];
    const count: Operand = { label: 'numbers of the channel in the batch', value: countOf(page) };
    const { scene } = page;
    const common = quotient(
      'mean ∂ of the channel',
      scene.operand('gradients', page.tensor('shift'), channel, '∂ of shift'),
      count,
    );
    const along = quotient(
      'mean ∂ · normal',
      scene.operand('gradients', page.tensor('scale'), channel, '∂ of scale'),
      count,
    );
    const taken = product('along the normal number', [normal, along.result]);
    const left = sum('what is left', [own.result, minus(common.result), minus(taken.result)]);
    return [
      sentence(
        'This number also moves the mean and the variance of its channel. That takes back the part of its gradient ' +
          'that all numbers of the channel share, and the part that lies along the normal numbers.',
      ),
      ...parts,
      factor,
      own,
      common,
      along,
      taken,
      left,
      product('∂ of this cell', [left.result, factor.result]),
    ];
  },

  parameterGradient(page, word, channel): Collected {
    const size = sizeOfMap(page);
    const isScale = word === 'scale';
    return {
      count: size,
      value(place, n) {
        const at = channel * size + place;
        return innerGradient(page, at, n) * (isScale ? normalOf(page, at, n) : 1);
      },
      term(place) {
        const at = channel * size + place;
        const factors = innerFactors(page, at);
        if (isScale) factors.push({ label: 'normal', value: normalOf(page, at, 0) });
        return term(page.scene.nameOf(page.spec.name, at), factors);
      },
    };
  },

  reads(page, outputs) {
    return page.isTraining
      ? mapByMap(page.shape.output, outputs, page.noInputs(), wholeMap)
      : outputs.slice();
  },

  reaches(page, inputs) {
    return page.isTraining ? mapByMap(page.shape.input, inputs, page.noOutputs(), wholeMap) : inputs.slice();
  },

  own(page, word, channel) {
    const [meets, makes] = [page.noInputs(), page.noOutputs()];
    mapOf(meets, channel, page.shape.input).fill(1);
    if (word.startsWith('running_') ? !page.isTraining : !word.startsWith('batch_') || page.isTraining)
      mapOf(makes, channel, page.shape.output).fill(1);
    return { meets, makes };
  },

  ownOf(page, index) {
    const from = channelOf(page, index);
    return ['scale', 'shift', ...Object.values(momentsOf(page))].map((word) => ({ word, from, count: 1 }));
  },
};

/** What stands beside a batch norm: the mean and variance of the batch, and those that the steps run along with. */
export function statisticParts(page: Page, word: string, channel: number): Part[] {
  if (word.startsWith('running_')) return runningParts(page, word, channel);
  if (!page.isTraining)
    return [
      sentence(
        'Measured over the batch of the last pass in training. The page is in evaluate mode, which does not use it.',
      ),
    ];
  return word === 'batch_mean' ? meanParts(page, channel) : varianceParts(page, channel);
}

function meanParts(page: Page, channel: number): Part[] {
  const over = overImages(page, channel, (x) => x);
  return [
    sentence('The mean of this channel over all images of the batch and all its cells.'),
    over,
    quotient('mean', over.result, { label: 'numbers', value: countOf(page) }),
  ];
}

function varianceParts(page: Page, channel: number): Part[] {
  const mean = page.own('batch_mean')[channel];
  const over = overImages(page, channel, (x) => (x - mean) * (x - mean));
  return [
    sentence('The mean of (x − mean)² of this channel over all images of the batch and all its cells.'),
    over,
    quotient('variance', over.result, { label: 'numbers', value: countOf(page) }),
  ];
}

function overImages(page: Page, channel: number, of: (x: number) => number) {
  const totalOf = (n: number) =>
    mapOf(page.inputs(n), channel, page.shape.input).reduce((total, x) => total + of(x), 0);
  const terms = [{ label: 'image on the page', value: totalOf(0) }];
  const others = page.batchSize - 1;
  const rest = Array.from({ length: others }, (_, i) => totalOf(i + 1)).reduce((a, b) => a + b, 0);
  return sum('sum over the batch', terms, others ? { rest: { count: others, value: rest } } : {});
}

/** Where the next step takes a running statistic. */
function runningParts(page: Page, word: string, channel: number): Part[] {
  const measured = word.replace('running_', 'batch_');
  const count = countOf(page);
  const isVariance = word === 'running_variance' && count > 1;
  const keep: Operand = { label: 'keep', value: 1 - batchNormMomentum };
  const take: Operand[] = [{ label: 'take', value: batchNormMomentum }];
  if (isVariance) take.push({ label: `${count} / ${count - 1}`, value: count / (count - 1) });
  return [
    sentence(
      'Used in evaluate mode in place of the batch. Each step takes a tenth of what it measures into it' +
        (isVariance ? ', as the unbiased variance.' : '.'),
    ),
    ...(page.isTraining
      ? [
          sum('after the next step', [
            term('of now', [keep, page.ownNumber(word, channel, 'now')]),
            term('of the batch', [...take, page.ownNumber(measured, channel, 'measured')]),
          ]),
        ]
      : []),
  ];
}

/** (x − mean) / √(variance + ε), step by step. */
function normalParts(page: Page, index: number): { parts: Part[]; deviation: Operand; result: Operand } {
  const channel = channelOf(page, index);
  const moments = momentsOf(page);
  const centred = sum('x − mean', [
    page.input(index, 'x'),
    minus(page.ownNumber(moments.mean, channel, 'mean')),
  ]);
  const added = sum('variance + ε', [
    page.ownNumber(moments.variance, channel, 'variance'),
    { label: 'ε', value: batchNormEpsilon },
  ]);
  const deviation = applied('root', 'deviation', added.result);
  const normal = quotient('normal', centred.result, deviation.result);
  return { parts: [centred, added, deviation, normal], deviation: deviation.result, result: normal.result };
}

function normalOf(page: Page, index: number, n: number): number {
  const channel = channelOf(page, index);
  const moments = momentsOf(page);
  const variance = page.own(moments.variance)[channel];
  return (page.inputs(n)[index] - page.own(moments.mean)[channel]) / Math.sqrt(variance + batchNormEpsilon);
}

function momentsOf({ isTraining }: Page): { mean: string; variance: string } {
  return isTraining
    ? { mean: 'batch_mean', variance: 'batch_variance' }
    : { mean: 'running_mean', variance: 'running_variance' };
}

function channelOf(page: Page, index: number): number {
  return Math.floor(index / sizeOfMap(page));
}

function sizeOfMap({ shape: { input } }: Page): number {
  return input.height * input.width;
}

function countOf(page: Page): number {
  return page.batchSize * sizeOfMap(page);
}

function wholeMap(map: Uint8Array): Uint8Array {
  return map.slice().fill(map.includes(1) ? 1 : 0);
}
