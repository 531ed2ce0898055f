/** A person is kept from changing the cells of a protected sheet, in Excel's words. */
import {
  CommandType,
  CustomCommandExecutionError,
  IUndoRedoService,
  RedoCommand,
  UndoCommand,
} from '@univerjs/core';
import type { Grid } from '../../grid/grid';
import { texts } from '../../texts';
import type { Book } from '../book';

/**
 * What changes contents, formats, sizes, rules or the order of cells, typed, pasted, filled, dragged, pressed or chosen from
 * a menu. ("Protect a worksheet", support.microsoft.com: all of it but selecting cells is disabled unless it is allowed.)
 */
const CHANGES = new RegExp(
  `^(sheets?|univer)\\.command\\.(${[
    'set-range-values|set-style|set-border|clear-selection|auto-clear-content|text-to-number|split-text|toggle-cell-checkbox',
    '(optional-)?paste|cut$|auto-fill|refill|copy-(down|right)|apply-format-painter',
    '(add|remove)-worksheet-merge|(insert|remove|delete|move)-(row|col|range|multi)|append-row|reorder-range|numfmt\\.',
    'delta-(column-width|row-height)|set-(worksheet-col-width|row-height|col-auto-width|(col|row)-is-auto)',
    'hide-(col|row)|set-(col|rows)-hidden|set-.*-visible',
    '.*(data-?validation|conditional-rule)|.*-table|table-|set-table',
  ].join('|')})`,
  'i',
);

/** Undo and redo are refused where a step of theirs changes a protected sheet. */
const UNDO_AND_REDO: ReadonlySet<string> = new Set([UndoCommand.id, RedoCommand.id]);

export function refuseOnProtectedSheets(
  { grid, protection }: Book,
  showAlert: (title: string, message: string) => void,
): void {
  grid.commands.beforeCommandExecuted(({ id, type, params }) => {
    if (type === CommandType.MUTATION || type === CommandType.OPERATION) return;
    if (grid.isAddinAtWork || protection.sheets.size === 0) return;
    const changed = UNDO_AND_REDO.has(id)
      ? changedBy(grid, id)
      : CHANGES.test(id)
        ? [sheetIn(params) ?? grid.workbook.getActiveSheet()?.getSheetId() ?? '']
        : [];
    if (!changed.some((sheetId) => protection.sheets.has(sheetId))) return;
    showAlert(texts.protectedSheet.title, texts.protectedSheet.message);
    // Univer then takes the command for one that did nothing.
    throw new CustomCommandExecutionError(texts.protectedSheet.message);
  });
}

/** The sheets whose cells the next undo, or redo, would change. */
function changedBy(grid: Grid, id: string): string[] {
  const service = grid.injector.get(IUndoRedoService);
  const mutations =
    id === UndoCommand.id
      ? service.pitchTopUndoElement()?.undoMutations
      : service.pitchTopRedoElement()?.redoMutations;
  return (mutations ?? []).flatMap(({ params }) => [sheetIn(params) ?? [], sheetsOfCells(params)].flat());
}

function sheetIn(params: unknown): string | undefined {
  return (params as { subUnitId?: string } | undefined)?.subUnitId;
}

/** Of what restores cells that the add-in wrote: see `addinUndo`. */
function sheetsOfCells(params: unknown): string[] {
  const { cells } = (params ?? {}) as { cells?: readonly { readonly sheetId: string }[] };
  return Array.isArray(cells) ? cells.map(({ sheetId }) => sheetId) : [];
}
