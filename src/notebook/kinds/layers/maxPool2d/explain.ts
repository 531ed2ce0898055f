import { inputsSeenBy, outputsCovering, outputsReachedBy, windowOf } from '../../../../engine/geometry';
import { winnerAt } from '../../../../engine/layers/maxPool2d';
import type { MaxPool2dSpec } from '../../../../engine/spec';
import { innerFactors } from '../../../explain/activations';
import { sentence, sum, term, type Candidates } from '../../../explain/explanation';
import type { LayerExplainer, ExplainedLayer } from '../../../explain/explainedLayer';
import { inChannel, mapByMap, mapOf } from '../../../explain/maps';

type Layer = ExplainedLayer<MaxPool2dSpec>;

/** The maximum of each window. */
export const explain: LayerExplainer<MaxPool2dSpec> = {
  output(layer, index) {
    const [channel, at] = placeOf(layer, index);
    const pixels = inChannel(windowOf(layer.shape, at), channel, layer.shape.input);
    const grid = layer.scene.grid('candidates', 'values', layer.inputTensor, pixels);
    const winner = winnerAt(layer.shape, layer.inputs(), index);
    const row = pixels.findIndex((each) => each.includes(winner));
    const column = pixels[row].indexOf(winner);
    const { value, cell } = grid.rows[row][column];
    const candidates: Candidates = {
      kind: 'candidates',
      grid: { ...grid, marked: { row, column } },
      result: { label: 'the largest', value, cell },
    };
    const ties = grid.rows.flat().filter((each) => !each.outside && each.value === value).length;
    return [
      candidates,
      sentence(ties > 1 ? TIED : 'The largest is taken; the others do not affect this cell.'),
    ];
  },

  compute: (layer, index, n) => layer.inputs(n)[winnerAt(layer.shape, layer.inputs(n), index)],

  inputGradient(layer, index) {
    const [channel, pixel] = inputPlaceOf(layer, index);
    const meetings = outputsCovering(layer.shape, pixel).flat();
    const terms = meetings.map(({ output }) => {
      const at = channel * layer.shape.output.height * layer.shape.output.width + output;
      const won = winnerAt(layer.shape, layer.inputs(), at) === index;
      return term(layer.scene.nameOf(layer.spec.name, at), [
        ...innerFactors(layer, at),
        { label: won ? 'won here' : 'another cell won', value: won ? 1 : 0 },
      ]);
    });
    return [
      sentence(
        meetings.length === 0
          ? 'No window reaches this cell, so it changes nothing: its gradient is 0.'
          : 'A max pool passes its whole gradient to the winner of the window, and nothing to the others.',
      ),
      ...(meetings.some(({ output }) => isTied(layer, index, output)) ? [sentence(TIED_POOL)] : []),
      sum('∂ of this cell', terms),
    ];
  },

  reads(layer, outputs) {
    return mapByMap(layer.shape.output, outputs, layer.noInputs(), (map) => inputsSeenBy(layer.shape, map));
  },

  reaches(layer, inputs) {
    return mapByMap(layer.shape.input, inputs, layer.noOutputs(), (map) =>
      outputsReachedBy(layer.shape, map),
    );
  },

  own: (layer) => ({ makes: layer.noOutputs() }),
  ownOf: () => [],
  parameterGradient: undefined,
  ownParts: undefined,
  purpose: () => [],
  flattenedUse: undefined,
  holdsWhile: 'no other cell wins its pool',
  flattens: false,
};

/** What to say about a gradient where the maximum of a window is tied. */
const TIED_POOL =
  'It is at a kink: several cells of the window are equally large, and backpropagation takes the first; ' +
  'a real change may behave differently.';

const TIED =
  'The largest is taken. Where several are equal the first wins, row by row from the top left; only it gets the gradient.';

function placeOf({ shape: { output } }: Layer, index: number): [channel: number, at: number] {
  const size = output.height * output.width;
  return [Math.floor(index / size), index % size];
}

function inputPlaceOf({ shape: { input } }: Layer, index: number): [channel: number, pixel: number] {
  const size = input.height * input.width;
  return [Math.floor(index / size), index % size];
}

/** Whether this number ties with the winner of the window of `output`. */
function isTied(layer: Layer, index: number, output: number): boolean {
  const [channel] = inputPlaceOf(layer, index);
  const map = mapOf(layer.inputs(), channel, layer.shape.input);
  const window = windowOf(layer.shape, output)
    .flat()
    .filter((pixel) => pixel >= 0)
    .map((pixel) => map[pixel]);
  const value = layer.inputs()[index];
  return value === Math.max(...window) && window.filter((each) => each === value).length > 1;
}
