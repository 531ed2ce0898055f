import type { DenseSpec } from '../../../../engine/spec';
import { innerFactors, innerGradient, slopeWords } from '../../../explain/activations';
import { sentence, sum, term } from '../../../explain/explanation';
import { cornerParts } from '../../../explain/nonDifferentiable';
import type { ExplainedLayer, LayerExplainer } from '../../../explain/explainedLayer';
import { largestTerms, largestWords, MOST_TERMS } from '../../../explain/terms';

/** A weighted sum of all inputs for each unit; weights `[units, inputs]`. */
export const explain: LayerExplainer<DenseSpec> = {
  output(layer, unit) {
    const { bias = true } = layer.spec;
    const inputs = layer.inputs();
    const weights = layer.own('weights');
    const first = unit * inputs.length;
    const { terms, rest } = largestTerms(
      inputs.length,
      (i) => weights[first + i] * inputs[i],
      (i) =>
        term(layer.scene.nameOf(layer.inputTensor, i), [
          layer.input(i, 'input'),
          layer.ownNumber('weights', first + i, 'weight'),
        ]),
    );
    return [
      sentence(
        `Each of the ${inputs.length} numbers before it has a weight of its own for this unit. All products are added, ` +
          `${bias ? 'and the bias of the unit' : 'and nothing else'}.${rest ? ` ${largestWords(terms.length)}` : ''}`,
      ),
      sum(sumWord(layer), [...(bias ? [layer.ownNumber('bias', unit, 'bias')] : []), ...terms], { rest }),
    ];
  },

  compute(layer, unit, n) {
    const inputs = layer.inputs(n);
    const weights = layer.own('weights');
    let total = layer.spec.bias === false ? 0 : layer.own('bias')[unit];
    for (let i = 0; i < inputs.length; i++) total += weights[unit * inputs.length + i] * inputs[i];
    return total;
  },

  inputGradient(layer, index) {
    const inputs = layer.shape.input.channels;
    const weights = layer.own('weights');
    const { terms, rest } = largestTerms(
      layer.spec.units,
      (unit) => innerGradient(layer, unit) * weights[unit * inputs + index],
      (unit) =>
        term(`unit ${unit + 1}`, [
          ...innerFactors(layer, unit),
          layer.ownNumber('weights', unit * inputs + index, 'weight'),
        ]),
    );
    return [
      sentence(
        `Every unit of the dense layer reads this cell: each gives back its gradient${slopeWords(layer)} times its weight ` +
          'for it.',
      ),
      ...cornerParts(
        layer,
        layer.noOutputs().map((_, unit) => (weights[unit * inputs + index] === 0 ? 0 : 1)),
      ),
      sum('∂ of this cell', terms, { rest }),
    ];
  },

  parameterGradient(layer, word, index) {
    const inputs = layer.shape.input.channels;
    if (word === 'bias')
      return {
        count: 1,
        value: (_place, n) => innerGradient(layer, index, n),
        term: () => term(`unit ${index + 1}`, innerFactors(layer, index)),
      };
    const [unit, input] = [Math.floor(index / inputs), index % inputs];
    return {
      count: 1,
      value: (_place, n) => innerGradient(layer, unit, n) * layer.inputs(n)[input],
      term: () =>
        term(`unit ${unit + 1}`, [...innerFactors(layer, unit), layer.input(input, 'what it multiplies')]),
    };
  },

  reads(layer, outputs) {
    return layer.noInputs().fill(outputs.includes(1) ? 1 : 0);
  },

  reaches(layer, inputs) {
    return layer.noOutputs().fill(inputs.includes(1) ? 1 : 0);
  },

  own(layer, word, index) {
    const [meets, makes] = [layer.noInputs(), layer.noOutputs()];
    makes[word === 'bias' ? index : Math.floor(index / meets.length)] = 1;
    if (word === 'bias') return { makes };
    meets[index % meets.length] = 1;
    return { meets, makes };
  },

  ownOf: (layer, unit) => [
    { word: 'weights', from: unit * layer.shape.input.channels, count: layer.shape.input.channels },
    ...(layer.spec.bias === false ? [] : [{ word: 'bias', from: unit, count: 1 }]),
  ],

  ownParts: undefined,

  purpose(layer, word, index) {
    if (word === 'bias') return [];
    const inputs = layer.shape.input.channels;
    const [unit, input] = [Math.floor(index / inputs), index % inputs];
    const name = layer.scene.nameOf(layer.inputTensor, input);
    return [
      sentence(
        `It multiplies one number alone, ${name}, for one unit alone.` +
          (layer.readsFlattened ? ` ${NOTHING_LOST}` : ''),
      ),
      {
        kind: 'list',
        title: `What it adds to ${unitName(layer, unit)}`,
        terms: [
          term(name, [layer.ownNumber('weights', index, 'weight'), layer.input(input, 'what it multiplies')]),
        ],
        hidden: 0,
      },
    ];
  },

  flattenedUse(layer, index) {
    const { name, units } = layer.spec;
    const inputs = layer.shape.input.channels;
    const terms = Array.from({ length: Math.min(units, MOST_TERMS) }, (_, unit) =>
      term(unitName(layer, unit), [
        layer.ownNumber('weights', unit * inputs + index, 'weight'),
        layer.input(index, 'this cell'),
      ]),
    );
    return {
      parts: [
        sentence(
          `${capital(name)} reads it as number ${index + 1} of ${inputs}: each unit has a weight for it. ${NOTHING_LOST}`,
        ),
        { kind: 'list', title: `What it adds to each unit of ${name}`, terms, hidden: units - terms.length },
      ],
      word: 'weights',
      weights: Uint8Array.from(layer.own('weights'), (_, i) => (i % inputs === index ? 1 : 0)),
    };
  },

  holdsWhile: undefined,
  flattens: false,
};

/** What the sum is called: a logit, where no activation comes between. */
function sumWord({ spec, scene, activation }: ExplainedLayer): string {
  return spec.name === scene.logitsTensor && activation === 'none' ? scene.scoreWord : 'weighted sum';
}

/** The answer to a frequent question about flattening. */
const NOTHING_LOST =
  'Nothing is lost in flattening: the numbers only stand in one row, and each keeps a weight of its own.';

/** "unit 3 (horizontal)": with its class, where the units are the classes. */
function unitName({ scene, spec }: ExplainedLayer, unit: number): string {
  const word = spec.name === scene.logitsTensor ? scene.classNamed(unit) : undefined;
  return `unit ${unit + 1}${word === undefined ? '' : ` (${word})`}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
