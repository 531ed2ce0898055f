import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages } from '../lesson4/lesson4';

// The table's headings stand in row 10: A layer, C filters or units, D kernel; J output shape, L parameters, M activations.
const MODEL = 'Tiny model';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
  await excel.choose('New', 'Tiny');
  await excel.press('Model');
});
afterAll(() => excel.close());

test('Model shows the network as a table with what it comes to', async () => {
  expect(await excel.read('A10:D12', MODEL)).toEqual([
    ['Layer', 'Name', 'Filters or units', 'Kernel'],
    ['convolution', 'conv1', 2, '3×3'],
    ['max pool', 'pool1', '', '2×2'],
  ]);
  expect(await excel.read('J11:M11', MODEL)).toEqual([['2 maps of 4×4', '3·3·1·2 + 2', 20, 32]]);
});

test('what is typed is counted at once', async () => {
  await excel.type('C11', 4, MODEL);
  expect(await excel.read('J11:M11', MODEL)).toEqual([['4 maps of 4×4', '3·3·1·4 + 4', 40, 64]]);
});

test('a kernel larger than the image is told in its row, and Build names the cell and builds nothing', async () => {
  await excel.type('D11', '8×8', MODEL);
  await excel.press('Build');
  expect(await messages(excel)).toMatch(/D11: .*kernel of 8×8 is larger than the map it reads, which is 6×6/);
  expect(String((await excel.read('P11', MODEL))[0][0])).toContain('larger than the map');
  expect(await excel.read('L1:Q1', 'Tiny')).toEqual([['Conv1', '', '2 filters 3×3', '', '', 'Pool1']]);
});

test('Build makes the page, in the place of the one before, and it trains', async () => {
  await excel.type('D11', '3×3', MODEL);
  await excel.press('Build');
  expect(await messages(excel)).not.toContain('D11');
  expect(await excel.tab('Tiny').count()).toBe(1);
  expect(await excel.tab('Tiny (2)').count()).toBe(0);
  await excel.press('Step');
  await excel.press('Step');
  expect(await excel.pane.getByText('Step 2,').count()).toBe(1);
});

test('trained weights are replaced only after a question', async () => {
  await excel.type('C11', 3, MODEL);
  await excel.press('Build');
  expect(await messages(excel)).toContain(
    'conv1.filters, conv1.bias, dense.weights were trained or edited by hand',
  );
  await excel.pane.getByRole('button', { name: 'Cancel' }).click();
  expect(await excel.pane.getByText('Step 2,').count()).toBe(1);
  await excel.sheet(MODEL);
  await excel.press('Build');
  await excel.pane.getByRole('button', { name: 'Build', exact: true }).first().click();
  await excel.settled();
  expect(await messages(excel)).toContain('conv1 keeps its first 3 filters; 1 is gone.');
});

test('Undo in the message brings back the network as it was, and it trains on', async () => {
  await excel.pane.getByRole('button', { name: 'Undo' }).click();
  await excel.settled();
  expect(await messages(excel)).toContain('The network before Build is back, at step 2.');
  expect(await excel.read('N1', 'Tiny')).toEqual([['4 filters 3×3']]);
  await excel.press('Step');
  expect(await excel.pane.getByText('Step 3,').count()).toBe(1);
  expect(excel.errors).toEqual([]);
});

test('so does Undo after Reset', async () => {
  const weights = await excel.read('H5:J7', 'Tiny');
  await excel.press('Reset');
  expect(await messages(excel)).toMatch(/Back at step 0, with the first weights of seed \d+\./);
  expect(await excel.read('H5:J7', 'Tiny')).not.toEqual(weights);
  await excel.pane.getByRole('button', { name: 'Undo' }).click();
  await excel.settled();
  expect(await messages(excel)).toContain('The weights of step 3 are back.');
  expect(await excel.read('H5:J7', 'Tiny')).toEqual(weights);
  expect(excel.errors).toEqual([]);
});

test('the first block of VGG is counted and not drawn', async () => {
  for (const [cell, value] of [
    ['B5', 3],
    ['B6', 224],
    ['B7', 224],
    ['C11', 64],
    ['F11', 'same'],
  ] as const)
    await excel.type(cell, value, MODEL);
  expect((await excel.read('M11', MODEL))[0][0]).toBe(3_211_264);
  await excel.press('Build');
  expect(await messages(excel)).toMatch(/B5: The images "bars" are 1×6×6/);
});
