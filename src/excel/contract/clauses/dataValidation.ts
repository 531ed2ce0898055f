import type { Chapter } from '../clause';

export const DATA_VALIDATION: Chapter = {
  object: 'DataValidation',
  clauses: [
    {
      name: 'A list to choose from is read back',
      members: ['DataValidation.rule', 'Range.dataValidation'],
      async check({ sheet, read }) {
        const { dataValidation } = sheet.getRange('A1');
        dataValidation.rule = { list: { inCellDropDown: true, source: 'SGD,Adam' } };
        const { list } = (await read(dataValidation, 'rule')) as Excel.DataValidationRule;
        return { found: [list?.inCellDropDown, list?.source], promised: [true, 'SGD,Adam'] };
      },
    },
    {
      name: 'A rule about numbers is read back',
      members: ['DataValidation.rule'],
      async check({ sheet, read }) {
        const { dataValidation } = sheet.getRange('A1');
        dataValidation.rule = { decimal: { formula1: 0, operator: 'GreaterThan' } };
        const { decimal } = (await read(dataValidation, 'rule')) as Excel.DataValidationRule;
        return {
          found: [Number(String(decimal?.formula1).replace('=', '')), decimal?.operator],
          promised: [0, 'GreaterThan'],
        };
      },
    },
    {
      name: 'What a person is told who types something else is kept',
      members: ['DataValidation.errorAlert'],
      async check({ sheet, read }) {
        const { dataValidation } = sheet.getRange('A1');
        const alert = {
          message: 'One of the list',
          showAlert: true,
          style: 'Stop',
          title: 'Optimiser',
        } as const;
        dataValidation.rule = { list: { inCellDropDown: true, source: 'SGD,Adam' } };
        dataValidation.errorAlert = alert;
        const found = (await read(dataValidation, 'errorAlert')) as Excel.DataValidationErrorAlert;
        return {
          found: [found.message, found.showAlert, found.style, found.title],
          promised: [alert.message, true, 'Stop', alert.title],
        };
      },
    },
    {
      name: 'What an add-in writes is not held to the rule',
      members: ['DataValidation.rule', 'Range.values'],
      page: 'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-data-validation',
      async check({ sheet, read }) {
        const cell = sheet.getRange('A1');
        cell.dataValidation.rule = { list: { inCellDropDown: true, source: 'SGD,Adam' } };
        cell.values = [['Other']];
        return { found: await read(cell, 'values'), promised: [['Other']] };
      },
    },
  ],
};
