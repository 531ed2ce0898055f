/** Sends events to the add-in, in the form from which office.js makes its event arguments. */
import { formatRect } from '../addresses/a1';
import type { Rect } from '../addresses/rect';
import type { Change } from '../grid/changes';
import type { EventEntry, JsonObject } from '../host/wire';
import { type CellValue, valueTypeOf } from './cells/cellValue';

/** Numbers of events on the wire. */
const SELECTION_OF_WORKBOOK = 2;
const CHANGED = 10;
const ACTIVATED = 11;
const DEACTIVATED = 12;
const ADDED = 13;
const SELECTION_CHANGED = 14;
const DELETED = 15;
const ROW_SORTED = 19;
const COLUMN_SORTED = 20;
const TABLE_CHANGED = 101;

/** Target of events that are listened to on a collection. */
const WORKBOOK = 'Workbook';

export class Events {
  private queue: (() => EventEntry[])[] = [];
  private lastAction = '';
  private scheduled = false;
  private held = false;

  private send: (entries: EventEntry[]) => void = () => undefined;

  connect(send: (entries: EventEntry[]) => void): void {
    this.send = send;
  }

  /** `tablesAt` names the tables that an area touches; they get its changes, too. */
  constructor(private readonly tablesAt: (sheetId: string, area: Rect) => readonly string[] = () => []) {}

  /** Is a change told of? Excel does not tell of all. */
  isTold: (change: Change) => boolean = () => true;

  /** `after` is read late, when formulas have been calculated. */
  changed(change: Change, before?: CellValue, after?: () => CellValue): void {
    if (this.isRepeated(change) || !this.isTold(change)) return;
    this.later(() => {
      const message = changeMessage(change, before, after?.());
      const tables = this.tablesAt(change.sheetId, change.area).flatMap((tableId) => [
        entry(TABLE_CHANGED, tableId, { ...message, tableId }),
        entry(TABLE_CHANGED, WORKBOOK, { ...message, tableId }),
      ]);
      return [entry(CHANGED, change.sheetId, message), entry(CHANGED, WORKBOOK, message), ...tables];
    });
  }

  /** Univer performs one action of a person, e.g. a fill, in several steps over the same cells. */
  private isRepeated({ type, sheetId, area, byAddin }: Change): boolean {
    const action = byAddin ? '' : `${type} ${sheetId} ${formatRect(area)}`;
    const isRepeated = action !== '' && action === this.lastAction;
    this.lastAction = action;
    return isRepeated;
  }

  /** Rows, or columns, of an area change places. Only the sorted event tells of it, no changed event does. */
  sorted(what: 'rows' | 'columns', sheetId: string, area: Rect): void {
    const type = what === 'rows' ? ROW_SORTED : COLUMN_SORTED;
    const message = { address: formatRect(area), source: 'Local', worksheetId: sheetId };
    this.later(() => [entry(type, sheetId, message), entry(type, WORKBOOK, message)]);
  }

  activated(sheetId: string, left: string | null): void {
    if (left !== null) this.ofSheet(DEACTIVATED, left);
    this.ofSheet(ACTIVATED, sheetId);
  }

  added(sheetId: string): void {
    this.later(() => [entry(ADDED, WORKBOOK, { worksheetId: sheetId, source: 'Local' })]);
  }

  deleted(sheetId: string): void {
    this.later(() => [entry(DELETED, WORKBOOK, { worksheetId: sheetId, source: 'Local' })]);
  }

  selectionChanged(sheetId: string, address: string): void {
    const message = { worksheetId: sheetId, address };
    this.later(() => [
      entry(SELECTION_CHANGED, sheetId, message),
      entry(SELECTION_CHANGED, WORKBOOK, message),
      entry(SELECTION_OF_WORKBOOK, '', {}),
    ]);
  }

  private ofSheet(type: number, sheetId: string): void {
    const message = { worksheetId: sheetId };
    this.later(() => [entry(type, sheetId, message), entry(type, WORKBOOK, message)]);
  }

  /** While a batch runs, events wait: formulas may not have been calculated yet. */
  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    if (this.queue.length) this.schedule();
  }

  /** Events arrive after the call or the edit that caused them, never in the middle of it. */
  private later(make: () => EventEntry[]): void {
    this.queue.push(make);
    if (!this.held) this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      this.lastAction = '';
      if (!this.held) this.send(this.queue.splice(0).flatMap((each) => each()));
    });
  }
}

function changeMessage(change: Change, before?: CellValue, after?: CellValue): JsonObject {
  const message: JsonObject = {
    address: formatRect(change.area),
    changeType: change.type,
    source: 'Local',
    worksheetId: change.sheetId,
    shiftDirection: 'None',
    triggerSource: change.byAddin ? 'ThisLocalAddin' : 'Unknown',
  };
  if (before !== undefined && after !== undefined) {
    message.valueBefore = before;
    message.valueAfter = after;
    message.valueTypeBefore = valueTypeOf(before);
    message.valueTypeAfter = valueTypeOf(after);
  }
  return message;
}

const entry = (messageType: number, targetId: string, message: JsonObject): EventEntry => ({
  messageCategory: 65536,
  messageType,
  targetId,
  message: JSON.stringify(message),
});
