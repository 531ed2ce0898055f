/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../../support/sheet';

// The table's rows begin in row 11: A layer, B name, C filters or units, D kernel, … P note.
const MODEL = 'Tiny model';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(sheet.session.models.show);
});
afterAll(() => sheet.close());

const model = () => sheet.session.store.get().model;
const rowNamed = (name: string) => model()!.rows.find((row) => row.name === name);
const names = () => model()!.rows.map(({ name }) => name);

test('Model has the pane list the rows of the table, and asks for its tab', () => {
  expect(sheet.session.store.get().asked).toEqual({ section: 'model' });
  expect(model()).toEqual({
    sheet: expect.any(String),
    title: MODEL,
    above: [],
    rows: [
      {
        address: 'A11:P11',
        name: 'conv1',
        kind: 'convolution',
        counts: { shape: '2 maps of 4×4', parameters: 20 },
        faults: [],
        note: '',
      },
      expect.objectContaining({ name: 'pool1', kind: 'max pool' }),
      expect.objectContaining({ name: 'flatten', counts: { shape: '8 numbers', parameters: 0 } }),
      expect.objectContaining({ name: 'dense', address: 'A14:P14', kind: 'dense (fully connected)' }),
    ],
  });
});

test('a fault stands in its row, with its cell; the rows below wait; mended it is gone', async () => {
  await sheet.type('D12', '5×5', MODEL);
  expect(rowNamed('pool1')).toMatchObject({
    counts: undefined,
    faults: [{ cell: 'D12', message: expect.stringMatching(/5×5 is larger than the map .* 4×4\. Make/) }],
  });
  expect(rowNamed('conv1')).toMatchObject({ counts: { parameters: 20 }, faults: [] });
  expect(rowNamed('dense')).toMatchObject({ counts: undefined, faults: [] });
  await sheet.undo();
  await sheet.undo();
  expect(rowNamed('pool1')).toMatchObject({ counts: { shape: '2 maps of 2×2' }, faults: [] });
  expect(rowNamed('dense')).toMatchObject({ counts: { parameters: 27 } });
});

test('every fault of a row is told, each with its cell', async () => {
  await sheet.paste('C11:D11', [['many', 'wide']], MODEL);
  expect(rowNamed('conv1')!.faults).toEqual([
    { cell: 'C11', message: 'The number of filters is "many"; type a whole number, 1 or more.' },
    { cell: 'D11', message: expect.stringMatching(/^The kernel is "wide"; type its height and width/) },
  ]);
  await sheet.paste('C11:D11', [[2, '3×3']], MODEL);
  expect(rowNamed('conv1')!.faults).toEqual([]);
});

test('what is wrong above the table is told apart from its rows', async () => {
  await sheet.type('B5', 'none', MODEL);
  expect(model()!.above).toEqual([{ cell: 'B5', message: expect.stringContaining('number of channels') }]);
  await sheet.type('B5', 1, MODEL);
  expect(model()!.above).toEqual([]);
});

test('images of another size are told while it is typed, and the counts stay', async () => {
  await sheet.type('B6', 7, MODEL);
  expect(model()!.above).toEqual([
    {
      cell: 'B6',
      message: 'The images "bars" are 1×6×6 (channels, height, width); type 6 here, or choose other images.',
    },
  ]);
  expect(rowNamed('conv1')).toMatchObject({ counts: { shape: '2 maps of 5×4', parameters: 20 }, faults: [] });
  await sheet.type('B6', 6, MODEL);
  await sheet.type('B4', 'digits', MODEL);
  expect(model()!.above).toEqual([
    { cell: 'B6', message: expect.stringContaining('The images "digits" are 1×28×28') },
  ]);
  await sheet.type('B4', 'bars', MODEL);
  expect(model()!.above).toEqual([]);
});

test('what has no effect is a note, and no fault', async () => {
  await sheet.type('C13', 4, MODEL);
  expect(rowNamed('flatten')).toMatchObject({ faults: [], note: 'Ignored here: Filters or units.' });
  await sheet.type('C13', '', MODEL);
});

test('a row without a name has the one that its layer gets; a blank row is left out', async () => {
  await sheet.type('B11', '', MODEL);
  expect(names()).toEqual(['conv1', 'pool1', 'flatten', 'dense']);
  await sheet.paste('A15:B15', [['magic', '']], MODEL);
  expect(model()!.rows[4]).toMatchObject({ address: 'A15:P15', name: undefined, kind: 'magic' });
  await sheet.type('A15', '', MODEL);
  await sheet.type('B11', 'conv1', MODEL);
  expect(names()).toHaveLength(4);
});

test('what Build refuses stands in its row, too', async () => {
  await sheet.type('C14', 7, MODEL);
  await sheet.session.perform(sheet.session.models.build);
  expect(rowNamed('dense')!.faults).toEqual([
    { cell: 'C14', message: expect.stringMatching(/give it 3\.$/) },
  ]);
  await sheet.type('C14', 3, MODEL);
  expect(rowNamed('dense')!.faults).toEqual([]);
});

test('a row is selected on its sheet', async () => {
  await sheet.session.models.select(rowNamed('pool1')!.address);
  const selected = await Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address;
  });
  expect(selected).toBe("'Tiny model'!A12:P12");
});

test('a table of which a co-author changed a cell is read, and nothing is written', async () => {
  await sheet.coauthor('C11', [[6]], MODEL);
  expect(rowNamed('conv1')).toMatchObject({ counts: { shape: '6 maps of 4×4', parameters: 60 } });
  expect((await sheet.read('L11', MODEL))[0][0]).toBe(20);
});

test('a table whose sheet was deleted is listed no more', async () => {
  await sheet.remove(MODEL);
  expect(model()).toBeUndefined();
});
