import { SKIPPED, type Question } from '../question';
import type { Bench } from '../bench';

const SOURCES = [
  'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities',
  'https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs',
];

/** There is nothing in office.js by which an add-in could undo. */
const needs = (sheet: string) =>
  `On the sheet '${sheet}', which is open now, press Ctrl+Z (on a Mac ⌘Z) once. Then press Done, also if nothing happened.`;

export const UNDO: Question = {
  name: 'undo',
  question: 'Can a person undo what an add-in has written?',
  members: ['Range.values'],
  sources: SOURCES,
  needs,
  async answer(bench, help) {
    const undone = await undoneWrite(bench, help);
    return undone ? (undone.isUndone ? 'recorded' : 'cleared') : SKIPPED;
  },
};

export const UNDO_TOLD: Question = {
  name: 'undoTold',
  question: "As whose change is it told that a person undid an add-in's write?",
  members: ['WorksheetChangedEventArgs.triggerSource'],
  sources: SOURCES,
  needs,
  async answer(bench, help) {
    const undone = await undoneWrite(bench, help);
    if (!undone) return SKIPPED;
    return undone.isUndone ? (undone.toldAs ?? 'not told') : 'not undone';
  },
};

/** What becomes of a write that a person undoes; undefined if nobody does. */
async function undoneWrite(
  { context, sheet, read, listen }: Bench,
  help: () => Promise<boolean>,
): Promise<{ readonly isUndone: boolean; readonly toldAs?: string } | undefined> {
  const cell = sheet.getRange('A1');
  sheet.activate();
  cell.select();
  const heard = await listen(sheet.onChanged, ({ triggerSource }) => String(triggerSource));
  cell.values = [[27]];
  await context.sync();
  await heard.atLeast(1);
  if (!(await help())) return undefined;
  const [[value]] = (await read(cell, 'values')) as unknown[][];
  const isUndone = value !== 27;
  return { isUndone, toldAs: isUndone ? ((await heard.atLeast(2))[1] as string | undefined) : undefined };
}
