import { batchNormEpsilon, batchNormMomentum } from '../../../../engine/layers/batchNorm';
import type { BatchNormSpec } from '../../../../engine/spec';
import { innerFactors, innerGradient } from '../../../explain/activations';
import {
  minus,
  product,
  quotient,
  sentence,
  sum,
  term,
  type Operand,
  type Part,
} from '../../../explain/explanation';
import { normalParts, type Normal } from '../../../explain/normalisation';
import type { Collected, LayerExplainer, ExplainedLayer } from '../../../explain/explainedLayer';
import { mapByMap, mapOf } from '../../../explain/maps';

type Layer = ExplainedLayer<BatchNormSpec>;

/** Each channel normalised to mean 0 and variance 1, then scaled and shifted. */
export const explain: LayerExplainer<BatchNormSpec> = {
  output(layer, index) {
    const channel = channelOf(layer, index);
    const normal = normalIn(layer, index);
    const scaled = product('scaled', [normal.result, layer.ownNumber('scale', channel, 'scale')]);
    return [
      sentence(
        layer.isTraining
          ? 'Batch norm brings each channel to mean 0 and variance 1 over the batch, then scales and shifts it.'
          : 'The page is in evaluate mode: batch norm uses the running mean and variance, not those of ' +
              'the batch.',
      ),
      ...normal.parts,
      scaled,
      sum('shifted', [scaled.result, layer.ownNumber('shift', channel, 'shift')]),
    ];
  },

  compute(layer, index, n) {
    const channel = channelOf(layer, index);
    return layer.own('scale')[channel] * normalOf(layer, index, n) + layer.own('shift')[channel];
  },

  inputGradient(layer, index) {
    const channel = channelOf(layer, index);
    const { standardDeviation, parts, result: normal } = normalIn(layer, index);
    const factor = quotient(
      'scale / standard deviation',
      layer.ownNumber('scale', channel, 'scale'),
      standardDeviation,
    );
    const own = product('∂ of the shifted number', innerFactors(layer, index));
    if (!layer.isTraining)
      return [
        sentence('With the running mean and variance, batch norm only multiplies.'),
        ...parts,
        factor,
        own,
        product('∂ of this cell', [own.result, factor.result]),
      ];
    const count: Operand = { label: 'numbers of the channel in the batch', value: countOf(layer) };
    const { scene } = layer;
    const common = quotient(
      'mean ∂ of the channel',
      scene.operand('gradients', layer.tensor('shift'), channel, '∂ of shift'),
      count,
    );
    const along = quotient(
      'mean ∂ · normalised number',
      scene.operand('gradients', layer.tensor('scale'), channel, '∂ of scale'),
      count,
    );
    const taken = product('share of the normalised number', [normal, along.result]);
    const left = sum('what is left', [own.result, minus(common.result), minus(taken.result)]);
    return [
      sentence(
        'This number also moves the mean and the variance of its channel. That takes back the mean gradient of the ' +
          'channel, and the part of its gradient that is proportional to the normalised number.',
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

  parameterGradient(layer, word, channel): Collected {
    const size = sizeOfMap(layer);
    const isScale = word === 'scale';
    return {
      count: size,
      value(place, n) {
        const at = channel * size + place;
        return innerGradient(layer, at, n) * (isScale ? normalOf(layer, at, n) : 1);
      },
      term(place) {
        const at = channel * size + place;
        const factors = innerFactors(layer, at);
        if (isScale) factors.push({ label: 'normalised number', value: normalOf(layer, at, 0) });
        return term(layer.scene.nameOf(layer.spec.name, at), factors);
      },
    };
  },

  reads(layer, outputs) {
    return layer.isTraining
      ? mapByMap(layer.shape.output, outputs, layer.noInputs(), wholeMap)
      : outputs.slice();
  },

  reaches(layer, inputs) {
    return layer.isTraining
      ? mapByMap(layer.shape.input, inputs, layer.noOutputs(), wholeMap)
      : inputs.slice();
  },

  own(layer, word, channel) {
    const [meets, makes] = [layer.noInputs(), layer.noOutputs()];
    mapOf(meets, channel, layer.shape.input).fill(1);
    if (word.startsWith('running_') ? !layer.isTraining : !word.startsWith('batch_') || layer.isTraining)
      mapOf(makes, channel, layer.shape.output).fill(1);
    return { meets, makes };
  },

  ownOf(layer, index) {
    const from = channelOf(layer, index);
    return ['scale', 'shift', ...Object.values(momentsOf(layer))].map((word) => ({ word, from, count: 1 }));
  },

  ownParts: statisticParts,
  purpose: () => [],
  flattenedUse: undefined,
  holdsWhile: undefined,
  flattens: false,
};

/** The statistics beside a batch norm: mean and variance of the batch, and the running ones. */
function statisticParts(layer: Layer, word: string, channel: number): Part[] {
  if (word.startsWith('running_')) return runningParts(layer, word, channel);
  if (!layer.isTraining)
    return [
      sentence(
        'Measured over the batch of the last pass in training. The page is in evaluate mode, which does not use it.',
      ),
    ];
  return word === 'batch_mean' ? meanParts(layer, channel) : varianceParts(layer, channel);
}

function meanParts(layer: Layer, channel: number): Part[] {
  const over = overImages(layer, channel, (x) => x);
  return [
    sentence('The mean of this channel over all images of the batch and all its cells.'),
    over,
    quotient('mean', over.result, { label: 'numbers', value: countOf(layer) }),
  ];
}

function varianceParts(layer: Layer, channel: number): Part[] {
  const mean = layer.own('batch_mean')[channel];
  const over = overImages(layer, channel, (x) => (x - mean) * (x - mean));
  return [
    sentence('The mean of (x − mean)² of this channel over all images of the batch and all its cells.'),
    over,
    quotient('variance', over.result, { label: 'numbers', value: countOf(layer) }),
  ];
}

function overImages(layer: Layer, channel: number, of: (x: number) => number) {
  const totalOf = (n: number) =>
    mapOf(layer.inputs(n), channel, layer.shape.input).reduce((total, x) => total + of(x), 0);
  const terms = [{ label: 'image on the page', value: totalOf(0) }];
  const others = layer.batchSize - 1;
  const rest = Array.from({ length: others }, (_, i) => totalOf(i + 1)).reduce((a, b) => a + b, 0);
  return sum('sum over the batch', terms, others ? { rest: { count: others, value: rest } } : {});
}

/** How the next step updates a running statistic. */
function runningParts(layer: Layer, word: string, channel: number): Part[] {
  const measured = word.replace('running_', 'batch_');
  const count = countOf(layer);
  const isVariance = word === 'running_variance' && count > 1;
  const keep: Operand = { label: 'keep', value: 1 - batchNormMomentum };
  const take: Operand[] = [{ label: 'take', value: batchNormMomentum }];
  if (isVariance) take.push({ label: `${count} / ${count - 1}`, value: count / (count - 1) });
  return [
    sentence(
      'Used in evaluate mode in place of the batch. Each step takes a tenth of what it measures into it' +
        (isVariance ? ', as the unbiased variance.' : '.'),
    ),
    ...(layer.isTraining
      ? [
          sum('after the next step', [
            term('of now', [keep, layer.ownNumber(word, channel, 'now')]),
            term('of the batch', [...take, layer.ownNumber(measured, channel, 'measured')]),
          ]),
        ]
      : []),
  ];
}

function normalIn(layer: Layer, index: number): Normal {
  const channel = channelOf(layer, index);
  const moments = momentsOf(layer);
  return normalParts(
    layer.input(index, 'x'),
    layer.ownNumber(moments.mean, channel, 'mean'),
    layer.ownNumber(moments.variance, channel, 'variance'),
    batchNormEpsilon,
  );
}

function normalOf(layer: Layer, index: number, n: number): number {
  const channel = channelOf(layer, index);
  const moments = momentsOf(layer);
  const variance = layer.own(moments.variance)[channel];
  return (layer.inputs(n)[index] - layer.own(moments.mean)[channel]) / Math.sqrt(variance + batchNormEpsilon);
}

function momentsOf({ isTraining }: Layer): { mean: string; variance: string } {
  return isTraining
    ? { mean: 'batch_mean', variance: 'batch_variance' }
    : { mean: 'running_mean', variance: 'running_variance' };
}

function channelOf(layer: Layer, index: number): number {
  return Math.floor(index / sizeOfMap(layer));
}

function sizeOfMap({ shape: { input } }: Layer): number {
  return input.height * input.width;
}

function countOf(layer: Layer): number {
  return layer.batchSize * sizeOfMap(layer);
}

function wholeMap(map: Uint8Array): Uint8Array {
  return map.slice().fill(map.includes(1) ? 1 : 0);
}
