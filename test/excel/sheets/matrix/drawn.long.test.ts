/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { openNotebook, type Sheet } from '../../../addin/support/sheet';
import { readMatrix } from '../support/matrices';
import { at } from '../support/person';

/** A convolution whose matrix is of another size follows the first. */
function twice(title: string): NotebookSpec {
  const [conv1, ...rest] = TINY.network.layers;
  const conv2 = { ...conv1, name: 'conv2', kernel: [2, 2] } as typeof conv1;
  return { ...TINY, title, network: { ...TINY.network, layers: [conv1, conv2, ...rest] } };
}

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());
afterEach(() => sheet.clear());

const named = (title: string) => sheet.sheets().then((all) => all.filter((name) => name.startsWith(title)));
const titleOn = async (name: string) => (await sheet.read('A1', name))[0][0];

test('another filter comes onto the same sheet, also where somebody has written beside the matrix', async () => {
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Same' }));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv1', filter: 0 }));
  await at('Same matrix', (cells) => (cells.getRange('A5').values = [['mine']]));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv1', filter: 1 }));
  expect(await titleOn('Same matrix')).toBe('conv1, filter 2: the convolution as a matrix');
  expect((await readMatrix(sheet, 'Same matrix')).summary).toContain('✓ All 16');
  expect(await sheet.read('A5', 'Same matrix')).toEqual([['mine']]);
  expect(await named('Same matrix')).toEqual(['Same matrix']);
});

test('a matrix of another size is drawn in place of the first, and nothing is left of that', async () => {
  await sheet.session.perform(newNotebook(twice('Other')));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv1', filter: 0 }));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv2', filter: 0 }));
  expect(await named('Other matrix')).toEqual(['Other matrix']);
  const { summary, forms } = await readMatrix(sheet, 'Other matrix');
  expect(summary).toContain('✓ All 9');
  expect(forms[0].entries).toHaveLength(9);
  // The first had 16 rows of 36; this one has nothing right of 32 pixels and their column.
  const right = await sheet.read('AZ1:BZ120', 'Other matrix');
  expect(right.flat().every((value) => value === '')).toBe(true);
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv1', filter: 1 }));
  expect(await named('Other matrix')).toEqual(['Other matrix']);
  expect((await readMatrix(sheet, 'Other matrix')).summary).toContain('✓ All 16');
});

test('where somebody has written on the sheet, a matrix of another size comes onto a new one', async () => {
  await sheet.session.perform(newNotebook(twice('Note')));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv1', filter: 0 }));
  await at('Note matrix', (cells) => (cells.getRange('A200').values = [['mine']]));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv2', filter: 0 }));
  expect(await named('Note matrix')).toEqual(['Note matrix', 'Note matrix (2)']);
  expect(await sheet.read('A200', 'Note matrix')).toEqual([['mine']]);
  expect(await titleOn('Note matrix')).toContain('conv1, filter 1');
  expect((await readMatrix(sheet, 'Note matrix (2)')).summary).toContain('✓ All 9');
});

test('a matrix that rows were inserted above is drawn where it has moved to', async () => {
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Moved' }));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv1', filter: 0 }));
  await at('Moved matrix', (cells) => void cells.getRange('1:2').insert('Down'));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv1', filter: 1 }));
  expect(await sheet.read('A1:A3', 'Moved matrix')).toEqual([
    [''],
    [''],
    ['conv1, filter 2: the convolution as a matrix'],
  ]);
  expect((await readMatrix(sheet, 'Moved matrix')).summary).toContain('✓ All 16');
});

test('a matrix that was taken apart is left as it is', async () => {
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Apart' }));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv1', filter: 0 }));
  await at('Apart matrix', (cells) => void cells.getRange('20:20').insert('Down'));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv1', filter: 1 }));
  expect(await named('Apart matrix')).toEqual(['Apart matrix', 'Apart matrix (2)']);
  expect(await titleOn('Apart matrix')).toContain('filter 1');
});

test('a deleted sheet is drawn anew', async () => {
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Gone' }));
  await sheet.session.perform(sheet.session.matrices.show);
  await sheet.remove('Gone matrix');
  await sheet.session.perform(sheet.session.matrices.show);
  expect(await named('Gone matrix')).toEqual(['Gone matrix']);
});

test('pressed on the matrix sheet it shows the same again; on another convolution that one', async () => {
  await sheet.session.perform(newNotebook(twice('Press')));
  await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv2', filter: 1 }));
  await sheet.session.perform(sheet.session.matrices.show);
  expect(await titleOn('Press matrix')).toContain('conv2, filter 2');
  await at('Press', (cells) => cells.getRange('L4').select());
  await sheet.session.perform(sheet.session.matrices.show);
  expect(await titleOn('Press matrix')).toContain('conv1, filter 1');
});

test('cells of the page that are taken apart are told, and nothing is drawn', async () => {
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Broken' }));
  await at('Broken', (cells) => void cells.getRange('6:6').insert('Down'));
  await sheet.session.perform(sheet.session.matrices.show);
  expect(sheet.session.store.get().errors[0]).toContain('should be 6×6 cells and is now 7×6');
  expect(await named('Broken matrix')).toEqual([]);
});

test('a network without a convolution says so', async () => {
  const layers = TINY.network.layers.filter(({ type }) => type !== 'conv2d' && type !== 'maxPool2d');
  await sheet.session.perform(newNotebook({ ...TINY, title: 'None', network: { ...TINY.network, layers } }));
  await sheet.session.perform(sheet.session.matrices.show);
  expect(sheet.session.store.get().errors).toEqual([
    expect.stringContaining('This network has no convolution'),
  ]);
});
