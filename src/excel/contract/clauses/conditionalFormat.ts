import type { Chapter } from '../clause';

export const CONDITIONAL_FORMAT: Chapter = {
  object: 'ConditionalFormat',
  clauses: [
    {
      name: 'A scale of three colours is read back with its bounds',
      members: [
        'ConditionalFormatCollection.add()',
        'ConditionalFormat.colorScale',
        'ColorScaleConditionalFormat.criteria',
        'ConditionalFormatType.colorScale',
        'Range.conditionalFormats',
      ],
      async check({ sheet, read }) {
        const format = sheet.getRange('A1:B2').conditionalFormats.add(Excel.ConditionalFormatType.colorScale);
        format.colorScale.criteria = {
          minimum: { type: 'Number', formula: '-1', color: '#5A8AC6' },
          midpoint: { type: 'Number', formula: '0', color: '#FCFCFF' },
          maximum: { type: 'Number', formula: '1', color: '#F8696B' },
        };
        const criteria = (await read(format.colorScale, 'criteria')) as Excel.ConditionalColorScaleCriteria;
        const { minimum, midpoint, maximum } = criteria;
        return {
          found: [minimum, midpoint, maximum].map((each) => [each?.formula?.replace('=', ''), each?.color]),
          promised: [
            ['-1', '#5A8AC6'],
            ['0', '#FCFCFF'],
            ['1', '#F8696B'],
          ],
        };
      },
    },
    {
      name: 'A rule about values is read back, and has a font and a fill of its own',
      members: [
        'ConditionalFormat.cellValue',
        'CellValueConditionalFormat.rule',
        'CellValueConditionalFormat.format',
        'ConditionalRangeFormat.font',
        'ConditionalRangeFont.color',
        'ConditionalRangeFormat.fill',
        'ConditionalRangeFill.color',
        'ConditionalFormatType.cellValue',
      ],
      async check({ sheet, read }) {
        const { cellValue } = sheet
          .getRange('A1')
          .conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
        cellValue.format.font.color = '#FF0000';
        cellValue.format.fill.color = '#FCFCFF';
        cellValue.rule = { formula1: '=0', operator: 'LessThan' };
        cellValue.format.font.load('color');
        cellValue.format.fill.load('color');
        const rule = (await read(cellValue, 'rule')) as Excel.ConditionalCellValueRule;
        return {
          found: [
            rule.formula1.replace('=', ''),
            rule.operator,
            cellValue.format.font.color,
            cellValue.format.fill.color,
          ],
          promised: ['0', 'LessThan', '#FF0000', '#FCFCFF'],
        };
      },
    },
    {
      name: 'A data bar is read back with its bounds and its colour',
      members: [
        'ConditionalFormat.dataBar',
        'ConditionalFormatType.dataBar',
        'DataBarConditionalFormat.lowerBoundRule',
        'DataBarConditionalFormat.upperBoundRule',
        'DataBarConditionalFormat.positiveFormat',
        'ConditionalDataBarPositiveFormat.fillColor',
      ],
      async check({ sheet, read }) {
        const { dataBar } = sheet
          .getRange('A1:A3')
          .conditionalFormats.add(Excel.ConditionalFormatType.dataBar);
        dataBar.lowerBoundRule = { type: 'Number', formula: '=0' };
        dataBar.upperBoundRule = { type: 'Number', formula: '=1' };
        dataBar.positiveFormat.fillColor = '#D9E1F2';
        dataBar.positiveFormat.load('fillColor');
        await read(dataBar, 'lowerBoundRule,upperBoundRule');
        const { lowerBoundRule: low, upperBoundRule: high, positiveFormat } = dataBar;
        return {
          found: [
            ...[low, high].map(({ type, formula }) => [type, formula?.replace('=', '')]),
            positiveFormat.fillColor,
          ],
          promised: [['Number', '0'], ['Number', '1'], '#D9E1F2'],
        };
      },
    },
    {
      name: 'The format that was added last comes first',
      members: ['ConditionalFormatCollection.add()'],
      page: 'https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection#excel-excel-conditionalformatcollection-add-member(1)',
      async check({ sheet, read }) {
        const { conditionalFormats } = sheet.getRange('A1');
        conditionalFormats.add('CellValue').cellValue.rule = { formula1: '=0', operator: 'LessThan' };
        conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
        return { found: await read(conditionalFormats, 'items/type'), promised: ['Custom', 'CellValue'] };
      },
    },
    {
      name: 'All formats of a range are cleared at once',
      members: ['ConditionalFormatCollection.clearAll()'],
      async check({ sheet, read }) {
        const { conditionalFormats } = sheet.getRange('A1:B2');
        conditionalFormats.add('CellValue').cellValue.rule = { formula1: '=0', operator: 'LessThan' };
        conditionalFormats.clearAll();
        return { found: await read(conditionalFormats, 'items/type'), promised: [] };
      },
    },
    {
      name: 'Several areas have one format',
      members: ['RangeAreas.conditionalFormats'],
      async check({ sheet, read }) {
        const { conditionalFormats } = sheet.getRanges('A1:B2,D4');
        conditionalFormats.add('CellValue').cellValue.rule = { formula1: '=0', operator: 'LessThan' };
        return {
          found: await read(sheet.getRange('D4').conditionalFormats, 'items/type'),
          promised: ['CellValue'],
        };
      },
    },
  ],
};
