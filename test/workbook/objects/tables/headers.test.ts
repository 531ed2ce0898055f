/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// https://learn.microsoft.com/javascript/api/excel/excel.tablecollection
import { Heard } from '../../support/heard';
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

let sheetName = '';
let tests = 0;
beforeEach(() =>
  Excel.run(async (context) => {
    sheetName = `Tables${++tests}`;
    context.workbook.worksheets.add(sheetName);
    await context.sync();
  }),
);

/** Makes a table of these values, from B2 on; answers its address and all its values. */
const made = (values: unknown[][], hasHeaders: boolean) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const range = sheet.getRange('B2').getResizedRange(values.length - 1, values[0].length - 1);
    range.values = values;
    range.load('address');
    await context.sync();
    const table = sheet.tables.add(range.address, hasHeaders);
    const cells = table.getRange().load('address,values');
    table.columns.load('items/name');
    await context.sync();
    expect(table.columns.items.map(({ name }) => name)).toEqual(cells.values[0]);
    return { address: cells.address.split('!')[1], values: cells.values as unknown[][] };
  });

test('without headers a header row is made, and the cells go down by a row', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheetName).getRange('B4:D4').values = [['below', '', 'beside']];
    await context.sync();
  });
  const data = [
    [1, 2],
    [3, 4],
  ];
  expect(await made(data, false)).toEqual({ address: 'B2:C4', values: [['Column1', 'Column2'], ...data] });
  await Excel.run(async (context) => {
    const below = context.workbook.worksheets.getItem(sheetName).getRange('B5:D5').load('values');
    const beside = context.workbook.worksheets.getItem(sheetName).getRange('D4').load('values');
    await context.sync();
    expect([...below.values[0], ...beside.values[0]]).toEqual(['below', '', '', 'beside']);
  });
});

test('headers are text, all different, and none is missing', async () => {
  const { values } = await made([[2017, 'loss', 'Loss', '', 'loss']], true);
  expect(values[0]).toEqual(['2017', 'loss', 'Loss2', 'Column4', 'loss3']);
});

/** The header after something is done to the table of these values, which begins with B2. */
const headerAfter = async (values: unknown[][], work: (sheet: Excel.Worksheet) => void) => {
  await made(values, true);
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    work(sheet);
    const header = sheet.tables.getItemAt(0).getHeaderRowRange().load('values,valueTypes');
    await context.sync();
    expect(header.valueTypes[0].every((type) => type === Excel.RangeValueType.string)).toBe(true);
    return header.values[0] as unknown[];
  });
};

test.each<[string, unknown, unknown[]]>([
  ['B2', 2017, ['2017', 'b', 'c']],
  ['C2', '', ['a', 'Column2', 'c']],
  ['C2', 'A', ['a', 'A2', 'c']],
  // The one that is written gives way.
  ['B2', 'c', ['c2', 'b', 'c']],
  ['C2', null, ['a', 'b', 'c']],
])('what is written to a header, %s = %j, becomes a name of its own', async (address, value, names) => {
  const write = (sheet: Excel.Worksheet) => void (sheet.getRange(address).values = [[value]]);
  expect(
    await headerAfter(
      [
        ['a', 'b', 'c'],
        [1, 2, 3],
      ],
      write,
    ),
  ).toEqual(names);
});

test('names can be exchanged, and are there again after they were cleared', async () => {
  const values = [
    ['a', 'b', 'c'],
    [1, 2, 3],
  ];
  const exchanged = (sheet: Excel.Worksheet) => void (sheet.getRange('B2:C2').values = [['b', 'a']]);
  expect(await headerAfter(values, exchanged)).toEqual(['b', 'a', 'c']);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.getRange('B1:C3').clear('Contents');
    const cells = sheet.getRange('B2:D3').load('values');
    await context.sync();
    expect(cells.values).toEqual([
      ['Column1', 'Column2', 'c'],
      ['', '', 3],
    ]);
    sheet.tables.getItemAt(0).delete();
    cells.load('values');
    await context.sync();
    expect(cells.values.flat().every((value) => value === '')).toBe(true);
  });
});

test('a table and cells never have the same name', async () => {
  await made([['x'], [1]], true);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const table = sheet.tables.getItemAt(0);
    table.name = 'Losses';
    await context.sync();
    context.workbook.names.add('losses', sheet.getRange('D1'));
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
    const name = context.workbook.names.add('Rates', sheet.getRange('D1'));
    await context.sync();
    table.name = 'RATES';
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
    name.delete();
    table.name = 'RATES';
    table.load('name');
    await context.sync();
    expect(table.name).toBe('RATES');
  });
});

test('cells of a table are not merged', async () => {
  await made(
    [
      ['a', 'b'],
      [1, 2],
    ],
    true,
  );
  await Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem(sheetName).getRange('B3:C4');
    cells.merge();
    await expect(context.sync()).rejects.toMatchObject({
      code: 'InvalidOperation',
      debugInfo: { errorLocation: 'Range.merge' },
    });
    cells.load('values');
    await context.sync();
    expect(cells.values).toEqual([
      [1, 2],
      ['', ''],
    ]);
  });
});

test('tables that are added, deleted and converted are told', async () => {
  const heard = new Heard();
  await Excel.run(async (context) => {
    const { tables } = context.workbook;
    tables.onAdded.add(async ({ type }) => heard.add(type));
    tables.onDeleted.add(async ({ type, tableName }) => heard.add(`${type} ${tableName}`));
    await context.sync();
  });
  await made([['x'], [1]], true);
  await heard.all('TableAdded');
  await Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem(sheetName).tables.getItemAt(0);
    table.name = 'Gone';
    table.delete();
    await context.sync();
  });
  await heard.all('TableDeleted Gone');
});

test('a change of a table is told to its sheet and to the workbook', async () => {
  await made([['x'], [1]], true);
  const heard = new Heard();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName).load('id');
    await context.sync();
    sheet.tables.onChanged.add(async ({ address }) => heard.add(`sheet ${address}`));
    context.workbook.tables.onChanged.add(async ({ address }) => heard.add(`workbook ${address}`));
    await context.sync();
    sheet.getRange('B3').values = [[2]];
    await context.sync();
  });
  await heard.all('sheet B3', 'workbook B3');
});

test('what is never told cannot be listened to', async () => {
  await made([['x'], [1]], true);
  await Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem(sheetName).tables.getItemAt(0).load('id');
    await context.sync();
    table.onSelectionChanged.add(async () => undefined);
    await expect(context.sync()).rejects.toMatchObject({ code: 'ApiNotFound' });
  });
});
