/**
 * What of a workbook is protected, and what cannot be changed therefore.
 *
 * protection/ is for protected sheets and workbooks. Its refusals may import every kind of object that they concern. All
 * cells of a protected sheet are locked: single cells cannot be unlocked here.
 */

/** A person protects a sheet, or the workbook's structure, or opens a file for reading only. */
export class Protection {
  /** Ids of protected sheets. */
  readonly sheets = new Set<string>();
  /** Are sheets kept from being added, deleted, renamed and moved? */
  structure = false;
  /** Is nothing of the workbook to be changed at all? */
  readOnly = false;
}
