/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

test('values and formulas go through the real proxies', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2');
    range.values = [
      [0.1 + 0.2, 'x'],
      [true, '=A1*2'],
    ];
    range.load('values,address');
    expect(() => range.address).toThrow(/not available/);
    await context.sync();
    expect(range.values).toEqual([
      [0.1 + 0.2, 'x'],
      [true, (0.1 + 0.2) * 2],
    ]);
    expect(range.address).toBe('Sheet1!A1:B2');
  });
});

test('an object of one batch is known in the next', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Later');
    const name = sheet.names.add('block', sheet.getRange('C3:D4'));
    const format = sheet.getRange('C3:D4').conditionalFormats.add(Excel.ConditionalFormatType.colorScale);
    await context.sync();
    sheet.getRange('C3').values = [[5]];
    name.getRange().load('address');
    name.comment = 'kept';
    name.load('comment,scope,visible');
    format.load('type');
    await context.sync();
    expect([name.comment, name.scope, name.visible, format.type]).toEqual([
      'kept',
      'Worksheet',
      true,
      'ColorScale',
    ]);
  });
});

test('a tracked range lives on between runs, and follows inserted rows', async () => {
  const kept = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('F6');
    range.values = [['kept']];
    context.trackedObjects.add(range);
    await context.sync();
    return range;
  });
  await Excel.run(kept, async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('2:3').insert('Down');
    await context.sync();
    kept.load('values,address');
    await context.sync();
    expect(kept.values).toEqual([['kept']]);
    expect(kept.address).toBe('Sheet1!F8');
    kept.untrack();
    await context.sync();
  });
});

test("names follow a person's rows, and undo brings back what deleting took", async () => {
  const address = () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Rows').names.getItem('block').getRangeOrNullObject();
      range.load('address');
      await context.sync();
      return range.isNullObject ? '#REF!' : range.address;
    });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Rows');
    sheet.names.add('block', sheet.getRange('C5:D6'));
    sheet.activate();
    await context.sync();
  });
  const { commands, unitId, workbook } = excel.book.grid;
  const range = { startRow: 4, endRow: 5, startColumn: 0, endColumn: 199 };
  const byHand = (id: string, params = {}) =>
    commands.syncExecuteCommand(id, { unitId, subUnitId: workbook.getActiveSheet().getSheetId(), ...params });

  byHand('sheet.command.insert-row-by-range', { range: { ...range }, direction: 0 });
  expect(await address()).toBe('Rows!C7:D8');
  byHand('univer.command.undo');
  expect(await address()).toBe('Rows!C5:D6');
  byHand('sheet.command.remove-row-by-range', { range: { ...range } });
  expect(await address()).toBe('#REF!');
  byHand('univer.command.undo');
  expect(await address()).toBe('Rows!C5:D6');
});

test('names of the workbook lose their cells when a person deletes the sheet', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Doomed');
    context.workbook.names.add('doomed', sheet.getRange('A1'));
    sheet.names.add('own', sheet.getRange('A1'));
    await context.sync();
  });
  const { commands, unitId, workbook } = excel.book.grid;
  const subUnitId = workbook.getSheetBySheetName('Doomed')!.getSheetId();
  commands.syncExecuteCommand('sheet.command.remove-sheet', { unitId, subUnitId });
  await Excel.run(async (context) => {
    const name = context.workbook.names.getItem('doomed');
    name.load('value,type');
    await context.sync();
    expect([name.value, name.type]).toEqual(['#REF!', 'Error']);
  });
});

test('what is asked of a null object is a null object', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets
      .getItemOrNullObject('Nowhere')
      .names.getItemOrNullObject('x')
      .getRangeOrNullObject();
    range.load('values');
    await context.sync();
    expect(range.isNullObject).toBe(true);
  });
});

test('set() changes several properties, nested ones included', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('H1');
    range.set({ values: [[4]], format: { fill: { color: '#123456' }, font: { bold: true } } });
    range.load('values,format/fill/color,format/font/bold');
    await context.sync();
    expect([range.values, range.format.fill.color, range.format.font.bold]).toEqual([[[4]], '#123456', true]);
  });
});

test('cells beside an inserted part of a column move, others stay', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Parts');
    sheet.getRange('A1:B2').values = [
      [1, 2],
      [3, 4],
    ];
    sheet.getRange('A1').insert('Down');
    const down = sheet.getRange('A1:B3').load('values');
    await context.sync();
    expect(down.values).toEqual([
      ['', 2],
      [1, 4],
      [3, ''],
    ]);
    sheet.getRange('A1').delete('Up');
    const up = sheet.getRange('A1:B2').load('values');
    await context.sync();
    expect(up.values).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

test('manual calculation leaves formulas alone until they are asked for', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Manual');
    sheet.getRange('A1:A2').values = [[1], ['=A1+1']];
    await context.sync();
    context.workbook.application.calculationMode = 'Manual';
    sheet.getRange('A1').values = [[10]];
    const stale = sheet.getRange('A2').load('values');
    await context.sync();
    expect(stale.values).toEqual([[2]]);
    context.workbook.application.calculate('Recalculate');
    context.workbook.application.calculationMode = 'Automatic';
    const fresh = sheet.getRange('A2').load('values');
    await context.sync();
    expect(fresh.values).toEqual([[11]]);
  });
});

test('merged cells keep the value of the first when they are unmerged', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Merged');
    sheet.getRange('A1:C1').merge();
    sheet.getRange('A1').values = [['title']];
    await context.sync();
    sheet.getRange('A1:C1').unmerge();
    const range = sheet.getRange('A1:C1').load('values');
    await context.sync();
    expect(range.values).toEqual([['title', '', '']]);
  });
});

test('a cell made text earlier in the same batch takes numbers as text', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.add('Texts').getRange('E1:E2');
    range.numberFormat = [['@'], ['0.00']];
    range.values = [['007'], ['007']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['007'], [7]]);
  });
});
