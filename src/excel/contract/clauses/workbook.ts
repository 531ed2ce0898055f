import type { Chapter } from '../clause';

export const WORKBOOK: Chapter = {
  object: 'Workbook',
  clauses: [
    {
      name: 'What is selected on the active sheet is the selected range, its first cell the active one',
      members: ['Range.select()', 'Workbook.getSelectedRange()', 'Workbook.getActiveCell()'],
      async check({ context, sheet, read }) {
        const { workbook } = context;
        sheet.activate();
        sheet.getRange('B2:C4').select();
        const cell = workbook.getActiveCell().load('address');
        const address = await read(workbook.getSelectedRange(), 'address');
        const found = [address, cell.address].map((each) => String(each).split('!').at(-1));
        return { found, promised: ['B2:C4', 'B2'] };
      },
    },
    {
      name: 'Selecting cells of another sheet activates it',
      members: ['Range.select()', 'Workbook.worksheets', 'RequestContext.workbook'],
      async check({ context, sheet, addSheet, read }) {
        const { worksheets } = context.workbook;
        const other = addSheet().load('id');
        sheet.activate();
        await context.sync();
        other.getRange('C3').select();
        const active = worksheets.getActiveWorksheet();
        return { found: (await read(active, 'id')) === other.id, promised: true };
      },
    },
    {
      name: 'Tables of all sheets are tables of the workbook',
      members: ['Workbook.tables', 'TableCollection.items', 'TableCollection.load()', 'Table.worksheet'],
      async check({ context, sheet, read }) {
        sheet.getRange('A1:A2').values = [['head'], [1]];
        sheet.tables.add('A1:A2', true);
        sheet.load('id');
        const { tables } = context.workbook;
        const ids = (await read(tables, 'items/worksheet/id')) as string[];
        return { found: ids.includes(sheet.id), promised: true };
      },
    },
  ],
};
