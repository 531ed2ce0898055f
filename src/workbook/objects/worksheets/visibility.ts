/** Whether a sheet is shown: https://learn.microsoft.com/javascript/api/excel/excel.sheetvisibility */
import { BooleanNumber, type Worksheet as Sheet } from '@univerjs/core';
import { SetWorksheetHideMutation } from '@univerjs/sheets';
import type { Grid } from '../../grid/grid';
import { invalidOperation } from '../../host/errors';
import type { Json } from '../../host/wire';
import { oneOf } from '../arguments';
import type { Worksheet } from './worksheet';

const KINDS = ['Visible', 'Hidden', 'VeryHidden'] as const;

/** Univer knows one way to hide a sheet; the other is noted in what it keeps for others. */
const isVeryHidden = (sheet: Sheet) => sheet.getCustomMetadata()?.isVeryHidden === true;

export function visibilityOf(sheet: Sheet): (typeof KINDS)[number] {
  if (!sheet.isSheetHidden()) return 'Visible';
  return isVeryHidden(sheet) ? 'VeryHidden' : 'Hidden';
}

/** @throws ExcelError InvalidOperation for hiding the last visible sheet */
export function setVisibility(self: Worksheet, value: Json): void {
  const location = 'Worksheet.visibility';
  const kind = oneOf(value, KINDS, location);
  const hidden = kind !== 'Visible';
  if (hidden) keepOneVisible(self.book.grid, self.id, location);
  self.sheet.setCustomMetadata({ ...self.sheet.getCustomMetadata(), isVeryHidden: kind === 'VeryHidden' });
  self.set(SetWorksheetHideMutation.id, { hidden: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE });
}

/** @throws ExcelError InvalidOperation where no sheet but this one is visible */
export function keepOneVisible({ workbook }: Grid, sheetId: string, location: string): void {
  const isOther = (sheet: Sheet) => !sheet.isSheetHidden() && sheet.getSheetId() !== sheetId;
  if (!workbook.getSheets().some(isOther)) throw invalidOperation('lastSheet', location);
}

/**
 * "If the worksheet's visibility is set to VeryHidden, the delete operation will fail with an InvalidOperation exception":
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-delete-member(1)
 */
export function refuseVeryHidden({ sheet }: Worksheet): void {
  if (visibilityOf(sheet) === 'VeryHidden') throw invalidOperation('veryHidden', 'Worksheet.delete');
}
