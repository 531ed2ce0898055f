/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { STEP } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../../support/sheet';

// The table's first row of layers is row 11: A layer, C filters or units, D kernel, J output shape, K and L parameters.
const MODEL = 'Tiny model';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(sheet.session.models.show);
});
afterAll(() => sheet.close());

const errors = () => sheet.session.store.get().errors;
const cell = async (address: string, name = 'Tiny') => (await sheet.read(address, name))[0][0];

test('the table says what the network is and what it comes to', async () => {
  expect((await sheet.read('A11:C14', MODEL)).map((row) => row.slice())).toEqual([
    ['convolution', 'conv1', 2],
    ['max pool', 'pool1', ''],
    ['flatten', 'flatten', ''],
    ['dense (fully connected)', 'dense', 3],
  ]);
  expect(await sheet.read('J11:N11', MODEL)).toEqual([['2 maps of 4×4', '3·3·1·2 + 2', 20, 32, 36 * 32]]);
});

test('a number typed into the table is counted at once', async () => {
  await sheet.type('C11', 5, MODEL);
  expect(await sheet.read('J11:L11', MODEL)).toEqual([['5 maps of 4×4', '3·3·1·5 + 5', 50]]);
});

test('a row that cannot be is told with its cell, and nothing is built', async () => {
  const before = await sheet.read('A1:Z40', 'Tiny');
  await sheet.type('D11', '9×9', MODEL);
  await sheet.session.perform(sheet.session.models.build);
  expect(errors()[0]).toMatch(
    /^D11: .*9×9 is larger than the map it reads, which is 6×6.*Nothing was built\.$/,
  );
  expect(await sheet.read('A1:Z40', 'Tiny')).toEqual(before);
  expect(String(await cell('P11', MODEL))).toMatch(/larger than the map/);
  await sheet.type('D11', '3×3', MODEL);
  expect(await cell('P11', MODEL)).toBe('');
});

test('the last layer must tell as many classes as the images have', async () => {
  await sheet.type('C14', 7, MODEL);
  await sheet.session.perform(sheet.session.models.build);
  expect(errors()[0]).toMatch(
    /^C14: The last layer makes 7 numbers, but the images "bars" have 3 classes: give it 3\./,
  );
  await sheet.type('C14', 3, MODEL);
});

test('images of another size are told, with the size that they have', async () => {
  await sheet.type('B6', 224, MODEL);
  await sheet.session.perform(sheet.session.models.build);
  expect(errors()[0]).toMatch(/^B6: The images "bars" are 1×6×6 .*type 6 here/);
  await sheet.type('B6', 6, MODEL);
});

test('what was neither trained nor edited is replaced without a question', async () => {
  await sheet.type('C11', 3, MODEL);
  await sheet.session.perform(sheet.session.models.build);
  expect(errors()).toEqual([]);
  expect(sheet.session.store.get().question).toBeUndefined();
  expect(await sheet.sheets()).toEqual(['Sheet1', 'Tiny', 'Tiny ∂', 'Tiny v', MODEL]);
  const names = await sheet.names('Tiny');
  expect(names).toContain('conv1.filter3.channel1');
  expect(names).not.toContain('conv1.filter4.channel1');
});

test('Build asks before it replaces trained weights, and keeps those of layers whose shape stays', async () => {
  await sheet.session.perform(sheet.session.runs.run);
  const filters = await sheet.read('H5:J7', 'Tiny');
  expect(filters.flat()).not.toContain('');
  await sheet.type('A12', 'average pool', MODEL);
  await sheet.type('D12', 4, MODEL);
  await sheet.session.perform(sheet.session.models.build);
  expect(sheet.session.store.get().question?.text).toMatch(/^dense.weights were trained or edited/);
  expect(await sheet.names('Tiny')).toContain('dense.unit1.channel1');
  await sheet.session.store.get().question!.answer();
  expect(errors()).toEqual([]);
  expect(await sheet.read('H5:J7', 'Tiny')).toEqual(filters);
  expect(sheet.session.store.get().notebook?.step).toBe(200);
  await sheet.session.perform(STEP);
  expect(errors()).toEqual([]);
});

test('layers of every kind are built, and a step is taken', async () => {
  const layers = [
    ['input normalisation', '', '', '', '', '', '', '', ''],
    ['convolution', '', 3, '3×3', '', 'same', 2, 'GELU', 'Xavier uniform'],
    ['batch norm', '', '', '', '', '', '', 'leaky ReLU', ''],
    ['depthwise', '', '', '3×3', '', 'same', '', 'tanh', ''],
    ['average pool', '', '', '', '', '', '', '', ''],
    ['dropout', '', 0.25, '', '', '', '', '', ''],
    ['flatten', '', '', '', '', '', '', '', ''],
    ['batch norm', '', '', '', '', '', '', '', ''],
  ];
  await sheet.paste('A11:I18', layers, MODEL);
  await sheet.paste('A19:I19', [['dense', '', 3, '', '', '', '', '', 'normal 0.1']], MODEL);
  await sheet.session.perform(sheet.session.models.build);
  await sheet.session.store.get().question?.answer();
  expect(errors()).toEqual([]);
  for (let steps = 0; steps < 3; steps++) await sheet.session.perform(STEP);
  expect(errors()).toEqual([]);
  expect(sheet.session.store.get().notebook?.step).toBe(204);
});

test('a name that cannot name cells is told in its row, as it is typed', async () => {
  await sheet.type('B12', 'a b', MODEL);
  expect(String(await cell('P12', MODEL))).toMatch(/^The layer name "a b" cannot name cells/);
  await sheet.type('B12', '', MODEL);
  expect(await cell('P12', MODEL)).toBe('');
});

test('text where a number belongs keeps Build from drawing over it', async () => {
  await sheet.type('H2', 'mine', 'Tiny');
  await sheet.session.perform(sheet.session.models.build);
  expect(errors()[0]).toMatch(/^H2 \(norm1, mean of channel 1\) holds the text "mine".*Nothing was built\.$/);
  expect(await cell('H2')).toBe('mine');
  await sheet.type('H2', 0.1, 'Tiny');
  expect(errors()).toEqual([]);
});

test('a column that somebody puts into the table is theirs', async () => {
  await sheet.insertColumn(9, MODEL);
  await sheet.paste('J10:J12', [['My notes'], ['keep'], ['this']], MODEL);
  await sheet.type('C12', 2, MODEL);
  expect(await sheet.read('J11:K12', MODEL)).toEqual([
    ['keep', '1 map of 6×6'],
    ['this', '2 maps of 6×6'],
  ]);
});
