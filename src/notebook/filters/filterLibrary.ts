// Filters that everybody knows, and the parts of images that a filter's cells see.
// Imports: engine.

/** Weights row by row. */
export type Matrix = readonly (readonly number[])[];

/** A filter that everybody knows. */
export interface LibraryFilter {
  readonly name: string;
  /** What its map shows, in a sentence. */
  readonly about: string;
  /** The filter as it is in kernels of several sizes: the 3×3 one first, and those of the others that make sense. */
  readonly cores: readonly [Matrix, ...Matrix[]];
}

/**
 * As the network computes, these are cross-correlations: what stands in the filter is laid over the image as it is. Ink
 * is 1 and paper 0, so a positive weight wants ink and a negative one paper. "Top edge" finds the upper edge of ink:
 * paper above, ink below.
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
 * The weights of a library filter in a kernel of a size: the 3×3 filter in the middle of zeros where the kernel is
 * larger; where a side is even or 1, a filter of its own, if there is one that deserves the name.
 * @param kernel height, width
 * @returns `[height, width]`, row by row; undefined when the filter makes no sense in such a kernel
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

/** Those that make sense in a kernel. */
export function libraryFor(kernel: Kernel): readonly LibraryFilter[] {
  return FILTER_LIBRARY.filter((filter) => fitted(filter, kernel) !== undefined);
}

/** What is to be known of a kernel in which not all of the library makes sense; undefined when all of it does. */
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

/** The side of the core that stands in the middle of a kernel's side. */
function coreSide(side: number): number {
  if (side % 2 === 0) return 2;
  return side === 1 ? 1 : 3;
}

interface EdgeCores {
  readonly full: Matrix;
  readonly small: Matrix;
  /** Of a kernel that is one pixel across. */
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
