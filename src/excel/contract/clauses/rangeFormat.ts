import { near, type Chapter } from '../clause';

export const RANGE_FORMAT: Chapter = {
  object: 'Range: formats',
  onlyCells: true,
  clauses: [
    {
      name: 'A fill is read back as #RRGGBB',
      members: ['RangeFill.color', 'RangeFormat.fill', 'Range.format'],
      async check({ sheet, read }) {
        const { fill } = sheet.getRange('A1').format;
        fill.color = '#f8696b';
        return { found: await read(fill, 'color'), promised: '#F8696B' };
      },
    },
    {
      name: 'A colour by its name is read back as #RRGGBB',
      members: ['RangeFill.color'],
      async check({ sheet, read }) {
        const { fill } = sheet.getRange('A1').format;
        fill.color = 'orange';
        return { found: await read(fill, 'color'), promised: '#FFA500' };
      },
    },
    {
      name: 'A cleared fill is white',
      members: ['RangeFill.clear()', 'RangeFill.color'],
      async check({ sheet, read }) {
        const { fill } = sheet.getRange('A1').format;
        fill.color = '#FF0000';
        fill.clear();
        return { found: await read(fill, 'color'), promised: '#FFFFFF' };
      },
    },
    {
      name: 'Where cells of a range differ in colour, the colour of the range is null',
      members: ['RangeFont.color'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values',
      async check({ sheet, read }) {
        sheet.getRange('A1').format.font.color = '#FF0000';
        sheet.getRange('B1').format.font.color = '#00FF00';
        return { found: await read(sheet.getRange('A1:B1').format.font, 'color'), promised: null };
      },
    },
    {
      name: 'A font is bold, coloured and of a size',
      members: ['RangeFormat.font', 'RangeFont.bold', 'RangeFont.color', 'RangeFont.size'],
      async check({ sheet, read }) {
        const { font } = sheet.getRange('A1').format;
        font.bold = true;
        font.color = '#123456';
        font.size = 16;
        return { found: await read(font, 'bold', 'color', 'size'), promised: [true, '#123456', 16] };
      },
    },
    {
      name: 'The width of a column is in points, within a pixel',
      members: ['RangeFormat.columnWidth'],
      async check({ sheet, read }) {
        const { format } = sheet.getRange('D1');
        format.columnWidth = 30;
        return near(await read(format, 'columnWidth'), 30, 0.75);
      },
    },
    {
      name: 'The height of a row is in points, within a pixel',
      members: ['RangeFormat.rowHeight'],
      async check({ sheet, read }) {
        const { format } = sheet.getRange('A9');
        format.rowHeight = 36;
        return near(await read(format, 'rowHeight'), 36, 0.75);
      },
    },
    {
      name: 'Alignment, wrapping and turned text are read back',
      members: [
        'RangeFormat.horizontalAlignment',
        'RangeFormat.verticalAlignment',
        'RangeFormat.wrapText',
        'RangeFormat.textOrientation',
      ],
      async check({ sheet, read }) {
        const { format } = sheet.getRange('A1');
        format.horizontalAlignment = 'Center';
        format.verticalAlignment = 'Top';
        format.wrapText = true;
        format.textOrientation = 90;
        return {
          found: await read(
            format,
            'horizontalAlignment',
            'verticalAlignment',
            'wrapText',
            'textOrientation',
          ),
          promised: ['Center', 'Top', true, 90],
        };
      },
    },
    {
      name: 'A border has a style and a colour',
      members: [
        'RangeBorder.style',
        'RangeBorder.color',
        'RangeBorderCollection.getItem()',
        'RangeFormat.borders',
      ],
      async check({ sheet, read }) {
        const edge = sheet.getRange('B2').format.borders.getItem('EdgeBottom');
        edge.style = 'Continuous';
        edge.color = '#FF0000';
        return { found: await read(edge, 'style', 'color'), promised: ['Continuous', '#FF0000'] };
      },
    },
    {
      name: 'Several areas are formatted as one',
      members: ['RangeAreas.format', 'Worksheet.getRanges()'],
      async check({ sheet, read }) {
        sheet.getRanges('A1,C3:D4').format.fill.color = '#00FF00';
        return { found: await read(sheet.getRange('D4').format.fill, 'color'), promised: '#00FF00' };
      },
    },
  ],
};
