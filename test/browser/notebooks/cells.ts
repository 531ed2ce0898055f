import type { BlockCells } from '../../addin/support/computed';
import type { EmbeddedWorkbook } from '../harness';

/** Where the cell of a name stands, as "EW18". */
export function addressOf(excel: EmbeddedWorkbook, name: string, sheet: string): Promise<string> {
  return excel.pane.evaluate(
    ([wanted, on]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(on).names.getItem(wanted).getRange();
        range.load('address');
        await context.sync();
        return range.address.split('!').at(-1)!;
      }),
    [name, sheet] as const,
  );
}

/** Types into the cell of a name. */
export async function typeInto(
  excel: EmbeddedWorkbook,
  name: string,
  value: string | number,
  sheet: string,
): Promise<void> {
  await excel.type(await addressOf(excel, name, sheet), value, sheet);
}

/** What ranges hold, through office.js in the pane; undefined when the sheet is not there. */
export function cellsOf(
  excel: EmbeddedWorkbook,
  sheet: string,
  addresses: readonly string[],
): Promise<BlockCells[] | undefined> {
  return excel.pane.evaluate(
    ([name, all]) =>
      Excel.run(async (context) => {
        const there = context.workbook.worksheets.getItemOrNullObject(name);
        const ranges = all.map((address) => there.getRange(address));
        for (const range of ranges) range.load('values,formulas');
        await context.sync();
        if (there.isNullObject) return undefined;
        return ranges.map(({ values, formulas }) => ({ rows: values as unknown[][], formulas }));
      }),
    [sheet, addresses] as const,
  );
}
