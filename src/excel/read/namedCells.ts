/**
 * The contents of cells behind names of a sheet, which may stand on any sheet; one request.
 * @returns by name; undefined where the name, or its cells, are gone
 */
export async function readNamedCells(
  context: Excel.RequestContext,
  worksheetId: string,
  names: readonly string[],
): Promise<Map<string, unknown[][] | undefined>> {
  const sheet = context.workbook.worksheets.getItem(worksheetId);
  const ranges = names.map((name) => {
    const range = sheet.names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load('values');
    return [name, range] as const;
  });
  await context.sync();
  return new Map(
    ranges.map(([name, range]) => [name, range.isNullObject ? undefined : (range.values as unknown[][])]),
  );
}
