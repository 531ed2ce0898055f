// Well-known image filters, and the part of an image in a filter cell's receptive field.
// Imports: engine.

/** Weights, row by row. */
export type Matrix = readonly (readonly number[])[];

/** A well-known image filter. */
export interface LibraryFilter {
  readonly name: string;
  /** What its map shows, in a sentence. */
  readonly about: string;
  /** The filter in several sizes: 3×3 first, then others for which it makes sense. */
  readonly cores: readonly [Matrix, ...Matrix[]];
}

/**
 * For cross-correlation, as in the network: the filter is not flipped. Ink is 1 and paper 0, so a positive
 * weight wants ink and a negative one paper. "Top edge" finds the upper edge of ink: paper above, ink below.
 */
export const FILTER_LIBRARY: readonly LibraryFilter[] = [
  edge('Top edge', 'Ink below, paper above: the upper edge of a stroke.', {
    full: [
      [-1, -1, -1],
      [0, 0, 0],
      [1, 1, 1],
    ],
    small: [
      [-1, -1],
      [1, 1],
    ],
    line: [[-1], [0], [1]],
  }),
  edge('Bottom edge', 'Ink above, paper below: the lower edge of a stroke.', {
    full: [
      [1, 1, 1],
      [0, 0, 0],
      [-1, -1, -1],
    ],
    small: [
      [1, 1],
      [-1, -1],
    ],
    line: [[1], [0], [-1]],
  }),
  edge('Left edge', 'Ink on the right, paper on the left: the left edge of a stroke.', {
    full: [
      [-1, 0, 1],
      [-1, 0, 1],
      [-1, 0, 1],
    ],
    small: [
      [-1, 1],
      [-1, 1],
    ],
    line: [[-1, 0, 1]],
  }),
  edge('Right edge', 'Ink on the left, paper on the right: the right edge of a stroke.', {
    full: [
      [1, 0, -1],
      [1, 0, -1],
      [1, 0, -1],
    ],
    small: [
      [1, -1],
      [1, -1],
    ],
    line: [[1, 0, -1]],
  }),
  edge('Top left edge', 'Ink below on the right: the upper left edge of a stroke that rises.', {
    full: [
      [-1, -1, 0],
      [-1, 0, 1],
      [0, 1, 1],
    ],
    small: [
      [-1, 0],
      [0, 1],
    ],
  }),
  edge('Top right edge', 'Ink below on the left: the upper right edge of a stroke that falls.', {
    full: [
      [0, -1, -1],
      [1, 0, -1],
      [1, 1, 0],
    ],
    small: [
      [0, -1],
      [1, 0],
    ],
  }),
  edge('Bottom left edge', 'Ink above on the right: the lower left edge of a stroke that falls.', {
    full: [
      [0, 1, 1],
      [-1, 0, 1],
      [-1, -1, 0],
    ],
    small: [
      [0, 1],
      [-1, 0],
    ],
  }),
  edge('Bottom right edge', 'Ink above on the left: the lower right edge of a stroke that rises.', {
    full: [
      [1, 1, 0],
      [1, 0, -1],
      [0, -1, -1],
    ],
    small: [
      [1, 0],
      [0, -1],
    ],
  }),
  {
    name: 'Identity',
    about: 'The middle pixel as it is: the map is the image.',
    cores: [
      [
        [0, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
      [[1]],
      [[0, 1, 0]],
      [[0], [1], [0]],
    ],
  },
  {
    name: 'Box blur',
    about: 'The mean of the pixels: the image out of focus.',
    cores: [
      matrix(3, 3, () => 1 / 9),
      matrix(2, 2, () => 1 / 4),
      matrix(1, 3, () => 1 / 3),
      matrix(3, 1, () => 1 / 3),
    ],
  },
  {
    name: 'Gaussian blur',
    about: 'A mean in which near pixels count for more: softer than the box.',
    cores: [
      matrix(3, 3, (row, column) => (binomial(row) * binomial(column)) / 16),
      matrix(1, 3, (_, column) => binomial(column) / 4),
      matrix(3, 1, (row) => binomial(row) / 4),
    ],
  },
  {
    name: 'Sharpen',
    about: 'The image and its Laplacian taken away: edges stand out.',
    cores: [
      [
        [0, -1, 0],
        [-1, 5, -1],
        [0, -1, 0],
      ],
      [[-1, 3, -1]],
      [[-1], [3], [-1]],
    ],
  },
  {
    name: 'Sobel horizontal',
    about: 'Horizontal edges, as the top edge, the middle column counting double: less noise.',
    cores: [
      [
        [-1, -2, -1],
        [0, 0, 0],
        [1, 2, 1],
      ],
    ],
  },
  {
    name: 'Sobel vertical',
    about: 'Vertical edges, as the left edge, the middle row counting double: less noise.',
    cores: [
      [
        [-1, 0, 1],
        [-2, 0, 2],
        [-1, 0, 1],
      ],
    ],
  },
  {
    name: 'Laplacian',
    about: 'How far the pixel lies below its four neighbours: edges of every direction, from outside.',
    cores: [
      [
        [0, 1, 0],
        [1, -4, 1],
        [0, 1, 0],
      ],
      [[1, -2, 1]],
      [[1], [-2], [1]],
    ],
  },
  {
    name: 'Outline',
    about: 'How far the pixel lies above its eight neighbours: the rim of ink, and single dots.',
    cores: [matrix(3, 3, (row, column) => (row === 1 && column === 1 ? 8 : -1))],
  },
];

/**
 * A library filter for a kernel of some size: the 3×3 filter surrounded by zeros where the kernel is larger;
 * for sides that are even or 1, a version of its own if there is a sensible one.
 * @param kernel height, width
 * @returns `[height, width]`, row by row; undefined if the filter makes no sense at this size
 */
export function fitted({ cores }: LibraryFilter, [height, width]: Kernel): Float64Array | undefined {
  const core = cores.find((each) => each.length === coreSide(height) && each[0].length === coreSide(width));
  if (!core) return undefined;
  const weights = new Float64Array(height * width);
  const top = (height - core.length) / 2;
  const left = (width - core[0].length) / 2;
  core.forEach((row, down) => weights.set(row, (top + down) * width + left));
  return weights;
}

/** Height, width. */
export type Kernel = readonly [number, number];

/** The filters that make sense at a kernel size. */
export function libraryFor(kernel: Kernel): readonly LibraryFilter[] {
  return FILTER_LIBRARY.filter((filter) => fitted(filter, kernel) !== undefined);
}

/**
 * What to say about a kernel size at which some library filters make no sense; undefined if all of them do.
 */
export function remarkOn([height, width]: Kernel): string | undefined {
  const size = `${height}×${width}`;
  const count = libraryFor([height, width]).length;
  if (count === FILTER_LIBRARY.length) return undefined;
  if (count === 0)
    return `None of these filters makes sense in a kernel of ${size}: they are made for 3×3 and larger odd sides.`;
  const some = count === 1 ? 'one filter makes' : `${count} filters make`;
  if (height % 2 && width % 2)
    return `In a kernel of ${size} only ${some} sense: the others compare pixels that it does not reach.`;
  return `In a kernel of ${size} only ${some} sense: the others need a pixel in the middle, which even sides lack.`;
}

/** Side of the core that is centred in a kernel of this side. */
function coreSide(side: number): number {
  if (side % 2 === 0) return 2;
  return side === 1 ? 1 : 3;
}

interface EdgeCores {
  readonly full: Matrix;
  readonly small: Matrix;
  /** For kernels one pixel wide or high. */
  readonly line?: Matrix;
}

function edge(name: string, about: string, { full, small, line }: EdgeCores): LibraryFilter {
  return { name, about, cores: line ? [full, small, line] : [full, small] };
}

function matrix(rows: number, columns: number, at: (row: number, column: number) => number): Matrix {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => at(row, column)),
  );
}

/** 1, 2, 1. */
function binomial(position: number): number {
  return position === 1 ? 2 : 1;
}
