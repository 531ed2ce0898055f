import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

test('formats read back as they were set', async () => {
  const read = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2:C3');
      range.values = [
        [0.5, 1],
        [2, 3],
      ];
      range.numberFormat = [
        ['0.00', '0.0%'],
        ['General', '0'],
      ];
      range.format.fill.color = '#ffee99';
      range.format.font.bold = true;
      range.format.font.size = 8;
      range.format.font.color = '#C00000';
      range.format.columnWidth = 30;
      range.format.horizontalAlignment = 'Center';
      range.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.format.borders.getItem('EdgeBottom').color = '#0000FF';
      const bottom = range.format.borders.getItem('EdgeBottom');
      bottom.load('style,color,weight');
      range.load(
        'text,numberFormat,format/columnWidth,format/horizontalAlignment,format/fill/color,format/font',
      );
      await context.sync();
      const { fill, font, columnWidth, horizontalAlignment } = range.format;
      return {
        text: range.text,
        numberFormat: range.numberFormat,
        fill: fill.color,
        font: [font.bold, font.size, font.color],
        columnWidth,
        horizontalAlignment,
        bottom: [bottom.style, bottom.color, bottom.weight],
      };
    }),
  );
  expect(read).toEqual({
    text: [
      ['0.50', '100.0%'],
      ['2', '3'],
    ],
    numberFormat: [
      ['0.00', '0.0%'],
      ['General', '0'],
    ],
    fill: '#FFEE99',
    font: [true, 8, '#C00000'],
    columnWidth: 30,
    horizontalAlignment: 'Center',
    bottom: ['Continuous', '#0000FF', 'Thin'],
  });
});

test('a format on which cells differ reads as null', async () => {
  const fill = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('E1:F2');
      range.getCell(1, 1).format.fill.color = '#FFEE99';
      range.load('format/fill/color');
      await context.sync();
      return range.format.fill.color;
    }),
  );
  expect(fill).toBeNull();
});

test('a colour scale is kept, changed in a later batch, counted and cleared', async () => {
  const { criteria, three, counts } = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('J2:K3');
      const format = range.conditionalFormats.add(Excel.ConditionalFormatType.colorScale);
      format.colorScale.criteria = {
        minimum: { type: 'LowestValue', color: '#FCFCFF' },
        maximum: { type: 'HighestValue', color: '#F8696B' },
      };
      await context.sync();
      format.colorScale.criteria = {
        minimum: { type: 'LowestValue', color: '#FF0000' },
        midpoint: { type: 'Number', formula: '0', color: '#FFFFFF' },
        maximum: { type: 'HighestValue', color: '#0000FF' },
      };
      format.colorScale.load('criteria,threeColorScale');
      const before = range.conditionalFormats.getCount();
      await context.sync();
      range.conditionalFormats.clearAll();
      const after = range.conditionalFormats.getCount();
      await context.sync();
      const { criteria: kept, threeColorScale } = format.colorScale;
      return { criteria: kept, three: threeColorScale, counts: [before.value, after.value] };
    }),
  );
  expect(three).toBe(true);
  expect(criteria.midpoint).toMatchObject({ type: 'Number', formula: '0', color: '#FFFFFF' });
  expect(counts).toEqual([1, 0]);
});

test('a formula decides where a custom format applies', async () => {
  const formula = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2:C3');
      const format = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = '=B2>1';
      format.custom.format.fill.color = '#00FF00';
      format.custom.format.font.color = '#FF0000';
      format.custom.rule.load('formula');
      await context.sync();
      return format.custom.rule.formula;
    }),
  );
  expect(formula).toBe('=B2>1');
});

test('clearing formats leaves values, clearing contents leaves formats', async () => {
  const read = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange('H2:H3');
      range.values = [[0.5], [3]];
      range.numberFormat = [['0.00'], ['0']];
      range.format.fill.color = '#FFEE99';
      await context.sync();
      const one = sheet.getRange('H2');
      const other = sheet.getRange('H3');
      one.clear('Formats');
      other.clear('Contents');
      one.load('values,format/fill/color,numberFormat');
      other.load('values,format/fill/color');
      await context.sync();
      return [one.values, one.format.fill.color, one.numberFormat, other.values, other.format.fill.color];
    }),
  );
  expect(read).toEqual([[[0.5]], '#FFFFFF', [['General']], [['']], '#FFEE99']);
});
