import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { VALUES } from './lesson4';

// The values of the sheet that fast.ai published in 2016 are not ours to ship; they lie beside the checkout.
const file = path.join(__dirname, '../../../../shared/data/lesson4-2016.json');

interface Published {
  input: { address: string; values: number[][] };
  conv1: { filters: { address: string; values: number[][] }[] };
  conv2: { filters: { address: string; values: number[][] }[][] };
  dense: { weights: { values: number[][] }[] };
  expected: {
    conv1_maps: { values: number[][] }[];
    conv2_maps: { values: number[][] }[];
    pool: { values: number[][] }[];
    output: { address: string; value: number };
  };
}

const published = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Published) : undefined;
if (!published) console.warn(`Skipped: ${file} is not here, so the published values cannot be compared.`);
const withData = published ? describe : describe.skip;

/** Every second row and column, blanks between. */
function spread(values: number[][]): (number | string)[][] {
  const size = 2 * values.length - 1;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row % 2 || column % 2 ? '' : values[row / 2][column / 2])),
  );
}

function gather(cells: unknown[][]): number[][] {
  return cells
    .filter((_, row) => row % 2 === 0)
    .map((row) => row.filter((_, column) => column % 2 === 0) as number[]);
}

function expectEqual(actual: unknown[][], expected: number[][]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((row, r) =>
    row.forEach((value, c) => {
      const found = actual[r][c] as number;
      if (!(Math.abs(found - value) <= 1e-9 * Math.max(1, Math.abs(value)))) {
        throw new Error(`row ${r}, column ${c}: ${found} instead of ${value}`);
      }
    }),
  );
}

withData('the values of the published sheet, pasted into the page', () => {
  const { input, conv1, conv2, dense, expected } = published ?? ({} as Published);
  let excel: EmbeddedWorkbook;

  beforeAll(async () => {
    excel = await openWorkbook();
    await excel.paste('A2', input.values, VALUES);
    for (const { address, values } of [...conv1.filters, ...conv2.filters.flat()]) {
      await excel.paste(address.split(':')[0], values);
    }
    await excel.paste('DN4', spread(dense.weights[0].values));
    await excel.paste('DN33', spread(dense.weights[1].values));
  });
  afterAll(() => excel.close());

  test.each([
    [0, 'AH3:BG28'],
    [1, 'AH32:BG57'],
  ])('conv1 map %i equals the published one', async (map, address) =>
    expectEqual(await excel.read(address), expected.conv1_maps[map].values),
  );

  test.each([
    [0, 'BM4:CJ27'],
    [1, 'BM33:CJ56'],
  ])('conv2 map %i equals the published one', async (map, address) =>
    expectEqual(await excel.read(address), expected.conv2_maps[map].values),
  );

  test.each([
    [0, 'CM4:DI26'],
    [1, 'CM33:DI55'],
  ])('max pool %i equals the published one', async (map, address) =>
    expectEqual(gather(await excel.read(address)), expected.pool[map].values),
  );

  test('EN4 is 1814.9177220748', async () => {
    const [[output]] = await excel.read('EN4');
    expect(Math.abs((output as number) / 1814.9177220748 - 1)).toBeLessThan(1e-9);
    expect(expected.output.value).toBe(1814.9177220748);
  });
});
