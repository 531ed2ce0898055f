import type { GlobalAveragePoolSpec } from '../../../engine/spec';
import { quotient, sentence, sum } from '../explanation';
import type { LayerExplainer, LayerPage } from '../layer';
import { largestTerms } from '../terms';
import { mapOf } from '../windows';

type Page = LayerPage<GlobalAveragePoolSpec>;

/** The mean of each map. */
export const globalAveragePool: LayerExplainer<GlobalAveragePoolSpec> = {
  output(page, index) {
    const size = sizeOfMap(page);
    const map = mapOf(page.inputs(), index, page.shape.input);
    const { terms, rest } = largestTerms(
      size,
      (pixel) => map[pixel],
      (pixel) => page.input(index * size + pixel),
    );
    const all = sum(`sum of map ${index + 1}`, terms, { rest });
    return [
      all,
      sentence('One number is left of each map: the mean of all its cells.'),
      quotient('mean', all.result, { label: 'cells of the map', value: size }),
    ];
  },

  compute(page, index, n) {
    const map = mapOf(page.inputs(n), index, page.shape.input);
    return map.reduce((total, value) => total + value, 0) / map.length;
  },

  inputGradient(page, index) {
    const size = sizeOfMap(page);
    return [
      sentence('A mean hands its gradient to all that it is the mean of, in equal shares.'),
      quotient('∂ of this cell', page.gradient(Math.floor(index / size)), {
        label: 'cells of the map',
        value: size,
      }),
    ];
  },

  reads(page, outputs) {
    return page.noInputs().map((_, index) => outputs[Math.floor(index / sizeOfMap(page))]);
  },

  reaches(page, inputs) {
    const outputs = page.noOutputs();
    inputs.forEach((isMeant, index) => {
      if (isMeant) outputs[Math.floor(index / sizeOfMap(page))] = 1;
    });
    return outputs;
  },

  own: (page) => ({ makes: page.noOutputs() }),
  ownOf: () => [],
};

function sizeOfMap({ shape: { input } }: Page): number {
  return input.height * input.width;
}
