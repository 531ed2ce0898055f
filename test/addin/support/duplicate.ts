import { CopySheetCommand } from '@univerjs/sheets';
import { quiet } from './bridge';
import type { Sheet } from './sheet';

/** A person copies a sheet by the menu of its tab: it is called "Tiny (2)", and is in front. */
export async function duplicate(sheet: Sheet, name: string): Promise<void> {
  const { grid } = sheet.excel.book;
  const subUnitId = grid.workbook.getSheetBySheetName(name)!.getSheetId();
  await grid.commands.executeCommand(CopySheetCommand.id, { unitId: grid.unitId, subUnitId });
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
