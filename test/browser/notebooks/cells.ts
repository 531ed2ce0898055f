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
