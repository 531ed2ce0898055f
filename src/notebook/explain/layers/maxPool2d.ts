import type { MaxPool2dSpec } from '../../../engine/spec';
import { innerFactors } from '../activations';
import { sentence, sum, term, type Candidates } from '../explanation';
import { TIED_POOL } from '../nonDifferentiable';
import type { LayerExplainer, LayerPage } from '../layer';
import { inChannel, mapByMap, mapOf, pixelsOf, seeing, seenBy, seersOf, windowsOf } from '../windows';

type Page = LayerPage<MaxPool2dSpec>;

/** The largest number of each window. */
export const maxPool2d: LayerExplainer<MaxPool2dSpec> = {
  output(page, index) {
    const [channel, at] = placeOf(page, index);
    const pixels = inChannel(pixelsOf(windowsOf(page), at), channel, page.shape.input);
    const grid = page.scene.grid('candidates', 'values', page.inputTensor, pixels);
    const winner = winnerOf(page, index);
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
      sentence(ties > 1 ? TIED : 'The largest is taken; the others have no say in this cell.'),
    ];
  },

  compute: (page, index, n) => page.inputs(n)[winnerOf(page, index, n)],

  inputGradient(page, index) {
    const [channel, pixel] = inputPlaceOf(page, index);
    const seers = seersOf(windowsOf(page), pixel).flat();
    const terms = seers.map(({ output }) => {
      const at = channel * page.shape.output.height * page.shape.output.width + output;
      const won = winnerOf(page, at) === index;
      return term(page.scene.nameOf(page.spec.name, at), [
        ...innerFactors(page, at),
        { label: won ? 'won here' : 'another cell won', value: won ? 1 : 0 },
      ]);
    });
    return [
      sentence(
        seers.length === 0
          ? 'No window reaches this cell, so it changes nothing: its gradient is 0.'
          : 'A max pool hands its gradient to the winner of the window, all of it, and nothing to the others.',
      ),
      ...(seers.some(({ output }) => isTied(page, index, output)) ? [sentence(TIED_POOL)] : []),
      sum('∂ of this cell', terms),
    ];
  },

  reads(page, outputs) {
    return mapByMap(page.shape.output, outputs, page.noInputs(), (map) => seenBy(windowsOf(page), map));
  },

  reaches(page, inputs) {
    return mapByMap(page.shape.input, inputs, page.noOutputs(), (map) => seeing(windowsOf(page), map));
  },

  own: (page) => ({ makes: page.noOutputs() }),
  ownOf: () => [],
};

const TIED =
  'The largest is taken. Where several are equal the first wins, row by row from the top left; only it gets the gradient.';

function placeOf({ shape: { output } }: Page, index: number): [channel: number, at: number] {
  const size = output.height * output.width;
  return [Math.floor(index / size), index % size];
}

function inputPlaceOf({ shape: { input } }: Page, index: number): [channel: number, pixel: number] {
  const size = input.height * input.width;
  return [Math.floor(index / size), index % size];
}

/** Is this number as large as the winner of the window of `output`, and not alone in that? */
function isTied(page: Page, index: number, output: number): boolean {
  const [channel] = inputPlaceOf(page, index);
  const map = mapOf(page.inputs(), channel, page.shape.input);
  const window = pixelsOf(windowsOf(page), output)
    .flat()
    .filter((pixel) => pixel >= 0)
    .map((pixel) => map[pixel]);
  const value = page.inputs()[index];
  return value === Math.max(...window) && window.filter((each) => each === value).length > 1;
}

/** Where in the input an output was found, by the engine's rule: the first of the largest, or the first NaN. */
function winnerOf(page: Page, index: number, n = 0): number {
  const [channel, at] = placeOf(page, index);
  const map = mapOf(page.inputs(n), channel, page.shape.input);
  const pixels = pixelsOf(windowsOf(page), at)
    .flat()
    .filter((pixel) => pixel >= 0);
  let winner = pixels[0];
  for (const pixel of pixels) {
    if (map[pixel] > map[winner] || (Number.isNaN(map[pixel]) && !Number.isNaN(map[winner]))) winner = pixel;
  }
  return channel * map.length + winner;
}
