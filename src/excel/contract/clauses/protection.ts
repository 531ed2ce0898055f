import type { Chapter } from '../clause';

export const PROTECTION: Chapter = {
  object: 'Protection',
  clauses: [
    {
      name: 'A sheet is protected until it is unprotected',
      members: [
        'WorksheetProtection.protected',
        'Worksheet.protection',
        'WorksheetProtection.protect()',
        'WorksheetProtection.unprotect()',
      ],
      async check({ sheet: { protection }, read }) {
        const found = [await read(protection, 'protected')];
        protection.protect();
        found.push(await read(protection, 'protected'));
        protection.unprotect();
        found.push(await read(protection, 'protected'));
        return { found, promised: [false, true, false] };
      },
    },
    {
      name: 'What is protected already is not protected anew',
      members: ['WorksheetProtection.protect()'],
      async check({ context, sheet: { protection }, outcome }) {
        protection.protect();
        await context.sync();
        const isDone = (await outcome(() => protection.protect())) === 'done';
        protection.unprotect();
        await context.sync();
        return { found: isDone, promised: false };
      },
    },
    {
      name: 'A workbook to which sheets can be added has no protected structure',
      members: ['WorkbookProtection.protected', 'Workbook.protection', 'WorkbookProtection.load()'],
      async check({ context: { workbook }, read }) {
        return { found: await read(workbook.protection, 'protected'), promised: false };
      },
    },
    {
      name: 'Whether a workbook is open for reading only is told',
      members: ['Workbook.readOnly', 'Workbook.load()'],
      async check({ context: { workbook }, read }) {
        return { found: typeof (await read(workbook, 'readOnly')), promised: 'boolean' };
      },
    },
  ],
};
