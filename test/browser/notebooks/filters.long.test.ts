import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages } from '../lesson4/lesson4';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook();
  await excel.pane.getByRole('tab', { name: 'See' }).click();
  await excel.pane.getByRole('button', { name: 'Filters', exact: true }).click();
});
afterAll(() => excel.close());

const library = () => excel.pane.getByRole('group', { name: 'Filter library' });
const SHEET = 'Lesson 4 filters';

async function press(name: string): Promise<void> {
  await library().getByRole('button', { name, exact: true }).click();
  await excel.settled();
}

/** A row of a sheet, without blanks. */
async function words(row: number): Promise<unknown[]> {
  const [cells] = await excel.read(`B${row}:CZ${row}`, SHEET);
  return cells.filter((cell) => cell !== '');
}

test('while no filter is selected, its buttons say what to do first', async () => {
  await excel.goTo('A2', 'Lesson 4');
  await excel.pane.getByText('Select a cell of a filter on the sheet first.').waitFor();
  const button = library().getByRole('button', { name: 'Identity' });
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  expect(await button.getAttribute('title')).toBe('Select a cell of a filter on the sheet first.');
  expect(await library().getByRole('button').count()).toBe(16);
});

test('a click puts a filter into the selected matrix, and the map is another', async () => {
  const [map, other] = [await excel.read('BM4:CJ27'), await excel.read('BI11:BK13')];
  await excel.goTo('BJ16', 'Lesson 4');
  await excel.pane.getByText('Selected on the sheet: conv2, filter 1, channel 2 (3×3).').waitFor();
  await press('Sobel vertical');
  expect(await excel.read('BI15:BK17')).toEqual([
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ]);
  expect(await excel.read('BI11:BK13')).toEqual(other);
  expect(await excel.read('BM4:CJ27')).not.toEqual(map);
  expect(await messages(excel)).toContain(
    '"Sobel vertical" is now in conv2, filter 1, channel 2 (BI15:BK17).',
  );
});

test('into all matrices, each is divided by their number', async () => {
  await excel.pane.getByRole('radio', { name: 'all 2 matrices' }).click();
  await press('Outline');
  const half = [
    [-0.5, -0.5, -0.5],
    [-0.5, 4, -0.5],
    [-0.5, -0.5, -0.5],
  ];
  expect(await excel.read('BI11:BK13')).toEqual(half);
  expect(await excel.read('BI15:BK17')).toEqual(half);
});

test('Filter sheet draws nine patches for each filter, and goes in front', async () => {
  await excel.press('Filter sheet');
  await excel.until('the sheet is there', async () => (await excel.tab(SHEET).count()) === 1);
  await excel.settled();
  const names = (await excel.read('A1:A60', SHEET)).map(([name]) => String(name));
  expect(names.filter((name) => name.startsWith('filter '))).toHaveLength(4);
  const rows = names.flatMap((name, row) => (name === 'activation' ? [row + 1] : []));
  expect(rows).toHaveLength(4);
  for (const row of rows) {
    const [activations, images, labels] = [await words(row), await words(row + 1), await words(row + 2)];
    expect(activations).toHaveLength(9);
    expect(new Set(images).size).toBe(9);
    expect(labels.every((label) => label === 7 || label === 'not 7')).toBe(true);
  }
});

test('a click on a patch shows its image in the pane', async () => {
  const names = (await excel.read('A1:A60', SHEET)).map(([name]) => String(name));
  const row = names.indexOf('image') + 1;
  const [cells] = await excel.read(`A${row}:Z${row}`, SHEET);
  const column = cells.findIndex((cell) => typeof cell === 'number');
  // Just above the words stands the lowest row of the picture.
  await excel.goTo(`${String.fromCharCode(65 + column)}${row - 2}`, SHEET);
  await excel.pane.getByText(/^Activates conv1, filter 1, to \d/).waitFor();
  expect(await excel.pane.getByRole('img', { name: `Image ${cells[column]}` }).count()).toBe(1);
});

test('the button in the pane draws it again in place', async () => {
  await excel.sheet('Lesson 4');
  await excel.press('Step');
  await excel.pane.getByRole('button', { name: 'Filter sheet' }).click();
  await excel.until('it shows the step', async () =>
    String((await excel.read('A1', SHEET))[0][0]).endsWith('after step 1'),
  );
  await excel.settled();
  expect(await excel.tab(`${SHEET} (2)`).count()).toBe(0);
  expect(excel.errors).toEqual([]);
  expect(excel.requests).toEqual([]);
});
