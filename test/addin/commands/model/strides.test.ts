/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../../support/sheet';

// In the table, row 11 is the convolution of the 6×6 image and row 12 the pool: D their kernels, E their strides.
const MODEL = 'Tiny model';

let sheet: Sheet;
beforeEach(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(sheet.session.models.show);
});
afterEach(() => sheet.close());

async function build(): Promise<void> {
  await sheet.session.perform(sheet.session.models.build);
  await sheet.session.store.get().question?.answer();
  expect(sheet.session.store.get().errors).toEqual([]);
}

const block = (name: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Tiny').names.getItem(name).getRange();
    range.load('values');
    await context.sync();
    return range.values as number[][];
  });

/** A map without the blank rows and columns between its numbers. */
const mapOf = async (name: string) =>
  (await block(name))
    .filter((row) => row.some((cell) => (cell as unknown) !== ''))
    .map((row) => row.filter((cell) => (cell as unknown) !== ''));

// As torch.nn.MaxPool2d has it, on the 6×6 maps of a padded convolution.
test.each([
  ['2x1', 3, 6],
  ['1x2', 6, 3],
  ['3x2', 2, 3],
])('windows of %s whose stride is blank stand side by side: %d×%d', async (kernel, rows, columns) => {
  await sheet.paste('F11:F11', [['same']], MODEL);
  await sheet.type('D12', kernel, MODEL);
  await build();
  const map = await mapOf('pool1.map1');
  expect([map.length, map[0].length]).toEqual([rows, columns]);
  // Every pixel is read by some window: each changes the sum of a map of maxima.
  const inputs = await mapOf('conv1.map1');
  const [tall, wide] = [6 / rows, 6 / columns];
  const largest = (y: number, x: number) =>
    Math.max(
      ...Array.from(
        { length: tall * wide },
        (_, at) => inputs[y * tall + Math.floor(at / wide)][x * wide + (at % wide)],
      ),
    );
  expect(map).toEqual(map.map((row, y) => row.map((_, x) => largest(y, x))));
});

test('a stride of 2×1 holds for formulas and engine alike', async () => {
  await sheet.type('E11', '2×1', MODEL);
  await sheet.type('E12', '1×2', MODEL);
  await sheet.type('D12', '1', MODEL);
  await build();
  await sheet.session.perform(STEP);
  const computed = await mapOf('conv1.map1');
  // (6 − 3) / 2 + 1 rows, (6 − 3) / 1 + 1 columns, of which the pool takes every second.
  expect([computed.length, computed[0].length]).toEqual([2, 4]);
  expect(await mapOf('pool1.map1')).toEqual(computed.map(([a, , c]) => [a, c]));
  await sheet.session.perform(sheet.session.formulas.toggle('values'));
  expect(sheet.session.store.get().errors).toEqual([]);
  const formulas = await mapOf('conv1.map1');
  formulas.flat().forEach((value, at) => expect(value).toBeCloseTo(computed.flat()[at], 9));
});
