import type { Chapter } from '../clause';

export const RANGE: Chapter = {
  object: 'Range',
  onlyCells: true,
  clauses: [
    {
      name: 'Numbers, text and truth values that are written are read back',
      members: ['Range.values', 'Range.load()'],
      async check({ sheet, read }) {
        const cells = sheet.getRange('A1:B2');
        const written = [
          [-1.25, 'two'],
          [true, 0],
        ];
        cells.values = written;
        return { found: await read(cells, 'values'), promised: written };
      },
    },
    {
      name: 'A number keeps 15 digits',
      members: ['Range.values'],
      page: 'https://learn.microsoft.com/office/troubleshoot/excel/floating-point-arithmetic-inaccurate-result',
      async check({ sheet, read }) {
        const cell = sheet.getRange('A1');
        cell.values = [[0.123456789012345]];
        return { found: await read(cell, 'values'), promised: [[0.123456789012345]] };
      },
    },
    {
      name: 'A blank cell reads as an empty text',
      members: ['Range.values'],
      async check({ sheet, read }) {
        return { found: await read(sheet.getRange('A1'), 'values'), promised: [['']] };
      },
    },
    {
      name: 'One value fills the whole range',
      members: ['Range.values'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values',
      async check({ sheet, read }) {
        const cells = sheet.getRange('A1:B2');
        cells.values = 7 as unknown as number[][];
        return {
          found: await read(cells, 'values'),
          promised: [
            [7, 7],
            [7, 7],
          ],
        };
      },
    },
    {
      name: 'A null leaves its cell alone',
      members: ['Range.values'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values',
      async check({ sheet, read }) {
        const cells = sheet.getRange('A1:B1');
        cells.values = [[1, 2]];
        cells.values = [[null, 3]];
        return { found: await read(cells, 'values'), promised: [[1, 3]] };
      },
    },
    {
      name: 'An array of another size than the range is refused',
      members: ['Range.values'],
      async check({ sheet, outcome }) {
        return {
          found: await outcome(() => (sheet.getRange('A1:B2').values = [[1, 2, 3]])),
          promised: 'InvalidArgument',
        };
      },
    },
    {
      name: 'A formula is computed, and read back as it is',
      members: ['Range.formulas'],
      async check({ sheet, read }) {
        sheet.getRange('A1:A2').values = [[2], [3]];
        const cell = sheet.getRange('B1');
        cell.formulas = [['=SUM(A1:A2)*2']];
        return { found: await read(cell, 'values', 'formulas'), promised: [[[10]], [['=SUM(A1:A2)*2']]] };
      },
    },
    {
      name: 'A read of formulas gives canonical formulas',
      members: ['Range.formulas'],
      async check({ sheet, read }) {
        const cell = sheet.getRange('B1');
        cell.formulas = [['=sum(a1,true)']];
        return { found: await read(cell, 'formulas'), promised: [['=SUM(A1,TRUE)']] };
      },
    },
    {
      name: 'A cell without a formula reads as its value among the formulas',
      members: ['Range.formulas'],
      async check({ sheet, read }) {
        const cells = sheet.getRange('A1:B1');
        cells.formulas = [[5, 'text']];
        return { found: await read(cells, 'formulas'), promised: [[5, 'text']] };
      },
    },
    {
      name: 'A malformed formula is refused',
      members: ['Range.formulas'],
      async check({ sheet, outcome }) {
        return {
          found: await outcome(() => (sheet.getRange('A1').formulas = [['=SUM((1,2']])),
          promised: 'InvalidArgument',
        };
      },
    },
    {
      name: 'The address has the name of the sheet',
      members: ['Range.address'],
      async check({ sheet, read }) {
        sheet.load('name');
        const address = await read(sheet.getRange('B2:C3'), 'address');
        return { found: address, promised: `'${sheet.name}'!B2:C3` };
      },
    },
    {
      name: 'Rows and columns are counted from zero',
      members: ['Range.rowIndex', 'Range.columnIndex', 'Range.rowCount', 'Range.columnCount'],
      async check({ sheet, read }) {
        const cells = sheet.getRange('C5:F6');
        return {
          found: await read(cells, 'rowIndex', 'columnIndex', 'rowCount', 'columnCount'),
          promised: [4, 2, 2, 4],
        };
      },
    },
  ],
};
