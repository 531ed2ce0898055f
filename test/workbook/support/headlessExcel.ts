/**
 * The real office.js, unmodified, over the workbook without a screen: Univer's headless plugins instead of its grid.
 * For test files with the environment jsdom and `{ "resources": "usable" }`.
 */
import { TextEncoder } from 'node:util';
import { MessageChannel } from 'node:worker_threads';
import {
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { Addin } from '../../../src/workbook/host/connection';
import { type Behaviour, behaviourFrom } from '../../../src/workbook/behaviour/behaviour';
import type { Book } from '../../../src/workbook/objects/book';
import { openBook } from '../../../src/workbook/book/openBook';
import { SHEET_DEFAULTS } from '../../../src/workbook/grid/excelDefaults';
import { openCoauthor, type Coauthor } from './coauthor';
import { HandCellEdit } from './handCellEdit';
import { loadOfficeInto } from './officeLibrary';

export interface HeadlessExcel {
  readonly book: Book;
  /** What a person was told, as `title: message`. */
  readonly alerts: string[];
  readonly cellEdit: HandCellEdit;
  /** Is this workbook in front, or another one? */
  readonly front: { isOurs: boolean };
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
export async function headlessExcel(changes: Partial<Behaviour> = {}): Promise<HeadlessExcel> {
  window.requestIdleCallback ??= ((run: IdleRequestCallback) =>
    setTimeout(
      () => run({ didTimeout: false, timeRemaining: () => 50 }),
      0,
    )) as unknown as typeof requestIdleCallback;
  window.cancelIdleCallback ??= (handle) => clearTimeout(handle);
  window.MessageChannel ??= MessageChannel as unknown as typeof window.MessageChannel;
  // The workbook counts the bytes of large requests.
  window.TextEncoder ??= TextEncoder as unknown as typeof window.TextEncoder;
  const { univer, workbook } = bootHeadless();
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
  const { book, host, hostFor } = openBook(
    univer,
    workbook,
    { ...around, showAlert, cellEdit, front },
    behaviour,
  );
  new Addin(book, host).attach(window);
  await loadOffice();
  const join = () => openCoauthor((client) => new Addin(book, hostFor(client), client));
  const behave = (later: Partial<Behaviour>) => void Object.assign(behaviour, later);
  return { book, alerts, cellEdit, front, behave, join, close: () => univer.dispose() };
}

function bootHeadless() {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.WARN,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  const workbook = univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: 'book1',
    name: 'Book1',
    sheetOrder: ['{sheet1}'],
    sheets: { '{sheet1}': { ...SHEET_DEFAULTS, id: '{sheet1}', name: 'Sheet1' } },
  });
  // As if the grid had been clicked: undo works on the focused workbook.
  univer.__getInjector().get(IUniverInstanceService).focusUnit(workbook.getUnitId());
  return { univer, workbook };
}

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
