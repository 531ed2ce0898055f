/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

test('several ranges are formatted, counted and addressed as one', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const areas = sheet.getRanges('A1:B2, D4');
    areas.format.fill.color = '#FFEE99';
    areas.format.font.bold = true;
    areas.format.horizontalAlignment = 'Center';
    areas.format.borders.getItem('EdgeTop').color = '#FF0000';
    areas.load('address,areaCount,cellCount,format/fill/color,format/font/bold');
    areas.areas.load('items/address');
    const between = sheet.getRange('C3').load('format/fill/color');
    const cell = sheet.getRange('D4').load('format/horizontalAlignment');
    const top = sheet.getRange('A1:B1').format.borders.getItem('EdgeTop').load('style,color');
    await context.sync();
    expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(['Sheet1!A1:B2, Sheet1!D4', 2, 5]);
    expect(areas.areas.items.map(({ address }) => address)).toEqual(['Sheet1!A1:B2', 'Sheet1!D4']);
    expect([areas.format.fill.color, areas.format.font.bold]).toEqual(['#FFEE99', true]);
    expect([between.format.fill.color, cell.format.horizontalAlignment]).toEqual(['#FFFFFF', 'Center']);
    expect([top.style, top.color]).toEqual(['Continuous', '#FF0000']);
  });
});

test('what differs between the areas reads as null', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('F1').format.font.size = 8;
    sheet.getRange('F:F').format.columnWidth = 30;
    const areas = sheet.getRanges('F1;H1').load('format/font/size,format/columnWidth,format/font/bold');
    await context.sync();
    expect([areas.format.font.size, areas.format.columnWidth, areas.format.font.bold]).toEqual([
      null,
      null,
      false,
    ]);
  });
});

test('several ranges are cleared as one, and lead to their columns and intersections', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Areas');
    sheet.names.add('block', sheet.getRange('B2:C3'));
    sheet.getRange('A1:E5').values = Array.from({ length: 5 }, () => [1, 2, 3, 4, 5]);
    sheet.getRanges('block,E5').clear('Contents');
    const values = sheet.getRange('A1:E5').load('values');
    const columns = sheet.getRanges('A1,C1:D1').getEntireColumn().load('address,isEntireColumn');
    const common = sheet.getRanges('A1:B2,D4').getIntersectionOrNullObject('B2:D9').load('address');
    const none = sheet.getRanges('A1,B1').getIntersectionOrNullObject('Z9').load('address');
    await context.sync();
    expect(values.values[1]).toEqual([1, '', '', 4, 5]);
    expect(values.values[4]).toEqual([1, 2, 3, 4, '']);
    expect([columns.address, columns.isEntireColumn]).toEqual(['Areas!A:A, Areas!C:D', true]);
    expect([common.address, none.isNullObject]).toEqual(['Areas!B2, Areas!D4', true]);
  });
});

test('one conditional format covers all areas', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Scales');
    const format = sheet.getRanges('A1:A3,C1:C3').conditionalFormats.add('ColorScale');
    const ranges = format.getRanges().load('address');
    const single = format.getRangeOrNullObject().load('address');
    const here = sheet.getRange('C2').conditionalFormats.getCount();
    await context.sync();
    expect([ranges.address, single.isNullObject, here.value]).toEqual([
      'Scales!A1:A3, Scales!C1:C3',
      true,
      1,
    ]);
  });
});
