import { FILTER_LIBRARY, fitted, libraryFor, remarkOn } from '../../../src/notebook/filters/filterLibrary';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { naiveConvolution } from '../../engine/support/naiveConvolution';

const named = (name: string) => FILTER_LIBRARY.find((filter) => filter.name === name)!;

/** What a filter of the library answers to an image, [height, width], without padding. */
function responses(name: string, image: readonly (readonly number[])[]): number[][] {
  const [height, width] = [image.length, image[0].length];
  const output = naiveConvolution({
    batch: 1,
    input: image.flat(),
    shape: { channels: 1, height, width },
    filters: fitted(named(name), [3, 3])!,
    bias: [0],
    kernel: [3, 3],
    ...{
      stride: { rows: 1, columns: 1 },
      dilation: 1,
      top: 0,
      left: 0,
      rows: height - 2,
      columns: width - 2,
    },
  });
  return Array.from({ length: height - 2 }, (_, row) =>
    output.slice(row * (width - 2), (row + 1) * (width - 2)),
  );
}

const rotated = (rows: readonly (readonly number[])[]) =>
  rows[0].map((_, column) => rows.map((row) => row[column]).reverse());

/** A level bar of ink, two pixels thick. */
const BAR = [
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
  [1, 1, 1, 1, 1],
  [1, 1, 1, 1, 1],
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
];

test('the top edge of a bar answers 3, three pixels of ink above paper; its bottom edge as much below 0', () => {
  // Windows whose middle is the row above the ink, the first and second row of ink, the row below.
  expect(responses('Top edge', BAR)).toEqual([
    [3, 3, 3],
    [3, 3, 3],
    [-3, -3, -3],
    [-3, -3, -3],
  ]);
  expect(responses('Bottom edge', BAR)).toEqual(
    responses('Top edge', BAR).map((row) => row.map((each) => -each)),
  );
  expect(
    responses('Left edge', BAR)
      .flat()
      .every((each) => each === 0),
  ).toBe(true);
});

test('Sobel weighs the middle double: 1 + 2 + 1', () => {
  expect(responses('Sobel horizontal', BAR).map(([first]) => first)).toEqual([4, 4, -4, -4]);
  expect(responses('Sobel vertical', rotated(rotated(rotated(BAR))))[0]).toEqual([4, 4, -4, -4]);
});

test('an upright bar has a left and a right edge', () => {
  const upright = rotated(BAR);
  expect(responses('Left edge', upright)[0]).toEqual([3, 3, -3, -3]);
  expect(responses('Right edge', upright)[0]).toEqual([-3, -3, 3, 3]);
});

test.each([
  // Ink fills the corner that the name does not name.
  ['Top left edge', [0, 0, 0, 0, 0, 1, 0, 1, 1]],
  ['Top right edge', [0, 0, 0, 1, 0, 0, 1, 1, 0]],
  ['Bottom left edge', [0, 1, 1, 0, 0, 1, 0, 0, 0]],
  ['Bottom right edge', [1, 1, 0, 1, 0, 0, 0, 0, 0]],
])('%s answers 3 to ink beyond it, and no other edge answers more', (name, ink) => {
  const image = [ink.slice(0, 3), ink.slice(3, 6), ink.slice(6)];
  expect(responses(name, image)).toEqual([[3]]);
  const edges = FILTER_LIBRARY.filter((each) => each.name.endsWith(' edge'));
  expect(edges).toHaveLength(8);
  expect(Math.max(...edges.map((each) => responses(each.name, image)[0][0]))).toBe(3);
});

test('a dot: identity keeps it, blurs spread it, the others stand out from its neighbours', () => {
  const dot = [
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ];
  const answers = Object.fromEntries(FILTER_LIBRARY.map(({ name }) => [name, responses(name, dot)[0][0]]));
  expect(answers).toMatchObject({
    Identity: 1,
    'Box blur': 1 / 9,
    'Gaussian blur': 0.25,
    Sharpen: 5,
    Laplacian: -4,
    Outline: 8,
    'Sobel horizontal': 0,
    'Top edge': 0,
  });
});

test('ink everywhere is no edge, and blurred, sharpened or kept it is ink', () => {
  const ink = [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ];
  const keeping = ['Identity', 'Box blur', 'Gaussian blur', 'Sharpen'];
  for (const { name } of FILTER_LIBRARY)
    expect(responses(name, ink)[0][0]).toBeCloseTo(keeping.includes(name) ? 1 : 0, 12);
});

test('top and left edge are the filters that lesson 4 begins with', () => {
  const first = LESSON_4.initial!['conv1.filters'] as readonly number[];
  expect([...fitted(named('Top edge'), [3, 3])!, ...fitted(named('Left edge'), [3, 3])!]).toEqual(first);
});

test('a larger kernel has zeros around it', () => {
  expect([...fitted(named('Sobel vertical'), [5, 5])!]).toEqual([
    ...[0, 0, 0, 0, 0],
    ...[0, -1, 0, 1, 0],
    ...[0, -2, 0, 2, 0],
    ...[0, -1, 0, 1, 0],
    ...[0, 0, 0, 0, 0],
  ]);
  expect([...fitted(named('Identity'), [3, 5])!]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
});

test('kernels of one pixel across have the filters that need no more', () => {
  expect([...fitted(named('Left edge'), [1, 5])!]).toEqual([0, -1, 0, 1, 0]);
  expect([...fitted(named('Top edge'), [3, 1])!]).toEqual([-1, 0, 1]);
  expect(fitted(named('Top edge'), [1, 3])).toBeUndefined();
  expect(libraryFor([1, 1]).map(({ name }) => name)).toEqual(['Identity']);
});

test('even kernels have edges and a mean between four pixels', () => {
  expect([...fitted(named('Top edge'), [2, 2])!]).toEqual([-1, -1, 1, 1]);
  expect([...fitted(named('Box blur'), [4, 4])!]).toEqual([
    0, 0, 0, 0, 0, 0.25, 0.25, 0, 0, 0.25, 0.25, 0, 0, 0, 0, 0,
  ]);
  expect(fitted(named('Identity'), [2, 2])).toBeUndefined();
});

test('what is left out is told, and why', () => {
  expect(remarkOn([3, 3])).toBeUndefined();
  expect(remarkOn([7, 5])).toBeUndefined();
  expect(remarkOn([2, 2])).toBe(
    'In a kernel of 2×2 only 9 filters make sense: the others need a pixel in the middle, which even sides lack.',
  );
  expect(remarkOn([1, 1])).toMatch(/only one filter makes sense/);
  expect(remarkOn([2, 3])).toMatch(/^None of these filters makes sense in a kernel of 2×3/);
});

test('every core fits the kernel of its own size exactly', () => {
  for (const { cores } of FILTER_LIBRARY) {
    const sizes = cores.map((core) => `${core.length}×${core[0].length}`);
    expect(sizes[0]).toBe('3×3');
    expect(new Set(sizes).size).toBe(sizes.length);
    for (const core of cores) expect(core.every((row) => row.length === core[0].length)).toBe(true);
  }
});
