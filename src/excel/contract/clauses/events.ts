import type { Chapter } from '../clause';

/** What the add-in asks of an edit. */
const edit = (event: Excel.WorksheetChangedEventArgs) => [event.address, event.changeType, event.source];

export const EVENTS: Chapter = {
  object: 'Events',
  clauses: [
    {
      name: 'A write is told with its address',
      members: [
        'WorksheetCollection.onChanged',
        'EventHandlers.add()',
        'WorksheetChangedEventArgs.address',
        'WorksheetChangedEventArgs.changeType',
        'WorksheetChangedEventArgs.source',
        'WorksheetChangedEventArgs.worksheetId',
      ],
      page: 'WorksheetCollection.onChanged',
      async check({ context, sheet, read, listen }) {
        const id = await read(sheet, 'id');
        const { onChanged } = context.workbook.worksheets;
        const heard = await listen(onChanged, (event) =>
          event.worksheetId === id ? edit(event) : undefined,
        );
        sheet.getRange('B2:C3').values = [
          [1, 2],
          [3, 4],
        ];
        await context.sync();
        return { found: await heard.atLeast(1), promised: [['B2:C3', 'RangeEdited', 'Local']] };
      },
    },
    {
      name: 'A write to one cell is told with its value before and after',
      members: ['WorksheetChangedEventArgs.details', 'ChangedEventDetail.valueAfter'],
      async check({ context, sheet, listen }) {
        const cell = sheet.getRange('A1');
        cell.values = [[27]];
        const heard = await listen(sheet.onChanged, ({ details }) =>
          details?.valueAfter === 28 ? [details.valueBefore, details.valueAfter] : undefined,
        );
        cell.values = [[28]];
        await context.sync();
        return { found: await heard.atLeast(1), promised: [[27, 28]] };
      },
    },
    {
      name: "An add-in's own write is told to be its own",
      members: ['WorksheetChangedEventArgs.triggerSource'],
      async check({ context, sheet, listen }) {
        const heard = await listen(sheet.onChanged, ({ triggerSource }) => triggerSource);
        sheet.getRange('A1').values = [[1]];
        await context.sync();
        return { found: await heard.atLeast(1), promised: ['ThisLocalAddin'] };
      },
    },
    {
      name: 'Inserted rows are told as such',
      members: ['WorksheetChangedEventArgs.changeType'],
      async check({ context, sheet, listen }) {
        const heard = await listen(sheet.onChanged, ({ changeType }) => changeType);
        sheet.getRange('2:3').insert('Down');
        await context.sync();
        return { found: await heard.atLeast(1), promised: ['RowInserted'] };
      },
    },
    {
      name: 'An activated sheet is told',
      members: ['WorksheetCollection.onActivated', 'WorksheetActivatedEventArgs.worksheetId'],
      page: 'WorksheetCollection.onActivated',
      async check({ context, sheet, read, listen }) {
        const id = await read(sheet, 'id');
        const { onActivated } = context.workbook.worksheets;
        const heard = await listen(onActivated, ({ worksheetId }) => worksheetId === id || undefined);
        sheet.activate();
        await context.sync();
        return { found: await heard.atLeast(1), promised: [true] };
      },
    },
    {
      name: 'A deleted sheet is told',
      members: [
        'WorksheetCollection.onDeleted',
        'WorksheetDeletedEventArgs.source',
        'WorksheetDeletedEventArgs.worksheetId',
      ],
      page: 'WorksheetCollection.onDeleted',
      async check({ context, addSheet, read, listen }) {
        const added = addSheet();
        const id = await read(added, 'id');
        const { onDeleted } = context.workbook.worksheets;
        const heard = await listen(onDeleted, ({ worksheetId, source }) =>
          worksheetId === id ? source : undefined,
        );
        added.delete();
        await context.sync();
        return { found: await heard.atLeast(1), promised: ['Local'] };
      },
    },
    {
      name: 'Selected cells are told',
      members: [
        'WorksheetCollection.onSelectionChanged',
        'WorksheetSelectionChangedEventArgs.address',
        'WorksheetSelectionChangedEventArgs.worksheetId',
      ],
      page: 'WorksheetCollection.onSelectionChanged',
      async check({ context, sheet, read, listen }) {
        sheet.activate();
        const id = await read(sheet, 'id');
        const { onSelectionChanged } = context.workbook.worksheets;
        const heard = await listen(onSelectionChanged, ({ address, worksheetId }) =>
          worksheetId === id ? address : undefined,
        );
        sheet.getRange('C3:D4').select();
        await context.sync();
        return { found: (await heard.atLeast(1)).at(-1), promised: 'C3:D4' };
      },
    },
  ],
};
