import type { Conv2dSpec, DepthwiseConv2dSpec } from '../../engine/spec';
import { innerFactors, innerGradient, innerGrids, slopeWords } from './activations';
import { sentence, sum, term, type Grid, type GridCell, type Part, type Products } from './explanation';
import { kinkParts } from './nonDifferentiable';
import type { Collected, LayerPage, Own } from './layer';
import { inChannel, mapOf, pixelOf, pixelsOf, seersOf, windowsOf, type Seer } from './windows';

type Page = LayerPage<Conv2dSpec | DepthwiseConv2dSpec>;

/** One matrix of a filter: it reads `channel` and makes the map `filter`. */
export interface Matrix {
  readonly channel: number;
  readonly filter: number;
  /** Where it begins among the filters. */
  readonly first: number;
}

/** In which map number `index` of the output stands, and where in it. */
export function mapNumber({ shape: { output } }: Page, index: number): [filter: number, at: number] {
  const size = output.height * output.width;
  return [Math.floor(index / size), index % size];
}

/** The patch that an output sees of one channel, times the matrix of that channel, number by number. */
export function patchProducts(page: Page, matrix: Matrix, at: number, title: string): Products {
  const { scene } = page;
  const pixels = inChannel(pixelsOf(windowsOf(page), at), matrix.channel, page.shape.input);
  const [rows, columns] = page.spec.kernel;
  const weights = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => matrix.first + i * columns + j),
  );
  return products(title, [
    scene.grid('patch', 'values', page.inputTensor, pixels),
    scene.grid('weights', 'values', page.tensor('filters'), weights),
  ]);
}

/** The sum of those products, of image `n`. */
export function multiplied(page: Page, { channel, first }: Matrix, at: number, n: number): number {
  const windows = windowsOf(page);
  const map = mapOf(page.inputs(n), channel, page.shape.input);
  const filters = page.own('filters');
  let total = 0;
  for (let i = 0, tap = first; i < windows.rows; i++) {
    for (let j = 0; j < windows.columns; j++, tap++) {
      const pixel = pixelOf(windows, at, i, j);
      if (pixel >= 0) total += filters[tap] * map[pixel];
    }
  }
  return total;
}

/**
 * What flows back to a pixel: of each map, the gradients of the outputs that saw it, times the weight that each saw it
 * through. That is the filter turned by 180°.
 */
export function gradientProducts(page: Page, pixel: number, matrices: readonly Matrix[]): Part[] {
  const seers = seersOf(windowsOf(page), pixel);
  if (seers.length === 0)
    return [
      sentence('No window reaches this pixel, so it changes nothing: its gradient is 0.'),
      sum('∂ of this cell', []),
    ];
  const [, columns] = page.spec.kernel;
  const count = seers.flat().length;
  const parts = matrices.map((matrix) => {
    const outputs = inChannel(
      seers.map((row) => row.map(({ output }) => output)),
      matrix.filter,
      page.shape.output,
    );
    const weights = seers.map((row) => row.map(({ i, j }) => matrix.first + i * columns + j));
    return products(`${capital(page.spec.name)}, map ${matrix.filter + 1}`, [
      ...innerGrids(page, outputs),
      page.scene.grid('weights, turned', 'values', page.tensor('filters'), weights),
    ]);
  });
  return [
    sentence(
      `This cell is seen by ${count === 1 ? 'one cell' : `${count} cells`} of each map of ${page.spec.name} that reads it. ` +
        `Each gives back its own gradient${slopeWords(page)} times the weight through which it saw this cell: the ` +
        'filter turned by 180°.',
    ),
    ...kinkParts(page, fedBy(page, seers.flat(), matrices)),
    ...parts,
    sum(
      '∂ of this cell',
      parts.map(({ result }) => result),
    ),
  ];
}

/** The outputs that see a pixel through a weight that is not 0. */
function fedBy(page: Page, seers: readonly Seer[], matrices: readonly Matrix[]): Uint8Array {
  const fed = page.noOutputs();
  const filters = page.own('filters');
  for (const { filter, first } of matrices) {
    const map = mapOf(fed, filter, page.shape.output);
    for (const { output, i, j } of seers)
      if (filters[first + i * page.spec.kernel[1] + j] !== 0) map[output] = 1;
  }
  return fed;
}

/** ∂L/∂ one number of a filter: it is used at every place of its map. */
export function collectedByTap(page: Page, { channel, filter }: Matrix, tap: number): Collected {
  const windows = windowsOf(page);
  const { input, output } = page.shape;
  const [i, j] = [Math.floor(tap / windows.columns), tap % windows.columns];
  const outputAt = (place: number) => filter * output.height * output.width + place;
  const pixelAt = (place: number) => pixelOf(windows, place, i, j);
  return {
    count: output.height * output.width,
    value(place, n) {
      const pixel = pixelAt(place);
      return pixel < 0
        ? 0
        : innerGradient(page, outputAt(place), n) * mapOf(page.inputs(n), channel, input)[pixel];
    },
    term(place) {
      const pixel = pixelAt(place);
      const seen =
        pixel < 0
          ? { label: 'padding', value: 0 }
          : page.input(channel * input.height * input.width + pixel, 'what it saw');
      return term(placeName(place, output.width), [...innerFactors(page, outputAt(place)), seen]);
    },
  };
}

/** ∂L/∂ the bias of a filter: it is added at every place of its map. */
export function collectedByBias(page: Page, filter: number): Collected {
  const { height, width } = page.shape.output;
  const outputAt = (place: number) => filter * height * width + place;
  return {
    count: height * width,
    value: (place, n) => innerGradient(page, outputAt(place), n),
    term: (place) => term(placeName(place, width), innerFactors(page, outputAt(place))),
  };
}

/** A number of a filter meets the pixels that it sees, and makes the map of its filter; in the padding it does neither. */
export function ownTap(page: Page, { channel, filter }: Matrix, tap: number): Own {
  const windows = windowsOf(page);
  const [meets, makes] = [page.noInputs(), page.noOutputs()];
  const pixels = mapOf(meets, channel, page.shape.input);
  const outputs = mapOf(makes, filter, page.shape.output);
  for (let at = 0; at < outputs.length; at++) {
    const pixel = pixelOf(windows, at, Math.floor(tap / windows.columns), tap % windows.columns);
    if (pixel >= 0) pixels[pixel] = outputs[at] = 1;
  }
  return { meets, makes };
}

/** A bias makes the whole map. */
export function ownBias(page: Page, filter: number): Own {
  const makes = page.noOutputs();
  mapOf(makes, filter, page.shape.output).fill(1);
  return { makes };
}

/** Multiply grids of one shape, number by number. */
function products(title: string, factors: readonly Grid[]): Products {
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
