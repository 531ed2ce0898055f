import type { Chapter } from '../clause';

export const NAMES: Chapter = {
  object: 'NamedItemCollection',
  clauses: [
    {
      name: 'A name of a sheet with dots and underscores leads to its cells',
      members: [
        'NamedItemCollection.add()',
        'NamedItemCollection.getItem()',
        'NamedItem.getRange()',
        'NamedItem.name',
        'Worksheet.names',
      ],
      async check({ sheet, read }) {
        sheet.names.add('conv1.filter_1', sheet.getRange('B2:C3'));
        const name = sheet.names.getItem('conv1.filter_1').load('name');
        const address = String(await read(name.getRange(), 'address'));
        return { found: [name.name, address.split('!').at(-1)], promised: ['conv1.filter_1', 'B2:C3'] };
      },
    },
    {
      name: 'The formula of a name is where it leads, with the sheet',
      members: ['NamedItem.formula', 'NamedItem.load()'],
      async check({ sheet, read }) {
        const name = sheet.names.add('place', sheet.getRange('B2:C3'));
        sheet.load('name');
        const formula = await read(name, 'formula');
        return { found: formula, promised: `='${sheet.name}'!$B$2:$C$3` };
      },
    },
    {
      name: 'A name keeps its comment',
      members: ['NamedItem.comment', 'NamedItemCollection.add()'],
      async check({ sheet, read }) {
        const name = sheet.names.add('remark', sheet.getRange('A1'), 'a remark');
        return { found: await read(name, 'comment'), promised: 'a remark' };
      },
    },
    {
      name: 'A name follows its cells when rows are inserted above',
      members: ['NamedItem.getRange()'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-insert',
      async check({ context, sheet, read }) {
        const name = sheet.names.add('moving', sheet.getRange('B2:C3'));
        await context.sync();
        sheet.getRange('1:2').insert('Down');
        const address = String(await read(name.getRange(), 'address'));
        return { found: address.split('!').at(-1), promised: 'B4:C5' };
      },
    },
    {
      name: 'A name whose cells were deleted leads nowhere',
      members: ['NamedItem.getRangeOrNullObject()'],
      async check({ context, sheet, read }) {
        const name = sheet.names.add('lost', sheet.getRange('B2:C3'));
        await context.sync();
        sheet.getRange('2:3').delete('Up');
        const range = name.getRangeOrNullObject();
        await read(range, 'address');
        return { found: range.isNullObject, promised: true };
      },
    },
    {
      name: 'Names of a sheet are listed with what they lead to',
      members: ['NamedItemCollection.items', 'NamedItemCollection.load()'],
      async check({ sheet, read }) {
        sheet.names.add('listed', sheet.getRange('A1'));
        const [names, formulas] = (await read(sheet.names, 'items/name', 'items/formula')) as string[][];
        return { found: formulas[names.indexOf('listed')]?.split('!').at(-1), promised: '$A$1' };
      },
    },
    {
      name: 'A deleted name is gone',
      members: ['NamedItem.delete()', 'NamedItemCollection.getItemOrNullObject()'],
      async check({ sheet, read }) {
        sheet.names.add('gone', sheet.getRange('A1'));
        sheet.names.getItem('gone').delete();
        const none = sheet.names.getItemOrNullObject('gone');
        await read(none, 'name');
        return { found: none.isNullObject, promised: true };
      },
    },
    {
      name: 'Two sheets may have the same name, each for its own cells',
      members: ['NamedItemCollection.add()'],
      page: 'https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1',
      async check({ sheet, addSheet, read }) {
        const other = addSheet();
        sheet.names.add('twice', sheet.getRange('A1'));
        other.names.add('twice', other.getRange('B2'));
        const address = String(await read(sheet.names.getItem('twice').getRange(), 'address'));
        return { found: address.split('!').at(-1), promised: 'A1' };
      },
    },
    {
      name: 'A formula uses a name of its own sheet',
      members: ['NamedItemCollection.add()', 'Range.formulas'],
      page: 'https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1',
      async check({ sheet, read }) {
        sheet.getRange('A1:A2').values = [[3], [4]];
        sheet.names.add('numbers', sheet.getRange('A1:A2'));
        const cell = sheet.getRange('C1');
        cell.formulas = [['=SUM(numbers)']];
        return { found: await read(cell, 'values'), promised: [[7]] };
      },
    },
    {
      name: 'What looks like an address cannot be a name',
      members: ['NamedItemCollection.add()'],
      page: 'https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1',
      async check({ sheet, outcome }) {
        return {
          found: await outcome(() => sheet.names.add('AB12', sheet.getRange('A1'))),
          promised: 'InvalidArgument',
        };
      },
    },
    {
      name: 'Names of the workbook are listed, those of sheets are not among them',
      members: ['Workbook.names', 'NamedItemCollection.items'],
      async check({ context, sheet, read }) {
        sheet.names.add('only.on.this.check.sheet', sheet.getRange('A1'));
        const names = (await read(context.workbook.names, 'items/name')) as string[];
        return { found: names.includes('only.on.this.check.sheet'), promised: false };
      },
    },
  ],
};
