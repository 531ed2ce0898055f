import type { Chapter } from '../clause';

export const WORKSHEETS: Chapter = {
  object: 'WorksheetCollection',
  clauses: [
    {
      name: 'A sheet that is added comes last, and is not activated',
      members: ['WorksheetCollection.add()', 'WorksheetCollection.items', 'WorksheetCollection.load()'],
      async check({ context, addSheet, read }) {
        const { worksheets } = context.workbook;
        const added = addSheet().load('name');
        const active = worksheets.getActiveWorksheet().load('name');
        const names = (await read(worksheets, 'items/name')) as string[];
        return { found: [names.at(-1), active.name === added.name], promised: [added.name, false] };
      },
    },
    {
      name: 'A name that another sheet has is refused, in whatever case',
      members: ['WorksheetCollection.add()'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling',
      async check({ context, sheet, read, outcome }) {
        const name = String(await read(sheet, 'name'));
        return {
          found: await outcome(() => context.workbook.worksheets.add(name.toUpperCase())),
          promised: 'ItemAlreadyExists',
        };
      },
    },
    {
      name: 'A name with signs that Excel forbids is refused',
      members: ['WorksheetCollection.add()'],
      page: 'https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9',
      async check({ context, newName, outcome }) {
        return {
          found: await outcome(() => context.workbook.worksheets.add(`${newName()}?`)),
          promised: 'InvalidArgument',
        };
      },
    },
    {
      name: 'A name with an apostrophe and signs of other scripts is kept',
      members: ['WorksheetCollection.add()', 'Worksheet.name'],
      async check({ addSheet, read }) {
        const name = String(await read(addSheet("It's ∂"), 'name'));
        return { found: name.replace(/^.* \d+ /, ''), promised: "It's ∂" };
      },
    },
    {
      name: 'A deleted sheet is gone, and references to it are #REF!',
      members: ['Worksheet.delete()', 'WorksheetCollection.getItemOrNullObject()'],
      async check({ context, sheet, addSheet, read }) {
        const { worksheets } = context.workbook;
        const added = addSheet();
        const name = String(await read(added, 'name'));
        const cell = sheet.getRange('A1');
        cell.formulas = [[`='${name}'!A1`]];
        await context.sync();
        added.delete();
        const gone = worksheets.getItemOrNullObject(name).load('name');
        const values = await read(cell, 'values');
        return { found: [gone.isNullObject, values], promised: [true, [['#REF!']]] };
      },
    },
    {
      name: 'A sheet that there is not is an error',
      members: ['WorksheetCollection.getItem()'],
      async check({ context, newName, outcome }) {
        return {
          found: await outcome(() => context.workbook.worksheets.getItem(newName()).load('name')),
          promised: 'ItemNotFound',
        };
      },
    },
    {
      name: 'What was done before a refused action of the same request stays done',
      members: ['ClientRequestContext.sync()'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling',
      async check({ context, sheet, newName, read, outcome }) {
        await outcome(() => {
          sheet.getRange('A1').values = [['before']];
          context.workbook.worksheets.getItem(newName()).delete();
          sheet.getRange('A2').values = [['after']];
        });
        return { found: await read(sheet.getRange('A1:A2'), 'values'), promised: [['before'], ['']] };
      },
    },
    {
      name: 'An error says where it happened',
      members: ['Error.code', 'Error.debugInfo', 'DebugInfo.errorLocation'],
      page: 'https://learn.microsoft.com/javascript/api/office/officeextension.debuginfo#office-officeextension-debuginfo-errorlocation-member',
      async check({ context, newName }) {
        context.workbook.worksheets.getItem(newName()).delete();
        try {
          await context.sync();
          return { found: 'no error', promised: 'an error' };
        } catch (error) {
          const { code, debugInfo } = error as OfficeExtension.Error;
          return {
            found: [code, debugInfo.errorLocation],
            promised: ['ItemNotFound', 'WorksheetCollection.getItem'],
          };
        }
      },
    },
  ],
};
