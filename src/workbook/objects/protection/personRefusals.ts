/** A person is kept from changing the cells of a protected sheet, in Excel's words. */
import { CommandType, CustomCommandExecutionError } from '@univerjs/core';
import { texts } from '../../texts';
import type { Book } from '../book';

/** What changes contents, formats or the order of cells, typed, pressed or chosen from a menu. */
const CHANGES =
  /^sheet\.command\.(set-range-values|set-style|set-border|clear-selection|(add|remove)-worksheet-merge|(insert|remove|delete|move)-(row|col|range)|reorder-range)/;

export function refuseOnProtectedSheets(
  { grid, protection }: Book,
  showAlert: (title: string, message: string) => void,
): void {
  grid.commands.beforeCommandExecuted(({ id, type, params }) => {
    if (type === CommandType.MUTATION || type === CommandType.OPERATION || !CHANGES.test(id)) return;
    if (grid.isAddinAtWork || protection.sheets.size === 0) return;
    const { subUnitId } = (params ?? {}) as { subUnitId?: string };
    const sheetId = subUnitId ?? grid.workbook.getActiveSheet()?.getSheetId() ?? '';
    if (!protection.sheets.has(sheetId)) return;
    showAlert(texts.protectedSheet.title, texts.protectedSheet.message);
    // Univer then takes the command for one that did nothing.
    throw new CustomCommandExecutionError(texts.protectedSheet.message);
  });
}
