/** What the cells of all sheets hold, as an add-in reads them: by sheet, address, values, formulas and number formats. */
export function everyCell(): Promise<Record<string, unknown>> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject());
    for (const range of used) range.load('address,values,formulas,numberFormat');
    await context.sync();
    return Object.fromEntries(
      used
        .filter((range) => !range.isNullObject)
        .map(({ address, values, formulas, numberFormat }) => [address, { values, formulas, numberFormat }]),
    );
  });
}
