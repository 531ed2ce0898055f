import { DataError } from '../data/imageSet';
import { StoreError } from '../data/store';
import { SpecError } from '../engine/shapes';
import { CopyError } from '../excel/documentCopy';
import { isInBackground } from '../excel/front';
import { ProtectedError } from '../excel/protection';
import { NameTakenError } from '../excel/notebook/adoptSheet';
import { SheetTakenError } from '../excel/notebook/draw';
import { ModelSheetError } from '../excel/sheets/model/modelSheetError';
import { MergedError } from '../excel/read/mergedAreas';
import { SelectionError } from '../excel/read/selection';
import type { Reading } from '../excel/read/reading';
import type { Problem } from '../notebook/sheet/inspect';
import type { DivergedError } from '../training/diverged';
import type { Trainer } from '../training/trainer';
import { faultTexts } from '../texts/addin/faults';
import { saveCopyTexts } from '../texts/addin/saveCopy';

/** A fault with a message for the user: what happened, where, what to do. */
export class NotebookError extends Error {}

/** The error for a step whose numbers were not finite. */
export function notTaken({ message }: DivergedError, { step, settings }: Trainer): NotebookError {
  return new NotebookError(faultTexts.stepNotTaken(step + 1, message, settings.learningRate));
}

/** Throws the first problem that matters to a command. */
export function refuseProblems(reading: Reading, matters: (problem: Problem) => boolean): void {
  const problem = reading.problems.find(matters);
  if (problem) throw new NotebookError(problem.message);
}

/** Throws if there is nothing to train with. */
export function refuseWithoutImages({ images, settings }: Trainer): void {
  if (images.canTrain(settings)) return;
  throw new NotebookError(
    images.isMissing ? faultTexts.imagesMissing(images.name) : faultTexts.allForValidation,
  );
}

/** The message for the user about anything thrown. */
export function explain(error: unknown): string {
  const known = messageFor(error);
  if (known !== undefined) return known;
  const message = error instanceof Error ? error.message : String(error);
  return faultTexts.unexpected(message);
}

/** Whether a fault is a bug rather than something anticipated. */
export function isUnexpected(error: unknown): boolean {
  return messageFor(error) === undefined;
}

function messageFor(error: unknown): string | undefined {
  if (FOR_PEOPLE.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof CopyError) return saveCopyTexts.failed;
  if (isInBackground(error)) return faultTexts.excel.InactiveWorkbook;
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? faultTexts.excel[code] : undefined;
}

/** Error classes whose messages are written for the user. */
const FOR_PEOPLE = [
  NotebookError,
  ProtectedError,
  MergedError,
  SheetTakenError,
  NameTakenError,
  ModelSheetError,
  SelectionError,
  SpecError,
  DataError,
  StoreError,
];
