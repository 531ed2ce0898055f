import type { DenseSpec } from '../../../engine/spec';
import { innerFactors, innerGradient, slopeWords } from '../activations';
import { sentence, sum, term } from '../explanation';
import { kinkParts } from '../nonDifferentiable';
import type { LayerExplainer } from '../layer';
import { largestTerms, largestWords } from '../terms';

/** A weighted sum of all inputs for each unit; weights `[units, inputs]`. */
export const dense: LayerExplainer<DenseSpec> = {
  output(page, unit) {
    const inputs = page.inputs();
    const weights = page.own('weights');
    const first = unit * inputs.length;
    const { terms, rest } = largestTerms(
      inputs.length,
      (i) => weights[first + i] * inputs[i],
      (i) =>
        term(page.scene.nameOf(page.inputTensor, i), [
          page.input(i, 'input'),
          page.ownNumber('weights', first + i, 'weight'),
        ]),
    );
    return [
      sentence(
        `Each of the ${inputs.length} numbers before it has a weight of its own for this unit. All products are added, ` +
          `and the bias of the unit.${rest ? ` ${largestWords(terms.length)}` : ''}`,
      ),
      sum('weighted sum', [page.ownNumber('bias', unit, 'bias'), ...terms], { rest }),
    ];
  },

  compute(page, unit, n) {
    const inputs = page.inputs(n);
    const weights = page.own('weights');
    let total = page.own('bias')[unit];
    for (let i = 0; i < inputs.length; i++) total += weights[unit * inputs.length + i] * inputs[i];
    return total;
  },

  inputGradient(page, index) {
    const inputs = page.shape.input.channels;
    const weights = page.own('weights');
    const { terms, rest } = largestTerms(
      page.spec.units,
      (unit) => innerGradient(page, unit) * weights[unit * inputs + index],
      (unit) =>
        term(`unit ${unit + 1}`, [
          ...innerFactors(page, unit),
          page.ownNumber('weights', unit * inputs + index, 'weight'),
        ]),
    );
    return [
      sentence(
        `Every unit of the dense layer reads this cell: each gives back its gradient${slopeWords(page)} times its weight ` +
          'for it.',
      ),
      ...kinkParts(
        page,
        page.noOutputs().map((_, unit) => (weights[unit * inputs + index] === 0 ? 0 : 1)),
      ),
      sum('∂ of this cell', terms, { rest }),
    ];
  },

  parameterGradient(page, word, index) {
    const inputs = page.shape.input.channels;
    if (word === 'bias')
      return {
        count: 1,
        value: (_place, n) => innerGradient(page, index, n),
        term: () => term(`unit ${index + 1}`, innerFactors(page, index)),
      };
    const [unit, input] = [Math.floor(index / inputs), index % inputs];
    return {
      count: 1,
      value: (_place, n) => innerGradient(page, unit, n) * page.inputs(n)[input],
      term: () =>
        term(`unit ${unit + 1}`, [...innerFactors(page, unit), page.input(input, 'what it multiplies')]),
    };
  },

  reads(page, outputs) {
    return page.noInputs().fill(outputs.includes(1) ? 1 : 0);
  },

  reaches(page, inputs) {
    return page.noOutputs().fill(inputs.includes(1) ? 1 : 0);
  },

  own(page, word, index) {
    const [meets, makes] = [page.noInputs(), page.noOutputs()];
    makes[word === 'bias' ? index : Math.floor(index / meets.length)] = 1;
    if (word === 'bias') return { makes };
    meets[index % meets.length] = 1;
    return { meets, makes };
  },

  ownOf: (page, unit) => [
    { word: 'weights', from: unit * page.shape.input.channels, count: page.shape.input.channels },
    { word: 'bias', from: unit, count: 1 },
  ],
};
