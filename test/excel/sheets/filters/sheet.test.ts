/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { toA1, type Rect } from '../../../../src/notebook/sheet/address';
import { shapeOfFilters, type FilterPage } from '../../../../src/excel/sheets/filters/filterCells';
import { layOutFilters } from '../../../../src/excel/sheets/filters/filterLayout';
import { headlessExcel, type HeadlessExcel } from '../../../workbook/support/headlessExcel';
import { patch, show, twoFilters } from '../support/filters';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel);
});
afterAll(() => excel.close());

const layoutOf = (page: FilterPage) => layOutFilters(shapeOfFilters(page));
const [first, second] = layoutOf(twoFilters()).layers[0].filters;
const read = (title: string, rect: Rect) => person.read(`${title} filters`, toA1(rect));
const firstColumn = (rect: Rect): Rect => ({ ...rect, columns: 1 });

/** One filter of the page drawn otherwise. */
function withSecond(change: Partial<FilterPage['layers'][number]['filters'][number]>): FilterPage {
  const page = twoFilters();
  const [layer] = page.layers;
  return { ...page, layers: [{ ...layer, filters: [layer.filters[0], { ...layer.filters[1], ...change }] }] };
}

test('heading, note, layer and names stand in the first column', async () => {
  await show('Words', undefined, twoFilters());
  const words = await person.read('Words filters', 'A1:A20');
  expect(words.flat().filter((word) => word !== '')).toEqual([
    'What they look for',
    'Searched: some.',
    'conv1',
    '2 filters of 2×2',
    'filter 1',
    ...['activation', 'image', 'label'],
    'filter 2',
    ...['activation', 'image', 'label'],
  ]);
});

test('matrices stand with their numbers, the channel above', async () => {
  await show('Matrices', undefined, twoFilters());
  expect(await read('Matrices', first.matrices[0])).toEqual([
    [-0.5, 0],
    [0.25, 0.1],
  ]);
  const [{ row, column }] = second.matrices;
  expect(await read('Matrices', { row: row - 1, column, rows: 1, columns: 1 })).toEqual([['ch 1']]);
});

test('nine patches, below each its activation, image and label', async () => {
  await show('Patches', undefined, twoFilters());
  for (const picture of first.patches)
    expect(await read('Patches', picture)).toEqual([
      [0, 0.5],
      [0.75, 1],
    ]);
  const words = await Promise.all(first.captions.map((caption) => read('Patches', firstColumn(caption))));
  expect(words).toEqual(Array.from({ length: 9 }, (_, index) => [[9 - index], [index + 1], [7]]));
});

test('where there are fewer patches, and outside of the image, cells are blank', async () => {
  await show('Fewer', undefined, twoFilters());
  expect(await read('Fewer', second.patches[1])).toEqual([
    ['', 1],
    ['', 0],
  ]);
  expect(await read('Fewer', firstColumn(second.captions[1]))).toEqual([[0.1], [4], ['dog']]);
  expect((await read('Fewer', second.patches[2])).flat()).toEqual(['', '', '', '']);
  expect((await read('Fewer', second.captions[2])).flat().every((cell) => cell === '')).toBe(true);
});

test('a filter that nothing excites says so', async () => {
  await show('Dead', undefined, withSecond({ patches: [] }));
  const { row } = second;
  expect((await person.read('Dead filters', `A${row + 1}:Z${row + 1}`)).flat()).toContain(
    'No image activates it: its map is 0 everywhere.',
  );
});

test('pictures show no digits, and what stands below them does', async () => {
  await show('Digits', undefined, twoFilters());
  const seen = await person.see('Digits filters', toA1(first.patches[0]));
  expect(seen.flat().map((text) => String(text).trim())).toEqual(['', '', '', '']);
  const [activation] = await person.see('Digits filters', toA1(firstColumn(first.captions[0])));
  expect(activation).toEqual(['9.00']);
});

const scalesAt = (title: string, rect: Rect) =>
  Excel.run(async (context) => {
    const cell = context.workbook.worksheets
      .getItem(`${title} filters`)
      .getRange(toA1({ ...rect, rows: 1, columns: 1 }));
    cell.conditionalFormats.load('items/type');
    cell.load('format/fill/color');
    await context.sync();
    const scales = cell.conditionalFormats.items.map((each) => each.colorScale);
    for (const scale of scales) scale.load('criteria');
    await context.sync();
    return {
      fill: cell.format.fill.color,
      ends: scales.map(({ criteria: { minimum, midpoint, maximum } }) => [
        minimum.formula,
        midpoint?.formula,
        maximum.formula,
      ]),
    };
  });

test('weights go from blue over white at 0 to red, as far on either side', async () => {
  await show('Scales', undefined, twoFilters());
  expect((await scalesAt('Scales', first.matrices[0])).ends).toEqual([['-0.5', '0', '0.5']]);
  expect((await scalesAt('Scales', second.matrices[0])).ends).toEqual([['-4', '0', '4']]);
});

test('every patch is shaded from 0 to 1', async () => {
  await show('Shades', undefined, twoFilters());
  expect((await scalesAt('Shades', first.patches[8])).ends).toEqual([['0', undefined, '1']]);
  expect((await scalesAt('Shades', second.patches[0])).ends).toEqual([['0', undefined, '1']]);
});

test('in colour, cells are filled; drawn again without, they are not', async () => {
  const colours = ['#FF0000', '#FF0000', undefined, '#0000FF'];
  const place = await show(
    'Colours',
    undefined,
    withSecond({ patches: [{ ...patch(1, 1), colours }, patch(1, 2)] }),
  );
  const { row, column } = second.patches[0];
  const at = (down: number, right: number) =>
    scalesAt('Colours', { row: row + down, column: column + right, rows: 1, columns: 1 });
  expect(await at(0, 0)).toEqual({ fill: '#FF0000', ends: [] });
  expect(await at(0, 1)).toEqual({ fill: '#FF0000', ends: [] });
  expect((await at(1, 0)).fill).toBe('#FFFFFF');
  expect((await at(1, 1)).fill).toBe('#0000FF');
  await show('Colours', place, twoFilters());
  expect(await at(0, 0)).toEqual({ fill: '#FFFFFF', ends: [['0', undefined, '1']] });
});

test('drawn again it stands in the same cells, nothing is left of the one before, and notes in gaps stay', async () => {
  const place = await show('Again', undefined, twoFilters());
  person.type('Again filters', 'A5', 'my note');
  expect(await show('Again', place, withSecond({ patches: [] }))).toBe(place);
  expect((await read('Again', second.patches[0])).flat()).toEqual(['', '', '', '']);
  expect((await read('Again', firstColumn(second.captions[0]))).flat()).toEqual(['', '', '']);
  expect(await person.read('Again filters', 'A5')).toEqual([['my note']]);
  expect(await show('Again', place, twoFilters())).toBe(place);
  expect((await read('Again', firstColumn(second.captions[0]))).flat()).toEqual([0.125, 77, 7]);
  expect((await person.read('Again filters', 'A1:BZ20')).flat().join()).not.toContain(
    'No image activates it',
  );
  expect(person.sheets.filter((name) => name.startsWith('Again'))).toEqual(['Again filters']);
});

test('another network of the same size leaves nothing of the one before', async () => {
  const place = await show('Other', undefined, twoFilters());
  const { row, column } = first.patches[0];
  // As if another layout had stood there, with a note of its own kind.
  person.type('Other filters', 'A7', 'another sentence');
  person.type('Other filters', 'B9', 'left over');
  expect(await show('Other', place, twoFilters())).toBe(place);
  expect((await person.read('Other filters', 'A1:BZ20')).flat().join()).not.toContain('left over');
  expect(await read('Other', { row, column, rows: 2, columns: 2 })).toEqual([
    [0, 0.5],
    [0.75, 1],
  ]);
});

test('rows inserted above move it, and it is drawn where it is', async () => {
  const place = await show('Moved', undefined, twoFilters());
  await person.insertRow('Moved filters', 1);
  expect(await show('Moved', place, withSecond({ patches: [patch(3, 3)] }))).toBe(place);
  const caption = firstColumn(second.captions[0]);
  expect(await read('Moved', { ...caption, row: caption.row + 1 })).toEqual([[3], [3], [7]]);
  expect((await scalesAt('Moved', { ...second.patches[0], row: second.patches[0].row + 1 })).ends).toEqual([
    ['0', undefined, '1'],
  ]);
});

test('many cells are written in several requests, and all of them arrive', async () => {
  const size = { rows: 28, columns: 28 };
  const pixels = Array.from({ length: 28 * 28 }, (_, at) => at);
  const [layer] = twoFilters().layers;
  const filters = Array.from({ length: 14 }, () => ({
    ...layer.filters[0],
    patches: layer.filters[0].patches.map((each) => ({ ...each, pixels })),
  }));
  const page = twoFilters({ layers: [{ ...layer, patch: size, filters }] });
  const layout = layoutOf(page);
  expect(layout.size.rows * layout.size.columns).toBeGreaterThan(80_000);
  await show('Large', undefined, page);
  const { patches } = layout.layers[0].filters[13];
  expect((await read('Large', patches[8])).flat()).toEqual(pixels);
});
