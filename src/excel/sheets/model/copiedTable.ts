import { TOTALS } from './modelSheet';

/**
 * The name of a sheet that is no model table of a record, but has the cells of one: a person copied it.
 * @returns undefined for any other sheet
 */
export async function copiedTable(
  context: Excel.RequestContext,
  worksheetId: string,
): Promise<string | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
  sheet.load('name');
  const totals = sheet.names.getItemOrNullObject(TOTALS);
  totals.load('name');
  await context.sync();
  return sheet.isNullObject || totals.isNullObject ? undefined : sheet.name;
}
