/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP, setTo } from '../../../../src/addin/commands/train';
import { layOutFilters, type PlacedFilter } from '../../../../src/excel/sheets/filters/filterLayout';
import { toA1, type Rect } from '../../../../src/notebook/sheet/address';
import { THREE_CHANNELS, TINY } from '../../../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { quiet } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';
import { until } from '../../support/until';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();
const square = (side: number) => ({ rows: side, columns: side });

/** Where the filters of Tiny's convolution stand on their sheet: its longest word is "horizontal". */
const { layers } = layOutFilters({
  letters: 'horizontal'.length,
  layers: [{ filters: 2, matrices: 1, kernel: square(3), patch: square(3) }],
});
const [first, second] = layers[0].filters;

async function select(address: string, on: string): Promise<void> {
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(on);
    worksheet.activate();
    worksheet.getRange(address).select();
    await context.sync();
  });
  await quiet();
}

const wordsBelow = async ({ captions }: PlacedFilter, patch: number, on: string) =>
  (await sheet.read(toA1({ ...captions[patch], columns: 1 }), on)).flat();

async function addressOf(name: string, on: string): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(on).names.getItem(name).getRange();
    range.load('address');
    await context.sync();
    return range.address.split('!').at(-1)!;
  });
}

describe('Tiny', () => {
  beforeAll(async () => {
    await sheet.session.perform(newNotebook(TINY));
    await sheet.session.perform(sheet.session.filters.showSheet);
  });

  test('before any training there is a sheet that says what was searched', async () => {
    expect(state().errors).toEqual([]);
    expect(await sheet.sheets()).toContain('Tiny filters');
    const words = (await sheet.read('A1:A7', 'Tiny filters')).flat();
    expect(words).toEqual([
      'Tiny: what its filters look for, after step 0',
      'Searched: images 1 to 500 of bars (drawn here).',
      expect.stringContaining('receptive field'),
      expect.stringContaining('light is 0, red is 1'),
      '',
      'conv1',
      '2 filters of 3×3 over 1 channel. A cell of a map sees 3×3 pixels of the image. ' +
        'Activations are those after ReLU.',
    ]);
  });

  test('the matrices are those of the page', async () => {
    for (const [index, filter] of [first, second].entries()) {
      const place = await addressOf(`conv1.filter${index + 1}.channel1`, 'Tiny');
      expect(await sheet.read(toA1(filter.matrices[0]), 'Tiny filters')).toEqual(
        await sheet.read(place, 'Tiny'),
      );
    }
  });

  test('nine different images for each filter, the strongest first', async () => {
    for (const filter of [first, second]) {
      const words = await Promise.all(
        filter.captions.map((_, patch) => wordsBelow(filter, patch, 'Tiny filters')),
      );
      const activations = words.map(([activation]) => activation as number);
      expect(activations).toEqual([...activations].sort((a, b) => b - a));
      expect(new Set(words.map(([, image]) => image)).size).toBe(9);
      expect(words.every(([, , label]) => TINY.classes.includes(String(label)))).toBe(true);
    }
  });

  test.each([0, 8])(
    'patch %i: with its image on the page, the map reaches just that activation',
    async (patch) => {
      const [activation, image] = (await wordsBelow(first, patch, 'Tiny filters')) as number[];
      await sheet.session.perform(setTo('image', image));
      const map = (await sheet.read(await addressOf('conv1.map1', 'Tiny'), 'Tiny')) as number[][];
      expect(Math.max(...map.flat())).toBeCloseTo(activation, 12);
      // Where it does, the image is that of the patch.
      const row = map.findIndex((cells) => cells.includes(Math.max(...map.flat())));
      const column = map[row].indexOf(Math.max(...map.flat()));
      const pixels = (await sheet.read('A2:F7', 'Tiny')) as number[][];
      const seen = [0, 1, 2].map((down) => pixels[row + down].slice(column, column + 3));
      expect(await sheet.read(toA1(first.patches[patch]), 'Tiny filters')).toEqual(seen);
    },
  );

  test('a click on a patch, or its words, shows the whole image in the pane', async () => {
    const [activation, image, label] = await wordsBelow(second, 3, 'Tiny filters');
    await select(toA1({ ...second.patches[3], columns: 1, rows: 1 }), 'Tiny filters');
    expect(state().gallery).toMatchObject({
      title: `Activates conv1, filter 2, to ${(activation as number).toFixed(2)}`,
      pictures: [{ image, caption: `image ${image}: ${label}`, height: 6, width: 6 }],
    });
    await sheet.session.perform(setTo('image', image as number));
    const page = ((await sheet.read('A2:F7', 'Tiny')) as number[][]).flat();
    expect([...state().gallery!.pictures[0].pixels]).toEqual(page);
    await select(toA1(second.matrices[0]), 'Tiny filters');
    expect(state().gallery!.title).toContain('filter 2');
  });

  test('pressed again after a step it is drawn in place, and a click is answered where rows were inserted', async () => {
    await sheet.session.perform(STEP);
    await sheet.session.perform(sheet.session.filters.showSheet);
    expect((await sheet.sheets()).filter((name) => name.startsWith('Tiny filters'))).toEqual([
      'Tiny filters',
    ]);
    expect(await sheet.read('A1', 'Tiny filters')).toEqual([
      ['Tiny: what its filters look for, after step 1'],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Tiny filters').getRange('1:2').insert('Down');
      await context.sync();
    });
    const down = (rect: Rect): Rect => ({ ...rect, row: rect.row + 2, rows: 1, columns: 1 });
    const [[image]] = await sheet.read(
      toA1(down({ ...first.captions[5], row: first.captions[5].row + 1 })),
      'Tiny filters',
    );
    await select(toA1(down(first.patches[5])), 'Tiny filters');
    expect(state().gallery!.pictures[0].image).toBe(image);
  });

  test('a weight that is no number is told, and nothing is searched; a pixel only told', async () => {
    const weight = (await addressOf('conv1.filter2.channel1', 'Tiny')).split(':')[0];
    const [[before]] = (await sheet.read(weight, 'Tiny')) as number[][];
    await sheet.type(weight, 'x', 'Tiny');
    const told = state().errors;
    expect(told.join()).toContain(weight);
    await sheet.session.perform(sheet.session.filters.showSheet);
    expect(state().errors).toEqual(told);
    await sheet.type(weight, before, 'Tiny');
    expect(state().errors).toEqual([]);
    await sheet.type('B3', 'x', 'Tiny');
    const other = state().errors;
    expect(other.join()).toContain('B3');
    await sheet.session.perform(sheet.session.filters.showSheet);
    expect(state().errors).toEqual(other);
    await sheet.type('B3', 0, 'Tiny');
  });

  test('Stop ends the search, and what was drawn stays', async () => {
    const before = await sheet.read('A1:BZ20', 'Tiny filters');
    const search = sheet.session.perform(sheet.session.filters.showSheet);
    await until(sheet, ({ run }) => run !== undefined);
    expect(state().run).toMatchObject({ unit: 'images', total: 500 });
    sheet.session.stop();
    await search;
    expect(state().errors).toEqual(['Stopped before all images were searched. Nothing was drawn.']);
    expect(state().run).toBeUndefined();
    expect(await sheet.read('A1:BZ20', 'Tiny filters')).toEqual(before);
  });

  test('what trains on is the network as it was: the search changes no number', async () => {
    const before = await sheet.read('A1:BZ40', 'Tiny');
    await sheet.session.perform(sheet.session.filters.showSheet);
    expect(await sheet.read('A1:BZ40', 'Tiny')).toEqual(before);
  });
});

test('three channels are shown in their colours; the number is their mean', async () => {
  await sheet.session.perform(newNotebook(THREE_CHANNELS));
  await sheet.session.perform(sheet.session.filters.showSheet);
  expect(state().errors).toEqual([]);
  const layout = layOutFilters({
    letters: 'blue square'.length,
    layers: [{ filters: 6, matrices: 3, kernel: square(3), patch: square(3) }],
  });
  const { patches, matrices } = layout.layers[0].filters[0];
  expect(matrices).toHaveLength(3);
  const [[mean]] = (await sheet.read(
    toA1({ ...patches[0], rows: 1, columns: 1 }),
    'Three channels filters',
  )) as number[][];
  const fill = await Excel.run(async (context) => {
    const cell = context.workbook.worksheets
      .getItem('Three channels filters')
      .getRange(toA1({ ...patches[0], rows: 1, columns: 1 }));
    cell.load('format/fill/color');
    await context.sync();
    return cell.format.fill.color;
  });
  const colours = [1, 3, 5].map((from) => parseInt(fill.slice(from, from + 2), 16) / 255);
  // Each shade is rounded to one of 16.
  expect(colours.reduce((sum, each) => sum + each) / 3).toBeCloseTo(mean, 1);
});

test('a depthwise filter has the matrix of its own channel, and a filter over many channels the first eight', async () => {
  const spec: NotebookSpec = {
    ...TINY,
    title: 'Deep',
    network: {
      ...TINY.network,
      layers: [
        { type: 'conv2d', name: 'wide', filters: 10, kernel: [2, 2] },
        { type: 'depthwiseConv2d', name: 'each', kernel: [2, 2] },
        { type: 'conv2d', name: 'all', filters: 1, kernel: [1, 1] },
        ...TINY.network.layers.slice(-2),
      ],
    },
  };
  await sheet.session.perform(newNotebook(spec));
  await sheet.session.perform(sheet.session.filters.showSheet);
  expect(state().errors).toEqual([]);
  const cells = await sheet.read('A1:AZ300', 'Deep filters');
  const words = cells.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('ch '));
  expect(words).toEqual([
    ...Array.from({ length: 10 }, () => 'ch 1'),
    ...Array.from({ length: 10 }, (_, filter) => `ch ${filter + 1}`),
    ...Array.from({ length: 8 }, (_, channel) => `ch ${channel + 1}`),
  ]);
  const first = cells.map(([cell]) => cell);
  expect(first).toContain(
    '1 filter of 1×1 over 10 channels. Of its matrices the first 8 are shown. A cell of a map sees 3×3 pixels of the image.',
  );
  expect(first).toContain(
    '10 filters of 2×2 each over its own channel. A cell of a map sees 3×3 pixels of the image.',
  );
});

test('images that are not in this browser or at this address are told as usual', async () => {
  await sheet.session.perform(
    newNotebook({ ...TINY, title: 'Gone', data: { set: 'nowhere', name: 'mine' } }),
  );
  await sheet.session.perform(sheet.session.filters.showSheet);
  expect(state().errors.join()).toContain('The images "mine" are not in this browser or at this address');
  expect(await sheet.sheets()).not.toContain('Gone filters');
});

test('a network without convolutions has none to show', async () => {
  const layers = TINY.network.layers.slice(-2);
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Plain', network: { ...TINY.network, layers } }));
  await sheet.session.perform(sheet.session.filters.showSheet);
  expect(state().errors).toEqual(['This network has no convolution, so it has no filters to show.']);
});
