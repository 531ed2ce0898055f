import type { LogRow } from '../../../training/logRow';
import { columnsOf, isLog, LOG_COLUMNS } from './logSheet';

/**
 * Queues the deletion of the last row of a log, if that is about the steps until `step`. A table keeps one row: it is
 * emptied.
 *
 * @param place the id of the log's sheet
 * @returns what stood in the row; undefined if it is about another step
 */
export async function takeBackRow(
  context: Excel.RequestContext,
  place: string,
  step: number,
): Promise<LogRow | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(place);
  sheet.load('id');
  await context.sync();
  if (sheet.isNullObject) return undefined;
  const { tables } = sheet;
  tables.load('items/columns/items/name,items/rows/count');
  await context.sync();
  const table = tables.items.find(({ columns }) => isLog(columns));
  if (!table) return undefined;
  const last = table.getDataBodyRange().getLastRow();
  last.load('values');
  await context.sync();
  const row = rowOf(
    table.columns.items.map(({ name }) => name),
    last.values[0],
  );
  if (row.step !== step) return undefined;
  const { count } = table.rows;
  if (count > 1) table.rows.getItemAt(count - 1).delete();
  else last.clear('Contents');
  return row;
}

function rowOf(headings: readonly string[], cells: readonly unknown[]): LogRow {
  const columns = columnsOf(headings);
  const numbers = LOG_COLUMNS.map((column) => {
    const cell = cells[columns.indexOf(column)];
    return [column.key, typeof cell === 'number' ? cell : undefined];
  });
  return Object.fromEntries(numbers) as LogRow;
}
