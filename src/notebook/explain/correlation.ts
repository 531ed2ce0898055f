import { axesOf, inputUnderTap, outputsCovering, windowOf, type CoveringTap } from '../../engine/geometry';
import type { LayerSpec } from '../../engine/spec';
import { innerFactors, innerGradient, innerGrids, slopeWords } from './activations';
import { sentence, sum, term, type GridCell, type NumberGrid, type Part, type Products } from './explanation';
import type { Collected, ExplainedLayer, Own } from './explainedLayer';
import { cornerParts } from './nonDifferentiable';
import { inChannel, mapOf } from './maps';

/** A layer with filters. */
type Layer = ExplainedLayer<Extract<LayerSpec, { kernel: unknown }>>;

/** One matrix of a filter: it reads input `channel` and contributes to map `filter`. */
export interface Matrix {
  readonly channel: number;
  readonly filter: number;
  /** Index of its first weight in the filters tensor. */
  readonly first: number;
}

/** Map and position within it of output number `index`. */
export function mapNumber({ shape: { output } }: Layer, index: number): [filter: number, at: number] {
  const size = output.height * output.width;
  return [Math.floor(index / size), index % size];
}

/** The patch under an output's window in one channel, multiplied by that channel's matrix. */
export function patchProducts(layer: Layer, matrix: Matrix, at: number, title: string): Products {
  const { scene } = layer;
  const pixels = inChannel(windowOf(layer.shape, at), matrix.channel, layer.shape.input);
  const [rows, columns] = layer.spec.kernel;
  const weights = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => matrix.first + i * columns + j),
  );
  return products(title, [
    scene.grid('patch', 'values', layer.inputTensor, pixels),
    scene.grid('weights', 'values', layer.tensor('filters'), weights),
  ]);
}

/** The sum of `patchProducts`, for image `n`. */
export function multiplied(layer: Layer, { channel, first }: Matrix, at: number, n: number): number {
  const map = mapOf(layer.inputs(n), channel, layer.shape.input);
  const filters = layer.own('filters');
  let total = 0;
  windowOf(layer.shape, at)
    .flat()
    .forEach((pixel, tap) => {
      if (pixel >= 0) total += filters[first + tap] * map[pixel];
    });
  return total;
}

/**
 * The gradient of an input pixel: in each map, the gradients of the outputs that use the pixel, times the
 * weights they use it with. These weights are the filter rotated by 180°.
 */
export function gradientProducts(layer: Layer, pixel: number, matrices: readonly Matrix[]): Part[] {
  const meetings = outputsCovering(layer.shape, pixel);
  if (meetings.length === 0)
    return [
      sentence('No window reaches this pixel, so it changes nothing: its gradient is 0.'),
      sum('∂ of this cell', []),
    ];
  const [, columns] = layer.spec.kernel;
  const count = meetings.flat().length;
  const parts = matrices.map((matrix) => {
    const outputs = inChannel(
      meetings.map((row) => row.map(({ output }) => output)),
      matrix.filter,
      layer.shape.output,
    );
    const weights = meetings.map((row) => row.map(({ i, j }) => matrix.first + i * columns + j));
    return products(`${capital(layer.spec.name)}, map ${matrix.filter + 1}`, [
      ...innerGrids(layer, outputs),
      layer.scene.grid('weights, rotated', 'values', layer.tensor('filters'), weights),
    ]);
  });
  return [
    sentence(
      `This cell is seen by ${count === 1 ? 'one cell' : `${count} cells`} of each map of ${layer.spec.name} that reads it. ` +
        `Each gives back its own gradient${slopeWords(layer)} times the weight through which it saw this cell: the ` +
        'filter rotated by 180°.',
    ),
    ...cornerParts(layer, fedBy(layer, meetings.flat(), matrices)),
    ...parts,
    sum(
      '∂ of this cell',
      parts.map(({ result }) => result),
    ),
  ];
}

/** The outputs that use a pixel with a weight that is not 0. */
function fedBy(layer: Layer, meetings: readonly CoveringTap[], matrices: readonly Matrix[]): Uint8Array {
  const fed = layer.noOutputs();
  const filters = layer.own('filters');
  for (const { filter, first } of matrices) {
    const map = mapOf(fed, filter, layer.shape.output);
    for (const { output, i, j } of meetings)
      if (filters[first + i * layer.spec.kernel[1] + j] !== 0) map[output] = 1;
  }
  return fed;
}

/** ∂L/∂ one weight of a filter: a sum over every position of its map. */
export function collectedByTap(layer: Layer, { channel, filter }: Matrix, tap: number): Collected {
  const { input, output } = layer.shape;
  const outputAt = (place: number) => filter * output.height * output.width + place;
  const pixelAt = pixelsThrough(layer, tap);
  return {
    count: output.height * output.width,
    value(place, n) {
      const pixel = pixelAt(place);
      return pixel < 0
        ? 0
        : innerGradient(layer, outputAt(place), n) * mapOf(layer.inputs(n), channel, input)[pixel];
    },
    term(place) {
      const pixel = pixelAt(place);
      const seen =
        pixel < 0
          ? { label: 'padding', value: 0 }
          : layer.input(channel * input.height * input.width + pixel, 'what it saw');
      return term(placeName(place, output.width), [...innerFactors(layer, outputAt(place)), seen]);
    },
  };
}

/** ∂L/∂ the bias of a filter: a sum over every position of its map. */
export function collectedByBias(layer: Layer, filter: number): Collected {
  const { height, width } = layer.shape.output;
  const outputAt = (place: number) => filter * height * width + place;
  return {
    count: height * width,
    value: (place, n) => innerGradient(layer, outputAt(place), n),
    term: (place) => term(placeName(place, width), innerFactors(layer, outputAt(place))),
  };
}

/**
 * What one weight of a filter is used on: the pixels it multiplies, and the outputs of its map; the padding
 * excluded.
 */
export function ownTap(layer: Layer, { channel, filter }: Matrix, tap: number): Own {
  const pixelAt = pixelsThrough(layer, tap);
  const [meets, makes] = [layer.noInputs(), layer.noOutputs()];
  const pixels = mapOf(meets, channel, layer.shape.input);
  const outputs = mapOf(makes, filter, layer.shape.output);
  for (let at = 0; at < outputs.length; at++) {
    const pixel = pixelAt(at);
    if (pixel >= 0) pixels[pixel] = outputs[at] = 1;
  }
  return { meets, makes };
}

/** A bias is used in the whole map of its filter. */
export function ownBias(layer: Layer, filter: number): Own {
  const makes = layer.noOutputs();
  mapOf(makes, filter, layer.shape.output).fill(1);
  return { makes };
}

/** The pixel that each output multiplies by a tap; −1 in the padding. */
function pixelsThrough({ shape, spec }: Layer, tap: number): (output: number) => number {
  const { rows, columns } = axesOf(shape);
  const [i, j] = [Math.floor(tap / spec.kernel[1]), tap % spec.kernel[1]];
  return (output) => {
    const row = inputUnderTap(rows, Math.floor(output / columns.outputs), i);
    const column = inputUnderTap(columns, output % columns.outputs, j);
    return row === undefined || column === undefined ? -1 : row * columns.inputs + column;
  };
}

/** What a weight of a filter, or its bias, is used for. */
export function purposeInMap(word: string): Part[] {
  return [
    sentence(
      word === 'bias'
        ? 'It is added in every cell of its map.'
        : 'One weight is shared by all cells of its map: each multiplies it by the cell of its own patch.',
    ),
  ];
}

/** Multiplies grids of the same shape, number by number. */
function products(title: string, factors: readonly NumberGrid[]): Products {
  const rows = factors[0].rows.map((row, r) =>
    row.map((_, c): GridCell => {
      const outside = factors.some((grid) => grid.rows[r][c].outside);
      const value = factors.reduce((all, grid) => all * grid.rows[r][c].value, 1);
      return outside ? { value: 0, outside } : { value };
    }),
  );
  const value = rows.flat().reduce((total, cell) => total + cell.value, 0);
  return {
    kind: 'products',
    title,
    factors,
    products: { title: 'products', rows },
    result: { label: title, value },
  };
}

function placeName(place: number, width: number): string {
  return `row ${Math.floor(place / width) + 1}, column ${(place % width) + 1}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
