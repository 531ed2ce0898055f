import { groupNormEpsilon, type GroupNormSpec } from '../../../../engine/layers/groupNorm';
import { slopedGradient } from '../../../formulas/activations';
import { formula, joined, type Formula } from '../../../formulas/formula';
import {
  areaOf,
  axis,
  fixed,
  fixedFactors,
  sumAsFactor,
  sumOfProducts,
  type Factor,
} from '../../../formulas/grid';
import { channelsOf, type LayerCells } from '../../../formulas/layerCells';
import type { LayerFormulas } from '../../../formulas/layerFormulas';

type Layer = LayerCells<GroupNormSpec>;

/** (x − mean) / √(variance + ε) · scale + shift; mean and variance are those of the group. */
export const formulas: LayerFormulas<GroupNormSpec> = {
  output(layer, channel, row, column) {
    const [scale, shift] = ['scale', 'shift'].map((word) => layer.own('values', word, channel));
    return formula`(${xAt(layer, channel, row, column)}-${meanOf(layer, channel)})/${rootOf(layer, channel)}*${scale}+${shift}`;
  },

  /** With x̂ = (x − mean) / root and g = scale · ∂: (g − mean(g) − x̂ · mean(g · x̂)) / root, the means over the group. */
  inputGradient(layer, channel, row, column) {
    const own = sumOfProducts(slopedGradient(layer, channel, axis(row, 1), axis(column, 1)));
    const group = channelsWith(layer, channel);
    const scaled = (of: (channel: number) => Formula) =>
      joined(
        group.map((each) => formula`${layer.own('values', 'scale', each)}*${of(each)}`),
        '+',
      );
    const root = rootOf(layer, channel);
    const normal = formula`(${xAt(layer, channel, row, column)}-${meanOf(layer, channel)})/${root}`;
    const { height, width } = layer.shape.input;
    const common = scaled((each) => shiftGradient(layer, each));
    const along = scaled((each) => scaleGradient(layer, each));
    const means = formula`(${common}+${normal}*(${along}))/${group.length * height * width}`;
    return formula`(${layer.own('values', 'scale', channel)}*${own}-${means})/${root}`;
  },

  parameterGradient: (layer, word, channel) =>
    word === 'shift' ? shiftSum(layer, channel) : scaleSum(layer, channel),

  auxiliary(layer, word, group) {
    const first = group * (layer.shape.input.channels / layer.spec.groups);
    const maps = channelsWith(layer, first).map((channel) => mapOf(layer, channel));
    return formula`${word === 'group_mean' ? 'AVERAGE' : 'VAR.P'}(${joined(maps, ',')})`;
  },
};

/** The channels in the same group as a channel. */
function channelsWith({ spec, shape }: Layer, channel: number): number[] {
  const size = shape.input.channels / spec.groups;
  const first = channel - (channel % size);
  return channelsOf(shape.input).slice(first, first + size);
}

function xAt(layer: Layer, channel: number, row: number, column: number) {
  return areaOf(layer.inputGrid('values', channel, axis(row, 1), axis(column, 1)));
}

function mapOf(layer: Layer, channel: number): Formula {
  return [areaOf(fixed(layer.inputGrid('values', channel)))];
}

function meanOf(layer: Layer, channel: number) {
  return layer.own('values', 'group_mean', groupOf(layer, channel));
}

function rootOf(layer: Layer, channel: number): Formula {
  return formula`SQRT(${layer.own('values', 'group_variance', groupOf(layer, channel))}+${groupNormEpsilon})`;
}

function groupOf({ spec, shape }: Layer, channel: number): number {
  return Math.floor((channel * spec.groups) / shape.input.channels);
}

/** Σ ∂ over a channel's map, for the image on the page; with a batch of one it is the ∂ of the shift. */
function shiftGradient(layer: Layer, channel: number): Formula {
  if (layer.notebook.settings.batchSize === 1) return [layer.own('gradients', 'shift', channel)];
  return formula`(${shiftSum(layer, channel)})`;
}

/** Σ ∂ · x̂ over a channel's map; with a batch of one it is the ∂ of the scale. */
function scaleGradient(layer: Layer, channel: number): Formula {
  if (layer.notebook.settings.batchSize === 1) return [layer.own('gradients', 'scale', channel)];
  return formula`(${scaleSum(layer, channel)})`;
}

function shiftSum(layer: Layer, channel: number): Formula {
  return sumOfProducts(fixedFactors(slopedGradient(layer, channel)));
}

function scaleSum(layer: Layer, channel: number): Formula {
  const mean = meanOf(layer, channel);
  const centred: Factor = {
    grids: [fixed(layer.inputGrid('values', channel))],
    text: ([x]) => formula`(${x}-${mean})`,
  };
  const gradient = fixedFactors(slopedGradient(layer, channel));
  return formula`${sumAsFactor([...gradient, centred])}/${rootOf(layer, channel)}`;
}
