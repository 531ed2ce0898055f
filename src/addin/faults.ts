import { DataError } from '../data/imageSet';
import { StoreError } from '../data/store';
import { SpecError } from '../engine/shapes';
import { SheetTakenError } from '../excel/notebook/draw';
import { ModelSheetError } from '../excel/sheets/model/modelSheet';
import { SelectionError } from '../excel/read/selection';
import type { Reading } from '../excel/read/reading';
import type { Problem } from '../notebook/sheet/inspect';
import type { DivergedError } from '../training/diverged';
import type { Trainer } from '../training/trainer';

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

/** Refuse to train where there is nothing to train with. */
export function refuseWithoutImages({ images, settings }: Trainer): void {
  if (images.canTrain(settings)) return;
  throw new NotebookError(
    images.isMissing
      ? `The images "${images.name}" are not on this machine: they are kept in the browser that imported them. ` +
          'Import the same files again, in the pane under Images.'
      : 'There are no images to train with: the validation share is 1, so all of them are only judged. ' +
          'Type a smaller share, such as 0.2.',
  );
}

/** What to tell a person of anything that was thrown. */
export function explain(error: unknown): string {
  const known = inWords(error);
  if (known !== undefined) return known;
  const message = error instanceof Error ? error.message : String(error);
  return `Something went wrong that should not have: ${message}. Nothing else was changed; press the button again, or make a new notebook.`;
}

/** Is it a fault that nobody has foreseen? */
export function isUnexpected(error: unknown): boolean {
  return inWords(error) === undefined;
}

function inWords(error: unknown): string | undefined {
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message;
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? EXCEL_FAULTS[code] : undefined;
}

/** Faults whose messages are written for people. */
const TOLD = [
  NotebookError,
  SheetTakenError,
  ModelSheetError,
  SelectionError,
  SpecError,
  DataError,
  StoreError,
];

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
