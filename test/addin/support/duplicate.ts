import type { Sheet } from './sheet';
import { quiet } from './bridge';

/**
 * A person copies a sheet by the menu of its tab, "Move or Copy…": Excel copies the cells and the names that belong to the
 * sheet, gives the copy an id of its own, and activates it.
 */
export async function duplicate(sheet: Sheet, name: string, copy = `${name} (2)`): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const original = worksheets.getItem(name);
    const used = original.getUsedRange();
    used.load('address,formulas');
    original.names.load('items/name,items/formula');
    await context.sync();
    const added = worksheets.add(copy);
    added.getRange(cellsOf(used.address)).formulas = used.formulas as unknown[][];
    for (const item of original.names.items)
      added.names.add(item.name, added.getRange(cellsOf(String(item.formula))));
    added.activate();
    await context.sync();
  });
  await sheet.session.idle(quiet);
}

/** A person activates a sheet by its tab. */
export async function goTo(sheet: Sheet, name: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  });
  await sheet.session.idle(quiet);
}

/** "'Tiny (2)'!$A$1:$B$2" without the sheet. */
function cellsOf(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
}
