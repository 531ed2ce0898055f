import type { Chapter } from '../clause';

const local = (address: unknown) => String(address).split('!').at(-1);

/** Two columns of two rows, and their headers. */
function add(sheet: Excel.Worksheet): Excel.Table {
  sheet.getRange('B2:C4').values = [
    ['layer', 'units'],
    ['conv', 8],
    ['dense', 10],
  ];
  return sheet.tables.add('B2:C4', true);
}

export const TABLE: Chapter = {
  object: 'Table',
  clauses: [
    {
      name: 'A table has a header row, and rows below it',
      members: [
        'TableCollection.add()',
        'Table.getRange()',
        'Table.getHeaderRowRange()',
        'Table.getDataBodyRange()',
        'Worksheet.tables',
      ],
      async check({ sheet, read }) {
        const table = add(sheet);
        const [header, body] = [table.getHeaderRowRange(), table.getDataBodyRange()];
        header.load('values');
        body.load('address');
        const address = await read(table.getRange(), 'address');
        return {
          found: [local(address), header.values, local(body.address)],
          promised: ['B2:C4', [['layer', 'units']], 'B3:C4'],
        };
      },
    },
    {
      name: 'Columns are named by their headers, and are found by them',
      members: [
        'Table.columns',
        'TableColumn.name',
        'TableColumnCollection.items',
        'TableColumnCollection.getItem()',
        'TableColumn.getRange()',
        'TableColumn.getDataBodyRange()',
      ],
      async check({ sheet, read }) {
        const { columns } = add(sheet);
        const column = columns.getItem('units');
        const [all, body] = [column.getRange().load('address'), column.getDataBodyRange().load('address')];
        const names = await read(columns, 'items/name');
        return {
          found: [names, local(all.address), local(body.address)],
          promised: [['layer', 'units'], 'C2:C4', 'C3:C4'],
        };
      },
    },
    {
      name: 'A row that is added comes last',
      members: ['Table.rows', 'TableRowCollection.add()'],
      async check({ sheet, read }) {
        const table = add(sheet);
        table.rows.add(undefined, [['pool', 0]]);
        return {
          found: await read(table.getDataBodyRange(), 'values'),
          promised: [
            ['conv', 8],
            ['dense', 10],
            ['pool', 0],
          ],
        };
      },
    },
    {
      name: 'A row that is deleted is gone from the table, and those below it come up',
      members: ['TableRowCollection.count', 'TableRowCollection.getItemAt()', 'TableRow.delete()'],
      async check({ sheet, read }) {
        const table = add(sheet);
        table.rows.getItemAt(0).delete();
        return {
          found: [await read(table.rows, 'count'), await read(table.getDataBodyRange(), 'values')],
          promised: [1, [['dense', 10]]],
        };
      },
    },
    {
      name: 'A table keeps its name, its style, and whether it can be filtered',
      members: ['Table.name', 'Table.style', 'Table.showFilterButton'],
      async check({ sheet, read }) {
        const table = add(sheet);
        table.name = 'CellvolutionCheck';
        table.style = 'TableStyleLight1';
        table.showFilterButton = false;
        return {
          found: await read(table, 'name', 'style', 'showFilterButton'),
          promised: ['CellvolutionCheck', 'TableStyleLight1', false],
        };
      },
    },
    {
      name: 'A table that overlaps another is refused',
      members: ['TableCollection.add()'],
      page: 'https://support.microsoft.com/office/overview-of-excel-tables-7ab0bb7d-3a9e-4b56-a3c9-6c94334e492c',
      async check({ context, sheet, outcome }) {
        add(sheet);
        await context.sync();
        const found = await outcome(() => sheet.tables.add('C3:E6', true));
        return { found: found !== 'done', promised: true };
      },
    },
    {
      name: 'A table without headers gets them',
      members: ['TableCollection.add()', 'TableColumn.name'],
      async check({ sheet, read }) {
        sheet.getRange('A1:B2').values = [
          [1, 2],
          [3, 4],
        ];
        const table = sheet.tables.add('A1:B2', false);
        const address = table.getDataBodyRange().load('address');
        const names = await read(table.columns, 'items/name');
        return { found: [names, local(address.address)], promised: [['Column1', 'Column2'], 'A2:B3'] };
      },
    },
  ],
};
