import { SheetTakenError } from '../excel/draw';
import type { Reading } from '../excel/reading';
import type { Problem } from '../notebook/inspect';
import type { DivergedError } from './diverged';
import type { Trainer } from './trainer';

/** A fault in the words in which a person is told: what happened, where, what to do. */
export class NotebookError extends Error {}

/** A step that led beyond numbers, in words. */
export function notTaken({ message }: DivergedError, { step, settings }: Trainer): NotebookError {
  return new NotebookError(
    `Step ${step + 1} was not taken: ${message} would no longer be numbers that a cell can hold. ` +
      `Type a learning rate smaller than ${settings.learningRate}, or smaller weights; Reset goes back to those of the seed.`,
  );
}

/** Refuse a command because of the first problem that matters to it. */
export function refuseProblems(reading: Reading, matters: (problem: Problem) => boolean): void {
  const problem = reading.problems.find(matters);
  if (problem) throw new NotebookError(problem.message);
}

/** What to tell a person of anything that was thrown. */
export function explain(error: unknown): string {
  if (error instanceof NotebookError || error instanceof SheetTakenError) return error.message;
  const code = (error as { code?: unknown } | undefined)?.code;
  const known = typeof code === 'string' ? EXCEL_FAULTS[code] : undefined;
  if (known) return known;
  const message = error instanceof Error ? error.message : String(error);
  return `Something went wrong that should not have: ${message}. Nothing else was changed; press the button again, or make a new notebook.`;
}

/** Excel's error codes that a person can do something about. */
const EXCEL_FAULTS: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    'Excel is in the middle of an edit. Press Enter or Esc in the cell, then try again.',
  AccessDenied:
    'The sheet or the workbook is protected. Unprotect it (Review, Unprotect Sheet), then try again.',
  ItemNotFound:
    'A sheet or a block of the notebook is gone. Press Step: a deleted sheet of gradients or memory is drawn anew; ' +
    'deleted rows and columns come back with Ctrl+Z.',
  ItemAlreadyExists: 'A sheet of that name exists already. Rename it, then try again.',
  RequestAborted: 'Excel broke the request off. Try again.',
};
