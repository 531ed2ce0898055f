import { inWorkbook } from '../../excel/context';
import type { CopiedSheet } from '../../excel/notebook/copiedSheet';
import { workbookTexts } from '../../texts/addin/workbook';
import { NotebookError } from '../faults';
import { loaded } from '../loaded';
import type { OpenNotebooks } from './openNotebooks';

/** Sheets that a person copied from a notebook's. They look like a notebook, but nothing computes them. */
export class SheetCopies {
  /** By id of a sheet that belongs to no notebook; undefined for any other sheet of a person's. */
  private readonly known = new Map<string, CopiedSheet | undefined>();

  constructor(private readonly notebooks: OpenNotebooks) {}

  /** Looks once whether the sheet in front is a copy. */
  async look(): Promise<void> {
    const { strangeSheet, all } = this.notebooks;
    if (strangeSheet === undefined || all.length === 0 || this.known.has(strangeSheet)) return;
    const { findOriginal } = await loaded(import('../../excel/notebook/copiedSheet'));
    const found = await inWorkbook((context) => findOriginal(context, strangeSheet, all));
    this.known.set(strangeSheet, found);
  }

  /** @throws NotebookError if the sheet in front is a copy: commands would change its original, which is out of sight */
  async refuse(): Promise<void> {
    const { strangeSheet } = this.notebooks;
    const copied = strangeSheet === undefined ? undefined : this.known.get(strangeSheet);
    if (!copied) return;
    const { namesOfCopied } = await loaded(import('../../excel/notebook/copiedSheet'));
    const names = await inWorkbook((context) => namesOfCopied(context, copied));
    if (names) throw new NotebookError(workbookTexts.copyInFront(names.copy, names.original));
  }
}
