import type { SheetCells } from '../../notebook/adopt/readSheet';
import { boundingRect, cellRect, parseA1, toA1 } from '../../notebook/sheet/address';
import { untracked } from '../context';
import { BYTES, Requests, rowParts } from '../requests';

/** Bytes of a cell in an answer with values and formulas: most formulas are shorter. */
const CELL_BYTES = BYTES.number + 100;

/** The values and formulas of a whole sheet, from A1 to the last cell in use. */
export async function readSheetCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<SheetCells> {
  const used = sheet.getUsedRangeOrNullObject();
  used.load('address');
  sheet.load('name');
  await context.sync();
  if (used.isNullObject) return { name: sheet.name, values: [], formulas: [] };
  const all = boundingRect([cellRect(0, 0), parseA1(used.address)]);
  const requests = new Requests(context);
  const ranges: Excel.Range[] = [];
  for (const [first, rows] of rowParts(all.rows, all.columns * CELL_BYTES)) {
    await requests.room(BYTES.call, rows * all.columns * CELL_BYTES);
    const range = untracked(sheet.getRange(toA1({ ...all, row: first, rows })));
    range.load('values,formulas');
    ranges.push(range);
  }
  await requests.send();
  return {
    name: sheet.name,
    values: ranges.flatMap(({ values }) => values as unknown[][]),
    formulas: ranges.flatMap(({ formulas }) => formulas as unknown[][]),
  };
}
