/** What the buttons of the tab Home do, by Univer's own commands, which can be undone and are refused on protected sheets. */
import { RedoCommand, UndoCommand } from '@univerjs/core';
import { CopyCommand, CutCommand, PasteCommand } from '@univerjs/preset-sheets-core';
import {
  InsertMultiColsLeftCommand,
  InsertMultiRowsAboveCommand,
  ResetBackgroundColorCommand,
  ResetTextColorCommand,
  SetBackgroundColorCommand,
  SetBoldCommand,
  SetTextColorCommand,
} from '@univerjs/sheets';
import { AddDecimalCommand, SetNumfmtCommand, SubtractDecimalCommand } from '@univerjs/preset-sheets-core';
import {
  PREDEFINED_HOOK_NAME_PASTE,
  RemoveColConfirmCommand,
  RemoveRowConfirmCommand,
} from '@univerjs/sheets-ui';
import type { Grid } from '../../grid/grid';
import { formatOf, GENERAL } from '../../objects/cells/cellValue';
import { selected } from './selection';

/** Does something with the selected cells. */
export type Action = (grid: Grid) => Promise<unknown>;

const command =
  (id: string): Action =>
  ({ commands }) =>
    commands.executeCommand(id);

export const undo = command(UndoCommand.id);
export const redo = command(RedoCommand.id);
export const copy = command(CopyCommand.id);
export const cut = command(CutCommand.id);
export const toggleBold = command(SetBoldCommand.id);
export const moreDecimals = command(AddDecimalCommand.id);
export const fewerDecimals = command(SubtractDecimalCommand.id);
export const deleteRows = command(RemoveRowConfirmCommand.id);
export const deleteColumns = command(RemoveColConfirmCommand.id);

/** @throws DOMException where the browser does not let the page read the clipboard */
export const paste: Action = ({ commands }) =>
  commands.executeCommand(PasteCommand.id, { value: PREDEFINED_HOOK_NAME_PASTE.DEFAULT_PASTE });

/** As many rows as are selected, above them. */
export const insertRows: Action = (grid) =>
  grid.commands.executeCommand(InsertMultiRowsAboveCommand.id, { value: selected(grid)?.areas[0].rows });

/** As many columns as are selected, left of them. */
export const insertColumns: Action = (grid) =>
  grid.commands.executeCommand(InsertMultiColsLeftCommand.id, { value: selected(grid)?.areas[0].columns });

/** @param color null for no fill */
export const fill =
  (color: string | null): Action =>
  ({ commands }) =>
    color === null
      ? commands.executeCommand(ResetBackgroundColorCommand.id)
      : commands.executeCommand(SetBackgroundColorCommand.id, { value: color });

/** @param color null for the automatic one */
export const colorText =
  (color: string | null): Action =>
  ({ commands }) =>
    color === null
      ? commands.executeCommand(ResetTextColorCommand.id)
      : commands.executeCommand(SetTextColorCommand.id, { value: color });

/** @param pattern a number format */
export const showAs =
  (pattern: string): Action =>
  async (grid) => {
    const now = selected(grid);
    if (!now) return;
    const values = now.areas.flatMap((area) =>
      Array.from({ length: area.cellCount }, (_, i) => ({
        row: area.row + Math.floor(i / area.columns),
        col: area.column + (i % area.columns),
        // Univer removes a format where none is given.
        ...(pattern !== GENERAL && { pattern }),
      })),
    );
    await grid.commands.executeCommand(SetNumfmtCommand.id, { values });
  };

/** The look of the active cell, as far as the tab shows it. */
export function lookOfActiveCell(grid: Grid): { readonly isBold: boolean; readonly format: string } {
  const now = selected(grid);
  const style = now ? grid.style(now.sheetId, now.cell.row, now.cell.column) : {};
  return { isBold: style.bl === 1, format: formatOf(style) };
}
