import { toA1 } from '../../../../../src/notebook/sheet/address';
import type { DefinedName } from '../../../../../src/notebook/adopt/surroundings';
import type { Sheet } from '../../../support/sheet';

/** A new sheet in front, with these contents from A1 on; without an add-in in between, as a file that is opened. */
export async function typeSheet(
  { session }: Sheet,
  name: string,
  contents: readonly (readonly (number | string)[])[],
  names: readonly DefinedName[] = [],
): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    for (const { name: word, sheet: home, formula } of names) {
      const cells = sheet.getRange(formula.slice(formula.lastIndexOf('!') + 1));
      const scope = home === undefined ? context.workbook : sheet;
      // Names of the workbook outlive the sheets on which their cells were.
      scope.names.getItemOrNullObject(word).delete();
      scope.names.add(word, cells);
    }
    const rect = { row: 0, column: 0, rows: contents.length, columns: contents[0].length };
    sheet.getRange(toA1(rect)).formulas = contents.map((cells) =>
      cells.map((cell) => (cell === '' ? null : cell)),
    );
    sheet.activate();
    await context.sync();
  });
  await session.idle(async () => undefined);
}

/** What stands in the same cells now: formulas and typed contents. */
export async function contentsOf(name: string, like: readonly (readonly unknown[])[]): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const rect = { row: 0, column: 0, rows: like.length, columns: like[0].length };
    const range = context.workbook.worksheets.getItem(name).getRange(toA1(rect));
    range.load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });
}
