import type { Chapter } from '../clause';

/** What the add-in asks of Office itself, before and beside all cells. */
export const OFFICE: Chapter = {
  object: 'Office',
  onlyCells: true,
  clauses: [
    {
      name: 'When Office is ready, it says that it is Excel, and where it runs',
      members: ['Office.onReady()', 'Context.platform', 'Office.context'],
      page: 'https://learn.microsoft.com/javascript/api/office#office-office-onready-function(1)',
      async check() {
        const { host, platform } = await Office.onReady();
        return {
          found: [host, platform === Office.context.platform],
          promised: [Office.HostType.Excel, true],
        };
      },
    },
    {
      name: 'Whether the add-in starts with the workbook is told',
      members: ['Addin.getStartupBehavior()', 'Office.addin'],
      page: 'https://learn.microsoft.com/javascript/api/office/office.addin#office-office-addin-getstartupbehavior-member(1)',
      async check() {
        const { load, none } = Office.StartupBehavior;
        const found = await Office.addin.getStartupBehavior();
        return { found: found === load || found === none, promised: true };
      },
    },
    {
      name: 'What is supported is told by requirement sets',
      members: ['Context.requirements', 'RequirementSetSupport.isSetSupported()'],
      page: 'https://learn.microsoft.com/javascript/api/office/office.requirementsetsupport',
      async check() {
        const { requirements } = Office.context;
        return {
          found: [
            requirements.isSetSupported('ExcelApi', '1.9'),
            requirements.isSetSupported('NoSuchApi', '9.9'),
          ],
          promised: [true, false],
        };
      },
    },
  ],
};
