/**
 * The real office.js, unmodified, over the workbook without a screen: Univer's headless plugins instead of its grid.
 * For test files with the environment jsdom and `{ "resources": "usable" }`.
 */
import { TextEncoder } from 'node:util';
import { runInThisContext } from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import { Addin } from '../../../src/workbook/host/connection';
import { type Behaviour, behaviourFrom } from '../../../src/workbook/behaviour/behaviour';
import type { Book } from '../../../src/workbook/objects/book';
import type { DocumentData } from '../../../src/workbook/book/document';
import { openBook, type OpenedBook } from '../../../src/workbook/book/openBook';
import { bootWithoutScreen } from '../../../src/workbook/grid/bootWithoutScreen';
import { SHEET_DEFAULTS } from '../../../src/workbook/grid/excelDefaults';
import { openCoauthor, type Coauthor } from './coauthor';
import { HandCellEdit } from './handCellEdit';
import { loadOfficeInto } from './officeLibrary';
import { saved } from './workbookFiles';

export interface HeadlessExcel {
  readonly book: Book;
  /** What a person was told, as `title: message`. */
  readonly alerts: string[];
  readonly cellEdit: HandCellEdit;
  /** Is this workbook in front, or another one? */
  readonly front: { isOurs: boolean };
  /** Does something when no request is half carried out. */
  readonly betweenRequests: OpenedBook['betweenRequests'];
  /** What an add-in gets that asks for a copy of the document. */
  readonly copies: { copy: () => Promise<Uint8Array> };
  /** Changes switches from now on. Those that office.js reads when it starts stay. */
  behave(changes: Partial<Behaviour>): void;
  /** A co-author opens the same workbook, with an office.js of their own. */
  join(): Promise<Coauthor>;
  close(): void;
}

/**
 * Excel as strict as it may be, but for single switches that the test changes, or all tests at once by the environment:
 * `BEHAVIOUR=cellEdit:waits npx jest`.
 */
export async function headlessExcel(
  changes: Partial<Behaviour> = {},
  document?: DocumentData,
): Promise<HeadlessExcel> {
  window.requestIdleCallback ??= ((run: IdleRequestCallback) =>
    setTimeout(
      () => run({ didTimeout: false, timeRemaining: () => 50 }),
      0,
    )) as unknown as typeof requestIdleCallback;
  window.cancelIdleCallback ??= (handle) => clearTimeout(handle);
  window.MessageChannel ??= MessageChannel as unknown as typeof window.MessageChannel;
  // The workbook counts the bytes of large requests.
  window.TextEncoder ??= TextEncoder as unknown as typeof window.TextEncoder;
  window.fetch ??= fetchOfNode;
  const { univer, workbook } = bootWithoutScreen(document?.workbook ?? newBook());
  const nothing = () => undefined;
  const around = {
    charts: { draw: nothing, erase: nothing },
    shapes: { changed: nothing },
  };
  const cellEdit = new HandCellEdit();
  const front = { isOurs: true };
  const behaviour = { ...behaviourFrom(process.env.BEHAVIOUR ?? ''), ...changes };
  const alerts: string[] = [];
  const showAlert = (title: string, message: string) => void alerts.push(`${title}: ${message}`);
  const { book, host, hostFor, betweenRequests } = openBook(
    univer,
    workbook,
    { ...around, showAlert, cellEdit, front },
    behaviour,
    document,
  );
  const addin = new Addin(book, host);
  addin.copy = () => saved(book);
  addin.attach(window);
  await loadOffice();
  const join = () => openCoauthor((client) => new Addin(book, hostFor(client), client));
  const behave = (later: Partial<Behaviour>) => void Object.assign(behaviour, later);
  const close = () => univer.dispose();
  return { book, alerts, cellEdit, front, betweenRequests, copies: addin, behave, join, close };
}

/**
 * As browsers have it. Without it office.js puts one of its own there, by which jsdom takes a second to read the kernels. A
 * signal of jsdom's is none to Node.
 */
const fetchOfNode: typeof fetch = (address) => (runInThisContext('fetch') as typeof fetch)(address);

/** Univer works in the very objects that it is given. */
const newBook = () => ({
  id: 'book1',
  name: 'Book1',
  sheetOrder: ['{sheet1}'],
  sheets: { '{sheet1}': { ...SHEET_DEFAULTS, id: '{sheet1}', name: 'Sheet1' } },
});

/** What office.js has put into the window. */
const ofOffice = new Set<string>();

/** A window that has had office.js before is given back what it was: then the library starts anew, in another Excel. */
async function loadOffice(): Promise<void> {
  for (const name of ofOffice) {
    // What a script declares with `var` cannot be deleted.
    if (!Reflect.deleteProperty(window, name)) Reflect.set(window, name, undefined);
  }
  const before = new Set(Object.getOwnPropertyNames(window));
  await loadOfficeInto(window);
  for (const name of Object.getOwnPropertyNames(window)) if (!before.has(name)) ofOffice.add(name);
}
