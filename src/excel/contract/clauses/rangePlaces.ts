import type { Chapter } from '../clause';

/** An address without the sheet that it is on. */
const local = (address: unknown) => String(address).split('!').at(-1);

export const RANGE_PLACES: Chapter = {
  object: 'Range: places',
  onlyCells: true,
  clauses: [
    {
      name: 'The address has the name of the sheet, in quotes where it has blanks',
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
    {
      name: 'A range knows its sheet',
      members: ['Range.worksheet'],
      async check({ sheet, read }) {
        sheet.load('id');
        return { found: await read(sheet.getRange('B2'), 'worksheet/id'), promised: sheet.id };
      },
    },
    {
      name: 'A cell is counted from the first of its range, and may lie outside',
      members: ['Range.getCell()'],
      async check({ sheet, read }) {
        const address = await read(sheet.getRange('B2:C3').getCell(4, 1), 'address');
        return { found: local(address), promised: 'C6' };
      },
    },
    {
      name: 'An offset moves a range, and a resize adds rows and columns',
      members: ['Range.getOffsetRange()', 'Range.getResizedRange()'],
      async check({ sheet, read }) {
        const cells = sheet.getRange('B2:C3').getOffsetRange(1, 2).getResizedRange(1, -1);
        return { found: local(await read(cells, 'address')), promised: 'D3:D5' };
      },
    },
    {
      name: 'An offset beyond the edge of the sheet is refused',
      members: ['Range.getOffsetRange()'],
      async check({ sheet, outcome }) {
        return {
          found: await outcome(() => sheet.getRange('A1').getOffsetRange(-1, 0).load('address')),
          promised: 'InvalidArgument',
        };
      },
    },
    {
      name: 'The last row of a range',
      members: ['Range.getLastRow()'],
      async check({ sheet, read }) {
        const address = await read(sheet.getRange('B2:C5').getLastRow(), 'address');
        return { found: local(address), promised: 'B5:C5' };
      },
    },
    {
      name: 'The smallest range around two',
      members: ['Range.getBoundingRect()'],
      async check({ sheet, read }) {
        const cells = sheet.getRange('B2:C5').getBoundingRect(sheet.getRange('D10:E15'));
        return { found: local(await read(cells, 'address')), promised: 'B2:E15' };
      },
    },
    {
      name: 'Whole columns and whole rows of a range',
      members: ['Range.getEntireColumn()', 'Range.getEntireRow()'],
      async check({ sheet, read }) {
        const cells = sheet.getRange('B4:D5');
        const [columns, rows] = [cells.getEntireColumn(), cells.getEntireRow().load('address')];
        const address = await read(columns, 'address');
        return { found: [local(address), local(rows.address)], promised: ['B:D', '4:5'] };
      },
    },
    {
      name: 'Of rows one can ask whether they are hidden; where some are, the answer is null',
      members: ['Range.rowHidden'],
      async check({ sheet, read }) {
        sheet.getRange('3:3').rowHidden = true;
        const [all, none] = [sheet.getRange('B3:C3'), sheet.getRange('B4:C5')].map((each) =>
          each.load('rowHidden'),
        );
        const some = await read(sheet.getRange('B2:C5'), 'rowHidden');
        return { found: [all.rowHidden, none.rowHidden, some], promised: [true, false, null] };
      },
    },
    {
      name: 'The used range spans the cells with values',
      members: ['Range.getUsedRangeOrNullObject()'],
      async check({ sheet, read }) {
        sheet.getRange('C4').values = [[1]];
        sheet.getRange('E6').values = [[2]];
        const used = sheet.getRange('A1:H20').getUsedRangeOrNullObject(true);
        return { found: local(await read(used, 'address')), promised: 'C4:E6' };
      },
    },
    {
      name: 'A range without values has no used range',
      members: ['Range.getUsedRangeOrNullObject()'],
      async check({ sheet, read }) {
        const used = sheet.getRange('P1:Q20').getUsedRangeOrNullObject(true);
        await read(used, 'address');
        return { found: used.isNullObject, promised: true };
      },
    },
    {
      name: 'A range whose cells are only used until the next request need not be remembered',
      members: ['Range.untrack()'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/performance#untrack-unneeded-ranges',
      async check({ sheet, read }) {
        const cell = sheet.getRange('A1');
        cell.untrack();
        cell.values = [[3]];
        return { found: await read(sheet.getRange('A1'), 'values'), promised: [[3]] };
      },
    },
    {
      name: 'A range follows its cells when rows are inserted above',
      members: ['Range.address'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-insert',
      async check({ context, sheet, read }) {
        const cell = sheet.getRange('B2');
        cell.values = [['mine']];
        await context.sync();
        sheet.getRange('1:1').insert('Down');
        return { found: local(await read(cell, 'address')), promised: 'B3' };
      },
    },
    {
      name: 'Rows that are inserted inside the cells of a name are among its cells',
      members: ['Range.insert()'],
      async check({ context, sheet, read }) {
        const name = sheet.names.add('grown', sheet.getRange('B2:C4'));
        await context.sync();
        sheet.getRange('3:4').insert('Down');
        return { found: local(await read(name.getRange(), 'address')), promised: 'B2:C6' };
      },
    },
    {
      name: 'Columns that are deleted from the cells of a name are not among them, and the others move up',
      members: ['Range.delete()'],
      async check({ context, sheet, read }) {
        const name = sheet.names.add('shrunk', sheet.getRange('B2:D3'));
        sheet.getRange('E2').values = [['mine']];
        await context.sync();
        sheet.getRange('C:C').delete('Left');
        const address = local(await read(name.getRange(), 'address'));
        return {
          found: [address, await read(sheet.getRange('D2'), 'values')],
          promised: ['B2:C3', [['mine']]],
        };
      },
    },
  ],
};
