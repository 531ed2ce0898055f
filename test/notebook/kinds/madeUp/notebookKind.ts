import type { FlattenSpec } from '../../../../src/engine/spec';
import type { ExplainedLayer } from '../../../../src/notebook/explain/explainedLayer';
import { product, sentence, term, type Operand } from '../../../../src/notebook/explain/explanation';
import { formula } from '../../../../src/notebook/formulas/formula';
import { areaOf, axis, fixed, sumAsFactor, sumOfProducts } from '../../../../src/notebook/formulas/grid';
import { slopedGradient } from '../../../../src/notebook/formulas/activations';
import { layerGlossary } from '../../../../src/notebook/glossary/entry';
import type { LayerKind } from '../../../../src/notebook/kinds/layers/layerKind';
import { normalisedMaps } from '../../../../src/notebook/layout/normalisation';
import { count } from '../../../../src/notebook/model/specCells';
import type { GainSpec } from './engineKind';

/** The tables have it only while a test runs, and the types never: to them it is one of another kind with a factor. */
type Spec = FlattenSpec & Pick<GainSpec, 'factor'>;
type Kind = LayerKind<Spec>;
type Layer = ExplainedLayer<Spec>;

const channelOf = ({ shape: { input } }: Layer, index: number) =>
  Math.floor(index / (input.height * input.width));
const factorOf = ({ spec }: Layer): Operand => ({ label: 'factor', value: spec.factor });

export const gain: Kind = {
  layout: normalisedMaps<Spec>({
    numbers: [{ of: 'channel', word: 'gain', label: 'gain', kind: 'parameter' }],
    gutterRows: 1,
    groups: (_layer, channels) => channels,
    measuresBatch: false,
  }),

  formulas: {
    output(layer, channel, row, column) {
      const x = areaOf(layer.inputGrid('values', channel, axis(row, 1), axis(column, 1)));
      return formula`${layer.spec.factor}*${layer.own('values', 'gain', channel)}*${x}`;
    },
    inputGradient(layer, channel, row, column) {
      const own = sumOfProducts(slopedGradient(layer, channel, axis(row, 1), axis(column, 1)));
      return formula`${layer.spec.factor}*${layer.own('values', 'gain', channel)}*${own}`;
    },
    parameterGradient(layer, _word, channel) {
      const products = [
        { grids: [fixed(layer.inputGrid('values', channel))] },
        ...slopedGradient(layer, channel),
      ];
      return formula`${layer.spec.factor}*${sumAsFactor(products)}`;
    },
    auxiliary: undefined,
  },

  explain: {
    output: (layer, index) => [
      product('value', [
        factorOf(layer),
        layer.ownNumber('gain', channelOf(layer, index), 'gain'),
        layer.input(index, 'input'),
      ]),
    ],
    compute: (layer, index, n) =>
      layer.spec.factor * layer.own('gain')[channelOf(layer, index)] * layer.inputs(n)[index],
    inputGradient: (layer, index) => [
      product('∂ of this cell', [
        factorOf(layer),
        layer.ownNumber('gain', channelOf(layer, index), 'gain'),
        layer.gradient(index),
      ]),
    ],
    parameterGradient(layer, _word, channel) {
      const size = layer.shape.input.height * layer.shape.input.width;
      return {
        count: size,
        value: (place, n) =>
          layer.spec.factor *
          layer.inputs(n)[channel * size + place] *
          layer.gradients(n)[channel * size + place],
        term: (place) =>
          term(`number ${place + 1}`, [
            factorOf(layer),
            layer.input(channel * size + place),
            layer.gradient(channel * size + place),
          ]),
      };
    },
    reads: (_layer, outputs) => outputs.slice(),
    reaches: (_layer, inputs) => inputs.slice(),
    own(layer, _word, channel) {
      const size = layer.shape.input.height * layer.shape.input.width;
      const mask = layer.noOutputs().fill(1, channel * size, (channel + 1) * size);
      return { meets: mask, makes: mask };
    },
    ownOf: (layer, index) => [{ word: 'gain', from: channelOf(layer, index), count: 1 }],
    ownParts: undefined,
    purpose: () => [sentence('It multiplies all numbers of its channel.')],
    flattenedUse: undefined,
    holdsWhile: undefined,
    flattens: false,
  },

  table: {
    words: ['gain'],
    shortName: 'gain',
    does: () => 'each channel multiplied',
    fields: { factor: count('times', 1) },
    initialised: undefined,
    parameters: (_spec, { output }) => `${output.channels}`,
    sees: 'its kernel',
    note: () => '',
  },

  glossary: layerGlossary({
    key: 'gain',
    labels: {},
    entries: {
      gain: {
        term: 'Gain',
        question: 'What is a gain?',
        text: 'A gain multiplies all numbers of a channel by one number.',
        cells: (subject) =>
          subject.target(subject.blocksOf(subject.layers.find(({ name }) => name === 'louder'))),
        see: ['channel'],
      },
    },
  }),
};
