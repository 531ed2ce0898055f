import type { Chapter } from '../clause';

const local = (address: unknown) => String(address).split('!').at(-1);

export const WORKSHEET: Chapter = {
  object: 'Worksheet',
  clauses: [
    {
      name: 'A sheet is found again by its id',
      members: ['Worksheet.id', 'Worksheet.load()', 'WorksheetCollection.getItem()'],
      async check({ context, sheet, read }) {
        const [id, name] = (await read(sheet, 'id', 'name')) as string[];
        const found = context.workbook.worksheets.getItem(id);
        return { found: await read(found, 'name'), promised: name };
      },
    },
    {
      name: 'A renamed sheet keeps its id, and formulas follow',
      members: ['Worksheet.name'],
      async check({ context, sheet, newName, read }) {
        const name = newName();
        const id = await read(sheet, 'id');
        const cell = sheet.getRange('B1');
        sheet.getRange('A1').values = [[4]];
        sheet.load('name');
        await context.sync();
        cell.formulas = [[`='${sheet.name}'!A1`]];
        sheet.name = name;
        return {
          found: [await read(cell, 'formulas', 'values'), await read(sheet, 'id')],
          promised: [[[[`='${name}'!A1`]], [[4]]], id],
        };
      },
    },
    {
      name: 'A cell and a range by their indexes, counted from zero',
      members: ['Worksheet.getCell()', 'Worksheet.getRangeByIndexes()'],
      async check({ sheet, read }) {
        const cell = sheet.getCell(1, 2).load('address');
        const cells = await read(sheet.getRangeByIndexes(4, 0, 2, 3), 'address');
        return { found: [local(cell.address), local(cells)], promised: ['C2', 'A5:C6'] };
      },
    },
    {
      name: 'Without an address, the range is the whole sheet',
      members: ['Worksheet.getRange()'],
      async check({ sheet, read }) {
        return {
          found: await read(sheet.getRange(), 'rowCount', 'columnCount'),
          promised: [1_048_576, 16_384],
        };
      },
    },
    {
      name: 'An address that is none is refused',
      members: ['Worksheet.getRange()'],
      async check({ sheet, outcome }) {
        return {
          found: await outcome(() => sheet.getRange('A0:B').load('address')),
          promised: 'InvalidArgument',
        };
      },
    },
    {
      name: 'An empty sheet has no used range',
      members: ['Worksheet.getUsedRangeOrNullObject()', 'ClientObject.isNullObject'],
      page: 'Worksheet.getUsedRangeOrNullObject()',
      async check({ sheet, read }) {
        const used = sheet.getUsedRangeOrNullObject();
        await read(used, 'address');
        return { found: used.isNullObject, promised: true };
      },
    },
    {
      name: 'Gridlines are hidden and shown',
      members: ['Worksheet.showGridlines'],
      async check({ sheet, read }) {
        sheet.showGridlines = false;
        return { found: await read(sheet, 'showGridlines'), promised: false };
      },
    },
    {
      name: 'A sheet moves to the position that it is given',
      members: ['Worksheet.position'],
      async check({ sheet, read }) {
        const position = Number(await read(sheet, 'position'));
        sheet.position = position - 1;
        return { found: await read(sheet, 'position'), promised: position - 1 };
      },
    },
    {
      name: 'An activated sheet is the active one',
      members: ['Worksheet.activate()', 'WorksheetCollection.getActiveWorksheet()'],
      async check({ context, sheet, read }) {
        sheet.activate();
        const active = context.workbook.worksheets.getActiveWorksheet().load('id');
        const promised = await read(sheet, 'id');
        return { found: active.id, promised };
      },
    },
    {
      name: 'Rows that stay in view',
      members: ['WorksheetFreezePanes.freezeRows()', 'Worksheet.freezePanes'],
      async check({ sheet, read }) {
        sheet.freezePanes.freezeRows(2);
        return {
          found: local(await read(sheet.freezePanes.getLocationOrNullObject(), 'address')),
          promised: '1:2',
        };
      },
    },
    {
      name: 'Columns that stay in view',
      members: ['WorksheetFreezePanes.freezeColumns()'],
      async check({ sheet, read }) {
        sheet.freezePanes.freezeColumns(3);
        return {
          found: local(await read(sheet.freezePanes.getLocationOrNullObject(), 'address')),
          promised: 'A:C',
        };
      },
    },
    {
      name: 'Rows and columns that stay in view',
      members: ['WorksheetFreezePanes.freezeAt()'],
      async check({ sheet, read }) {
        sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
        return {
          found: local(await read(sheet.freezePanes.getLocationOrNullObject(), 'address')),
          promised: 'A1:B3',
        };
      },
    },
    {
      name: 'Whatever is done to a null object is ignored',
      members: ['ClientObject.isNullObject'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties',
      async check({ context, newName, outcome }) {
        const none = context.workbook.worksheets.getItemOrNullObject(newName());
        return {
          found: await outcome(() => {
            none.getRange('A1').values = [[1]];
            none.delete();
          }),
          promised: 'done',
        };
      },
    },
  ],
};
