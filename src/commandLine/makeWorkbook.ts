/**
 * Makes workbook files without Excel and without a screen, by what makes them with both: the add-in's own commands, through
 * the real office.js, in the embedded workbook. So a file is what a person would have saved.
 *
 * commandLine/ is where the add-in and the embedded workbook, which know nothing of each other, are put together in Node.
 */
import { newNotebook } from '../addin/commands/createNotebook';
import { STEP } from '../addin/commands/train';
import { Session } from '../addin/session';
import { STARTERS, type Starter } from '../notebook/presets';
import { openBook } from '../workbook/book/openBook';
import { documentOf } from '../workbook/book/document';
import { type AddinIdentity, documentToXlsx } from '../workbook/files';
import { bootWithoutScreen } from '../workbook/grid/bootWithoutScreen';
import { FONT, SHEET_DEFAULTS } from '../workbook/grid/excelDefaults';
import { Addin } from '../workbook/host/connection';
import type { Book } from '../workbook/objects/book';

export interface Wanted {
  /** As on the command line: `lesson-4`, `small-convnet`. */
  readonly start: string;
  /** Live worksheet formulas instead of values, where cells are computed. */
  readonly formulas: boolean;
  /** Steps of training. */
  readonly steps: number;
  /** Then whole epochs, which the log and its charts show. */
  readonly epochs: number;
}

/** The names of starts on the command line, with what they are. */
export const starts: readonly (readonly [name: string, starter: Starter])[] = STARTERS.map((starter) => [
  nameOf(starter),
  starter,
]);

/** `newSmallConvnet` as `small-convnet`; lesson 4 with its year or classes behind it, `lesson-4` for that of today. */
function nameOf({ command }: Starter): string {
  return command
    .replace(/^new/, '')
    .replace(/[A-Z]|\d+/g, (part, at: number) => (at === 0 ? '' : '-') + part.toLowerCase());
}

/** Puts the real office.js into the window and waits until it has found its host. */
type LoadOffice = () => Promise<void>;

/** @throws Error in words for a person */
export function makeWorkbook(
  wanted: Wanted,
  addin: AddinIdentity,
  loadOffice: LoadOffice,
): Promise<Uint8Array> {
  return withNotebook(wanted, loadOffice, (book) => documentToXlsx(documentOf(book), addin));
}

/**
 * The document as the embedded workbook opens it, in JSON.
 * @throws Error in words for a person
 */
export function makeDocument(wanted: Wanted, loadOffice: LoadOffice): Promise<string> {
  return withNotebook(wanted, loadOffice, (book) => JSON.stringify(documentOf(book)));
}

async function withNotebook<Result>(
  { start, formulas, steps, epochs }: Wanted,
  loadOffice: LoadOffice,
  take: (book: Book) => Result | Promise<Result>,
): Promise<Result> {
  const starter = starts.find(([name]) => name === start)?.[1];
  if (!starter)
    throw new Error(`There is no start "${start}". There are: ${starts.map(([name]) => name).join(', ')}.`);
  const { univer, workbook } = bootWithoutScreen({
    id: 'book1',
    name: starter.name,
    sheetOrder: ['{sheet1}'],
    sheets: { '{sheet1}': { ...SHEET_DEFAULTS, id: '{sheet1}', name: 'Sheet1' } },
    defaultStyle: { ff: FONT.name, fs: FONT.points },
  });
  const nothing = () => undefined;
  const { book, host } = openBook(univer, workbook, {
    charts: { draw: nothing, erase: nothing },
    shapes: { changed: nothing },
    showAlert: (title, message) => console.error(`${title}: ${message}`),
    cellEdit: { isOn: false, ended: () => Promise.resolve() },
    front: { isOurs: true },
  });
  new Addin(book, host).attach(window);
  await loadOffice();
  const session = new Session();
  const perform = async (command: Parameters<Session['perform']>[0]) => {
    await session.perform(command);
    const { errors } = session.store.get();
    if (errors.length > 0) throw new Error(errors.join('\n'));
  };
  await session.open();
  await perform(newNotebook(starter.spec));
  for (let step = 0; step < steps; step++) await perform(STEP);
  for (let epoch = 0; epoch < epochs; epoch++) await perform(session.runs.runEpoch);
  if (formulas) await perform(session.formulas.toggle('values'));
  const result = await take(book);
  univer.dispose();
  return result;
}
