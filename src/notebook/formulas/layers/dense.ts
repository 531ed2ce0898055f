import type { DenseSpec } from '../../../engine/spec';
import { activationOf } from '../../../engine/layers';
import { valueShape } from '../../sheet/block';
import { sloped, slopedGradient } from '../activations';
import { formula, joined, type Formula } from '../formula';
import { areaOf, axis, cellIn, sumOfProducts } from '../grid';
import type { LayerFormulas } from '../layer';
import { allOf, channelsOf, fixed, type LayerPage } from '../page';

type Page = LayerPage<DenseSpec>;

/** Every input times its own weight, all summed, and the bias. */
export const dense: LayerFormulas<DenseSpec> = {
  output(page, unit) {
    const bias = { ...page.own('values', 'bias', unit), fixed: false };
    return formula`${readsColumn(page) ? weightedColumn(page, unit) : weightedMaps(page, unit)}+${bias}`;
  },

  inputGradient(page, index) {
    const units = channelsOf(page.shape.output);
    if (readsColumn(page) && activationOf(page.spec) !== 'softmax') {
      const every = axis(0, units.length);
      const weights = page.grid('values', weightsOf(page), index, every);
      const column = (key: 'values' | 'gradients') => fixed(page.grid(key, page.spec.name, 0, every));
      return sumOfProducts([{ grids: [weights] }, ...sloped(page, column, 0)]);
    }
    const terms = units.map((unit) =>
      sumOfProducts([
        { grids: [page.grid('values', weightsOf(page), unit * page.shape.input.channels + index)] },
        ...unitGradient(page, unit),
      ]),
    );
    return joined(terms, '+');
  },

  parameterGradient(page, word, index) {
    if (word === 'bias') return sumOfProducts(slopedGradient(page, index));
    const inputs = page.shape.input.channels;
    const input = page.grid('values', page.input, index % inputs);
    return sumOfProducts([{ grids: [input] }, ...unitGradient(page, Math.floor(index / inputs))]);
  },
};

const weightsOf = (page: Page) => `${page.spec.name}.weights`;

function unitGradient(page: Page, unit: number) {
  return slopedGradient(page, unit).map(({ grids, text }) => ({ grids: grids.map(fixed), text }));
}

/** Is the input one column, so that the weights are one matrix, a row for each unit? Otherwise maps. */
function readsColumn(page: Page): boolean {
  const inputs = page.shape.input.channels;
  const input = valueShape(page.grid('values', page.input, 0).block);
  const weights = valueShape(page.grid('values', weightsOf(page), 0).block);
  const isMatrix = weights.rows === page.spec.units && weights.columns === inputs;
  return isMatrix && input.columns === 1 && input.rows === inputs;
}

function weightedColumn(page: Page, unit: number): Formula {
  const inputs = page.shape.input.channels;
  const weights = page.grid('values', weightsOf(page), unit * inputs, axis(0, 1), axis(0, inputs));
  const input = fixed(page.grid('values', page.input, 0, axis(0, inputs)));
  if (inputs === 1) return formula`${cellIn(weights, 0, 0)}*${cellIn(input, 0, 0)}`;
  return formula`SUM(MMULT(${areaOf(weights)},${areaOf(input)}))`;
}

/** One SUMPRODUCT for each channel. */
function weightedMaps(page: Page, unit: number): Formula {
  const { around, input, shape } = page;
  const sums: Formula[] = [];
  for (let index = 0; index < shape.input.channels;) {
    const { block } = page.grid('values', input, index);
    const weights = page.grid('values', weightsOf(page), unit * shape.input.channels + index).block;
    const { rows, columns } = valueShape(block);
    sums.push(
      rows * columns === 1
        ? formula`${allOf(around, 'values', block)}*${allOf(around, 'values', weights)}`
        : formula`SUMPRODUCT(${allOf(around, 'values', block)},${allOf(around, 'values', weights)})`,
    );
    index += rows * columns;
  }
  return joined(sums, '+');
}
