import { overlap, type Rect } from '../../../../src/notebook/sheet/address';
import { layOutFilters, patchAt, type FiltersShape } from '../../../../src/excel/sheets/filters/filterLayout';

const size = (rows: number, columns = rows) => ({ rows, columns });

/** As of lesson 4: two filters of 3×3, then two over two channels, which see 5×5. */
const LESSON: FiltersShape = {
  letters: 7,
  layers: [
    { filters: 2, matrices: 1, kernel: size(3), patch: size(3) },
    { filters: 2, matrices: 2, kernel: size(3), patch: size(5) },
  ],
};

const everything = (shape: FiltersShape): Rect[] =>
  layOutFilters(shape).layers.flatMap(({ filters }) =>
    filters.flatMap(({ matrices, patches, captions }) => [...matrices, ...patches, ...captions]),
  );

const SHAPES: readonly FiltersShape[] = [
  LESSON,
  { letters: 20, layers: [{ filters: 3, matrices: 8, kernel: size(1, 4), patch: size(2, 4) }] },
  { letters: 7, layers: [{ filters: 2, matrices: 1, kernel: size(7), patch: size(5) }] },
  { letters: 7, layers: [{ filters: 16, matrices: 8, kernel: size(3), patch: size(28) }] },
];

test.each(SHAPES)('nothing stands over something else, and all of it within the block', (shape) => {
  const rects = everything(shape);
  const { size: block } = layOutFilters(shape);
  rects.forEach((rect, index) => {
    expect(rects.slice(index + 1).filter((other) => overlap(rect, other))).toEqual([]);
    expect(rect.row + rect.rows).toBeLessThanOrEqual(block.rows);
    expect(rect.column + rect.columns).toBeLessThanOrEqual(block.columns);
    expect(rect.column).toBeGreaterThan(0);
  });
});

test.each(SHAPES)('the block ends with the last of what stands in it', (shape) => {
  const rects = everything(shape);
  expect(layOutFilters(shape).size).toEqual({
    rows: Math.max(...rects.map(({ row, rows }) => row + rows)),
    columns: Math.max(...rects.map(({ column, columns }) => column + columns)),
  });
});

test('words below a patch have room for their letters, however small the patch', () => {
  const { layers, side } = layOutFilters(LESSON);
  expect(layers[0].filters[0].captions[0].columns * side).toBeGreaterThanOrEqual(7 * 4.6);
});

test('pictures are as large as fit, and small ones where many stand side by side', () => {
  const sides = SHAPES.map((shape) => layOutFilters(shape).side);
  expect(Math.max(...sides)).toBeLessThanOrEqual(13.5);
  expect(sides.at(-1)).toBe(9);
  expect(sides[0]).toBeGreaterThan(9);
});

test('a click on a patch, or on the words below it, is a click on it', () => {
  const layout = layOutFilters(LESSON);
  const { patches, captions } = layout.layers[1].filters[0];
  const cell = ({ row, column }: Rect, down = 0) => `R${row + down}C${column}`;
  expect(cell(patches[4])).not.toBe(cell(captions[4]));
  for (const { row, column } of [patches[4], captions[4]])
    expect(patchAt(a1(row, column), layout)).toEqual({ layer: 1, filter: 0, patch: 4 });
  // Rows were inserted above, and columns left of the block.
  const { row, column } = patches[4];
  expect(patchAt(a1(row + 2, column + 1), layout, { row: 2, column: 1 })).toEqual({
    layer: 1,
    filter: 0,
    patch: 4,
  });
});

test('a click beside them, or over several, is none', () => {
  const layout = layOutFilters(LESSON);
  for (const address of ['A1', 'B9', 'A9:BZ9', '9:9', 'B9,C9', 'XFD1048576'])
    expect(patchAt(address, layout)).toBeUndefined();
});

function a1(row: number, column: number): string {
  const name = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
  return `${name}${String.fromCharCode(65 + (column % 26))}${row + 1}`;
}
