/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { setTo } from '../../../../src/addin/commands/train';
import type { Into } from '../../../../src/addin/commands/filters/applyLibraryFilter';
import { FILTER_LIBRARY } from '../../../../src/notebook/filters/filterLibrary';
import { LESSON_4 } from '../../../../src/notebook/presets/lesson4';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { quiet } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';
import { until } from '../../support/until';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

async function select(address: string, on = 'Lesson 4'): Promise<void> {
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(on);
    worksheet.activate();
    worksheet.getRange(address).select();
    await context.sync();
  });
  await sheet.session.idle(quiet);
}

const put = (name: string, into: Into = 'matrix') =>
  sheet.session.perform(
    sheet.session.filters.put(
      FILTER_LIBRARY.find((filter) => filter.name === name)!,
      into,
    ),
  );
const state = () => sheet.session.store.get();
const times = (factor: number, rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((weight) => weight * factor));

const SOBEL = [
  [-1, -2, -1],
  [0, 0, 0],
  [1, 2, 1],
];

describe('lesson 4', () => {
  beforeAll(() => sheet.session.perform(newNotebook(LESSON_4)));

  test.each([
    ['AD11', { title: 'conv1, filter 1', kernel: [3, 3], matrices: 1, matrix: 1 }],
    ['AF40', { title: 'conv1, filter 2', matrix: 1 }],
    // The words above a filter, its bias and the word beside it are of all of it.
    ['BI9', { title: 'conv2, filter 1', matrices: 2, matrix: undefined }],
    ['BI19:BJ19', { title: 'conv2, filter 1', matrix: undefined }],
    ['BI14', { title: 'conv2, filter 1', matrix: undefined }],
    ['BJ16', { title: 'conv2, filter 1', matrix: 2 }],
    ['BI11:BK17', { title: 'conv2, filter 1', matrix: undefined }],
    ['BI42:BK44', { title: 'conv2, filter 2', matrix: 2 }],
  ])('%s is of %j', async (address, filter) => {
    await select(address);
    expect(state().filter).toMatchObject({ notebook: 'Lesson 4', ...filter });
  });

  test.each(['A2', 'AH3', 'AC11', 'BI8', 'BL11', 'AD11:AD40', '11:11', 'EN4'])(
    '%s is of no filter, or of several',
    async (address) => {
      await select('AD11');
      await select(address);
      expect(state().filter).toBeUndefined();
    },
  );

  test('whoever looks at another sheet finds it selected still', async () => {
    await select('AD11');
    await select('B2', 'Lesson 4 ∂');
    expect(state().filter).toMatchObject({ title: 'conv1, filter 1' });
  });

  test('nothing selected: what to do is told, and nothing changes', async () => {
    await select('A2');
    const before = await sheet.read('AD11:AF13');
    await put('Outline');
    expect(state().errors).toEqual(['Select a cell of a filter on the sheet first.']);
    expect(await sheet.read('AD11:AF13')).toEqual(before);
  });

  test('a click puts a filter into the selected matrix, and its map is computed', async () => {
    await select('AE12');
    await put('Identity');
    expect(state().errors).toEqual([]);
    expect(state().notice).toBe('"Identity" is now in conv1, filter 1 (AD11:AF13).');
    expect(await sheet.read('AD11:AF13')).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]);
    // The map is the image without its rim.
    expect(await sheet.read('AH3:BG28')).toEqual(await sheet.read('B3:AA28'));
  });

  test('one matrix of a filter over two channels: the other stays, and so does the bias', async () => {
    await sheet.type('BI19', 0.25);
    const other = await sheet.read('BI11:BK13');
    await select('BI15');
    await put('Sobel horizontal');
    expect(await sheet.read('BI15:BK17')).toEqual(SOBEL);
    expect(await sheet.read('BI11:BK13')).toEqual(other);
    expect(await sheet.read('BI19')).toEqual([[0.25]]);
    expect(state().notice).toContain('conv2, filter 1, channel 2 (BI15:BK17)');
  });

  test('all matrices of it, each divided by their number: the map is that of the mean of the channels', async () => {
    await select('BI9');
    await put('Sobel horizontal', 'all');
    expect(await sheet.read('BI11:BK13')).toEqual(times(0.5, SOBEL));
    expect(await sheet.read('BI15:BK17')).toEqual(times(0.5, SOBEL));
    expect(state().notice).toContain('all 2 matrices of conv2, filter 1, each divided by 2');
    const [first, second] = [await sheet.read('AH3:BG28'), await sheet.read('AH32:BG57')] as number[][][];
    const mean = (row: number, column: number) => (first[row][column] + second[row][column]) / 2;
    const map = (await sheet.read('BM4:CJ27')) as number[][];
    map.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        let sum = 0.25;
        SOBEL.forEach((weights, i) =>
          weights.forEach((weight, j) => (sum += weight * mean(row + i, column + j))),
        );
        expect(cell).toBeCloseTo(Math.max(0, sum), 10);
      }),
    );
  });

  test.each<Into>(['matrix', 'all'])(
    'Undo gives back what stood in %s, and can be had once',
    async (into) => {
      await select('BI15');
      const [filter, map] = [await sheet.read('BI11:BK17'), await sheet.read('BM4:CJ27')];
      await put('Outline', into);
      expect(await sheet.read('BI11:BK17')).not.toEqual(filter);
      await state().undo!();
      expect(await sheet.read('BI11:BK17')).toEqual(filter);
      expect(await sheet.read('BM4:CJ27')).toEqual(map);
      expect(state()).toMatchObject({
        notice: 'conv2, filter 1 holds its former weights again.',
        undo: undefined,
      });
    },
  );

  test('the offer to undo goes with its message, whatever is done next', async () => {
    await select('AD11');
    await put('Outline');
    expect(state().undo).toBeDefined();
    await sheet.type('AD38', 0.5);
    expect(state().undo).toBeUndefined();
  });

  test('one matrix is asked for and none is selected: nothing changes', async () => {
    await select('BI19');
    const before = await sheet.read('BI11:BK17');
    await put('Outline', 'matrix');
    expect(state().errors).toEqual(['Select a cell of a filter on the sheet first.']);
    expect(await sheet.read('BI11:BK17')).toEqual(before);
  });

  test('what the optimiser remembers stays', async () => {
    await sheet.type('AD11:AF13', 0.5, 'Lesson 4 v');
    await select('AD11');
    await put('Left edge');
    expect((await sheet.read('AD11:AF13', 'Lesson 4 v')).flat()).toEqual(new Array(9).fill(0.5));
  });

  test('words in a weight are written over, and all is well', async () => {
    await sheet.type('AE12', 'none');
    expect(state().errors.join()).toContain('AE12');
    await select('AD11');
    await put('Top edge');
    expect(state().errors).toEqual([]);
    expect((await sheet.read('AD11:AF13')).flat()).toEqual([-1, -1, -1, 0, 0, 0, 1, 1, 1]);
  });

  test('words in another filter are still told, and the filter is put all the same', async () => {
    await sheet.type('AD38', 'none');
    await select('AD11');
    await put('Right edge');
    expect(state().errors.join()).toContain('AD38');
    expect((await sheet.read('AD11:AF11')).flat()).toEqual([1, 0, -1]);
    await sheet.type('AD38', -1);
  });

  test('during a run it is refused with the usual notice', async () => {
    await sheet.session.perform(setTo('stepsPerRun', 10_000));
    await select('AD11');
    const run = sheet.session.perform(sheet.session.runs.run);
    await until(sheet, ({ run: started }) => started !== undefined);
    await put('Outline');
    expect(state().notice).toBe('A run is under way. Press Stop first.');
    sheet.session.stop();
    await run;
    const [[corner], [, middle]] = (await sheet.read('AD11:AF13')) as number[][];
    expect(middle).not.toBe(8);
    expect(corner).not.toBe(-1);
  });

  test('where a column was inserted, the filter is found where it stands now', async () => {
    await sheet.insertColumn(3, 'Lesson 4');
    await select('AD11');
    expect(state().filter).toBeUndefined();
    await select('AE11');
    expect(state().filter).toMatchObject({ title: 'conv1, filter 1' });
    await put('Bottom edge');
    expect((await sheet.read('AE11:AG13')).flat()).toEqual([1, 1, 1, 0, 0, 0, -1, -1, -1]);
    expect(state().notice).toContain('(AE11:AG13)');
  });
});

describe('other kernels', () => {
  const withKernel = (kernel: [number, number]): NotebookSpec => ({
    ...TINY,
    title: `Kernel ${kernel.join(' by ')}`,
    network: {
      ...TINY.network,
      layers: TINY.network.layers.map((layer) =>
        layer.type === 'conv2d' ? { ...layer, kernel, padding: 'same' } : layer,
      ),
    },
  });

  async function withSelected(spec: NotebookSpec): Promise<string> {
    await sheet.session.perform(newNotebook(spec));
    const address = await Excel.run(async (context) => {
      const { names } = context.workbook.worksheets.getItem(spec.title);
      const range = names.getItem('conv1.filter1.channel1').getRange();
      range.load('address');
      await context.sync();
      return range.address.split('!').at(-1)!;
    });
    await select(address, spec.title);
    return address;
  }

  test('5×5 has the filter in the middle of zeros', async () => {
    const spec = withKernel([5, 5]);
    const address = await withSelected(spec);
    await put('Laplacian');
    expect(await sheet.read(address, spec.title)).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 1, -4, 1, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
  });

  test('2×2 refuses what needs a middle, and says so', async () => {
    const spec = withKernel([2, 2]);
    const address = await withSelected(spec);
    const before = await sheet.read(address, spec.title);
    await put('Identity');
    expect(state().errors.join()).toContain(
      '"Identity" was not put into conv1, filter 1. In a kernel of 2×2 only 9',
    );
    expect(await sheet.read(address, spec.title)).toEqual(before);
    await put('Top edge');
    expect(await sheet.read(address, spec.title)).toEqual([
      [-1, -1],
      [1, 1],
    ]);
  });

  test('a filter that was selected on another notebook is not meant', async () => {
    await withSelected(withKernel([5, 5]));
    await sheet.session.perform(newNotebook({ ...TINY, title: 'Third' }));
    await put('Identity');
    expect(state().errors).toEqual(['Select a cell of a filter on the sheet first.']);
  });
});

test('cells of a filter that are gone are told, and the rest of it is left as it is', async () => {
  await sheet.session.perform(newNotebook({ ...LESSON_4, title: 'Gone' }));
  await select('BI19', 'Gone');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Gone').getRange('BI16:BK16').delete('Up');
    await context.sync();
  });
  await sheet.type('BI11', 'words', 'Gone');
  await put('Outline', 'all');
  expect(state().errors.join()).toMatch(/\(conv2, filter 1, channel 2\) should be 3×3 cells/);
  expect(await sheet.read('BI11', 'Gone')).toEqual([['words']]);
});
