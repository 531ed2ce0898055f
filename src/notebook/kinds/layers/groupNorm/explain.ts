import { groupNormEpsilon, type GroupNormSpec } from '../../../../engine/layers/groupNorm';
import { innerFactors, innerGradient } from '../../../explain/activations';
import type { ExplainedLayer, LayerExplainer } from '../../../explain/explainedLayer';
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
import { normalParts, wholeMaps, type Normal } from '../../../explain/normalisation';
import { largestTerms } from '../../../explain/terms';

type Layer = ExplainedLayer<GroupNormSpec>;

/**
 * Each group of channels of an image normalised to mean 0 and variance 1, then each channel scaled and
 * shifted.
 */
export const explain: LayerExplainer<GroupNormSpec> = {
  output(layer, index) {
    const channel = channelOf(layer, index);
    const normal = normalIn(layer, index);
    const scaled = product('scaled', [normal.result, layer.ownNumber('scale', channel, 'scale')]);
    return [
      sentence(
        `Group norm brings ${groupInWords(layer)} to mean 0 and variance 1, then scales and shifts each channel.`,
      ),
      ...normal.parts,
      scaled,
      sum('shifted', [scaled.result, layer.ownNumber('shift', channel, 'shift')]),
    ];
  },

  compute(layer, index, n) {
    const channel = channelOf(layer, index);
    return layer.own('scale')[channel] * normalAt(layer, index, n) + layer.own('shift')[channel];
  },

  inputGradient(layer, index) {
    const scale = layer.ownNumber('scale', channelOf(layer, index), 'scale');
    const normal = normalIn(layer, index);
    const own = product('scale · ∂ of the shifted number', [scale, ...innerFactors(layer, index)]);
    const count: Operand = { label: 'numbers of the group', value: countOf(layer) };
    const common = overGroup(layer, index, 'sum of scale · ∂', () => []);
    const along = overGroup(layer, index, 'sum of scale · ∂ · normalised number', (at) => [
      { label: 'its normalised number', value: normalAt(layer, at, 0) },
    ]);
    const commonMean = quotient('mean of scale · ∂', common.result, count);
    const alongMean = quotient('mean of scale · ∂ · normalised number', along.result, count);
    const taken = product('share of the normalised number', [normal.result, alongMean.result]);
    const left = sum('what is left', [own.result, minus(commonMean.result), minus(taken.result)]);
    return [
      sentence(
        'This number also moves the mean and the variance of its group. That takes back the mean gradient of the group, ' +
          'and the part of its gradient that is proportional to the normalised number.',
      ),
      ...normal.parts,
      own,
      common,
      commonMean,
      along,
      alongMean,
      taken,
      left,
      quotient('∂ of this cell', left.result, normal.standardDeviation),
    ];
  },

  parameterGradient(layer, word, channel) {
    const size = sizeOfMap(layer);
    const isScale = word === 'scale';
    return {
      count: size,
      value(place, n) {
        const at = channel * size + place;
        return innerGradient(layer, at, n) * (isScale ? normalAt(layer, at, n) : 1);
      },
      term(place) {
        const at = channel * size + place;
        const factors = innerFactors(layer, at);
        if (isScale) factors.push({ label: 'normalised number', value: normalAt(layer, at, 0) });
        return term(layer.scene.nameOf(layer.spec.name, at), factors);
      },
    };
  },

  reads: (layer, outputs) => wholeMaps(outputs, layer.spec.groups),
  reaches: (layer, inputs) => wholeMaps(inputs, layer.spec.groups),

  own(layer, word, index) {
    const [meets, makes] = [layer.noInputs(), layer.noOutputs()];
    const size = word.startsWith('group_') ? countOf(layer) : sizeOfMap(layer);
    for (const mask of [meets, makes]) mask.fill(1, index * size, (index + 1) * size);
    return { meets, makes };
  },

  ownOf(layer, index) {
    const [channel, group] = [channelOf(layer, index), groupOf(layer, index)];
    return [
      ...['scale', 'shift'].map((word) => ({ word, from: channel, count: 1 })),
      ...['group_mean', 'group_variance'].map((word) => ({ word, from: group, count: 1 })),
    ];
  },

  ownParts: (layer, word, group) =>
    word === 'group_mean' ? meanParts(layer, group) : varianceParts(layer, group),
  purpose: () => [],
  flattenedUse: undefined,
  holdsWhile: undefined,
  flattens: false,
};

function groupInWords({ spec, shape }: Layer): string {
  const channels = shape.input.channels / spec.groups;
  if (spec.groups === 1) return 'all channels of the image together, as layer normalisation does,';
  return channels === 1 ? 'each channel of the image' : `each ${channels} channels of the image together`;
}

function meanParts(layer: Layer, group: number): Part[] {
  const all = byChannel(layer, group, (x) => x);
  return [
    sentence('The mean of all numbers of the group, of this image alone.'),
    all,
    quotient('mean', all.result, { label: 'numbers of the group', value: countOf(layer) }),
  ];
}

function varianceParts(layer: Layer, group: number): Part[] {
  const mean = layer.own('group_mean')[group];
  const all = byChannel(layer, group, (x) => (x - mean) * (x - mean));
  return [
    sentence('The mean of (x − mean)² of all numbers of the group, of this image alone.'),
    all,
    quotient('variance', all.result, { label: 'numbers of the group', value: countOf(layer) }),
  ];
}

/** A sum over a group, with one term per channel. */
function byChannel(layer: Layer, group: number, of: (x: number) => number) {
  const size = sizeOfMap(layer);
  const channels = layer.shape.input.channels / layer.spec.groups;
  const totalOf = (place: number) => {
    const start = (group * channels + place) * size;
    return layer
      .inputs()
      .subarray(start, start + size)
      .reduce((total, x) => total + of(x), 0);
  };
  const { terms, rest } = largestTerms(channels, totalOf, (place) => ({
    label: `channel ${group * channels + place + 1}`,
    value: totalOf(place),
  }));
  return sum('sum over the group', terms, { rest });
}

/** The sum of scale · ∂ · (further factors) over the group that contains a number. */
function overGroup(layer: Layer, index: number, label: string, more: (at: number) => Operand[]) {
  const count = countOf(layer);
  const first = groupOf(layer, index) * count;
  const factorsAt = (at: number) => more(at).reduce((all, { value }) => all * value, 1);
  const valueAt = (place: number) => {
    const at = first + place;
    return layer.own('scale')[channelOf(layer, at)] * innerGradient(layer, at) * factorsAt(at);
  };
  const { terms, rest } = largestTerms(count, valueAt, (place) => {
    const at = first + place;
    const scale = layer.ownNumber('scale', channelOf(layer, at), 'its scale');
    return term(layer.scene.nameOf(layer.spec.name, at), [scale, ...innerFactors(layer, at), ...more(at)]);
  });
  return sum(label, terms, { rest });
}

function normalIn(layer: Layer, index: number): Normal {
  const group = groupOf(layer, index);
  return normalParts(
    layer.input(index, 'x'),
    layer.ownNumber('group_mean', group, 'mean'),
    layer.ownNumber('group_variance', group, 'variance'),
    groupNormEpsilon,
  );
}

function normalAt(layer: Layer, index: number, n: number): number {
  const group = groupOf(layer, index);
  const variance = layer.own('group_variance', n)[group];
  return (
    (layer.inputs(n)[index] - layer.own('group_mean', n)[group]) / Math.sqrt(variance + groupNormEpsilon)
  );
}

function channelOf(layer: Layer, index: number): number {
  return Math.floor(index / sizeOfMap(layer));
}

function groupOf(layer: Layer, index: number): number {
  return Math.floor(index / countOf(layer));
}

function sizeOfMap({ shape: { input } }: Layer): number {
  return input.height * input.width;
}

/** How many numbers a group has. */
function countOf(layer: Layer): number {
  return (sizeOfMap(layer) * layer.shape.input.channels) / layer.spec.groups;
}
