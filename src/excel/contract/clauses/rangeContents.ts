import type { Chapter } from '../clause';

export const RANGE_CONTENTS: Chapter = {
  object: 'Range: contents',
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
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values',
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
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values',
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
      name: 'A written text that looks like a number becomes one',
      members: ['Range.values'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values',
      async check({ sheet, read }) {
        const cell = sheet.getRange('A1');
        cell.values = [['12.5']];
        return { found: await read(cell, 'values'), promised: [[12.5]] };
      },
    },
    {
      name: 'In a cell that is formatted as text, a number and a formula stay text',
      members: ['Range.numberFormat', 'Range.values'],
      page: 'https://support.microsoft.com/office/format-numbers-as-text-583160db-936b-4e52-bdff-6f1863518ba4',
      async check({ sheet, read }) {
        const cells = sheet.getRange('A1:C1');
        cells.numberFormat = [['@', '@', '@']];
        cells.values = [['1-2', '007', '=1+1']];
        return { found: await read(cells, 'values'), promised: [['1-2', '007', '=1+1']] };
      },
    },
    {
      name: 'A leading apostrophe makes a text of what follows, and is not read back',
      members: ['Range.values'],
      page: 'https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-formulas-member',
      async check({ sheet, read }) {
        const cell = sheet.getRange('A1');
        cell.values = [["'3/4"]];
        return { found: await read(cell, 'values'), promised: [['3/4']] };
      },
    },
    {
      name: 'An error is read by its name',
      members: ['Range.values'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values',
      async check({ sheet, read }) {
        const cells = sheet.getRange('A1:B1');
        cells.formulas = [['=1/0', '=NA()']];
        return { found: await read(cells, 'values'), promised: [['#DIV/0!', '#N/A']] };
      },
    },
    {
      name: 'A number format is read back, and one fills the range',
      members: ['Range.numberFormat'],
      async check({ sheet, read }) {
        const cells = sheet.getRange('A1:B1');
        cells.numberFormat = [['0.00']];
        return { found: await read(cells, 'numberFormat'), promised: [['0.00', '0.00']] };
      },
    },
    {
      name: 'The format of a new cell is General',
      members: ['Range.numberFormat'],
      async check({ sheet, read }) {
        return { found: await read(sheet.getRange('A1'), 'numberFormat'), promised: [['General']] };
      },
    },
    {
      name: 'Clearing the contents leaves the format',
      members: ['Range.clear()'],
      async check({ sheet, read }) {
        const cell = sheet.getRange('A1');
        cell.values = [[1]];
        cell.numberFormat = [['0.00']];
        cell.clear('Contents');
        return { found: await read(cell, 'values', 'numberFormat'), promised: [[['']], [['0.00']]] };
      },
    },
    {
      name: 'Clearing the formats leaves the contents',
      members: ['Range.clear()'],
      async check({ sheet, read }) {
        const cell = sheet.getRange('A1');
        cell.values = [[1]];
        cell.numberFormat = [['0.00']];
        cell.clear('Formats');
        return { found: await read(cell, 'values', 'numberFormat'), promised: [[[1]], [['General']]] };
      },
    },
    {
      name: 'Merged cells keep the first content alone, also when they are parted again',
      members: ['Range.merge()', 'Range.unmerge()'],
      page: 'https://support.microsoft.com/office/merge-and-unmerge-cells-5cbd15d5-9375-4540-907f-c673a93fcedf',
      async check({ sheet, read }) {
        const cells = sheet.getRange('A1:B1');
        cells.values = [[1, 2]];
        cells.merge();
        cells.unmerge();
        return { found: await read(cells, 'values'), promised: [[1, '']] };
      },
    },
    {
      name: 'Merged areas are found by their first cell, and only those',
      members: [
        'Range.getMergedAreasOrNullObject()',
        'RangeAreas.areas',
        'RangeCollection.items',
        'RangeCollection.load()',
      ],
      page: 'https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getmergedareasornullobject-member(1)',
      async check({ context, sheet }) {
        sheet.getRange('A1:B2').merge();
        sheet.getRange('D1:D3').merge();
        const areas = sheet.getRange('A1:D3').getMergedAreasOrNullObject();
        const none = sheet.getRange('F1:G2').getMergedAreasOrNullObject();
        areas.areas.load('items/address');
        await context.sync();
        sheet.getRange('A1:D3').unmerge();
        const found = areas.areas.items.map(({ address }) => address.slice(address.indexOf('!') + 1)).sort();
        return { found: [found, none.isNullObject], promised: [['A1:B2', 'D1:D3'], true] };
      },
    },
    {
      name: 'More than 1,500 cells are written and read in one piece',
      members: ['Range.values'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization',
      async check({ sheet, read }) {
        const rows = Array.from({ length: 50 }, (_, row) =>
          Array.from({ length: 40 }, (__, at) => row * 40 + at),
        );
        const cells = sheet.getRangeByIndexes(0, 0, 50, 40);
        cells.values = rows;
        const found = (await read(cells, 'values')) as number[][];
        const isSame = JSON.stringify(found) === JSON.stringify(rows);
        return { found: isSame || 'other values', promised: true };
      },
    },
  ],
};
