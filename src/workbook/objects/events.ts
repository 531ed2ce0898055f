/** Sends events to the add-in, in the form from which office.js makes its event arguments. */
import { formatRect } from '../addresses/a1';
import type { Rect } from '../addresses/rect';
import { type Behaviour, STRICT } from '../behaviour/behaviour';
import type { Change } from '../grid/change';
import type { EventEntry, JsonObject } from '../host/wire';
import { type CellValue, valueTypeOf } from './cells/cellValue';
import type { SheetRecord } from './records';

/** Numbers of events on the wire. */
const SETTINGS_CHANGED = 1;
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
const TABLE_ADDED = 102;
const TABLE_DELETED = 103;

/** Target of events that are listened to on a collection. */
const WORKBOOK = 'Workbook';

/** The value of a formula, read when it has been calculated. */
export type LateValue = () => CellValue;

/** How long events that come late wait for another request, in ms. */
const LATE_MS = 50;

export class Events {
  private queue: (() => EventEntry[])[] = [];
  /** Those of the queue that are ready to be sent. */
  private made: EventEntry[] = [];
  private lastAction = '';
  private timer?: ReturnType<typeof setTimeout>;
  private held = false;
  /** Resolves when handlers have been called for the last batch. */
  private heard: Promise<void> = Promise.resolve();
  /** Called when all is sent. */
  private waiting: (() => void)[] = [];
  /** An event of the queue tells the value of a formula. */
  private awaitsCalculation = false;

  private send: (entries: EventEntry[]) => void = () => undefined;

  connect(send: (entries: EventEntry[]) => void): void {
    this.send = send;
  }

  /**
   * `tablesAt` names the tables that an area touches; they get its changes, too. `calculated` resolves when what has
   * been changed so far is calculated.
   */
  constructor(
    private readonly tablesAt: (sheetId: string, area: Rect) => readonly string[] = () => [],
    private readonly calculated: () => Promise<void> = () => Promise.resolve(),
    private readonly behaviour: Pick<Behaviour, 'eventOrder'> = STRICT,
  ) {}

  /** Resolves when all that has happened has been sent. */
  async allSent(): Promise<void> {
    await this.heard;
    if (this.isWaiting) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /**
   * A change of a single cell tells its value before and after, as documented for `details`:
   * https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs#excel-excel-worksheetchangedeventargs-details-member
   */
  changed(change: Change, before?: CellValue, after?: CellValue | LateValue): void {
    if (this.isRepeated(change)) return;
    if (typeof after === 'function') this.awaitsCalculation = true;
    this.later(() => {
      const message = changeMessage(change, before, typeof after === 'function' ? after() : after);
      const tables = this.tablesAt(change.sheetId, change.area).flatMap((tableId) => [
        entry(TABLE_CHANGED, tableId, { ...message, tableId }),
        entry(TABLE_CHANGED, change.sheetId, { ...message, tableId }),
        entry(TABLE_CHANGED, WORKBOOK, { ...message, tableId }),
      ]);
      return [entry(CHANGED, change.sheetId, message), entry(CHANGED, WORKBOOK, message), ...tables];
    });
  }

  /** Univer performs one action of a person, e.g. a fill, in several steps over the same cells. */
  private isRepeated(change: Change): boolean {
    const { type, sheetId, byAddin } = change;
    const action = byAddin ? '' : `${type} ${sheetId} ${addressOf(change)}`;
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

  tableAdded({ id, sheetId }: SheetRecord): void {
    const message = { tableId: id, worksheetId: sheetId, source: 'Local' };
    this.later(() => [entry(TABLE_ADDED, WORKBOOK, message), entry(TABLE_ADDED, sheetId, message)]);
  }

  tableDeleted({ id, name, sheetId }: SheetRecord): void {
    const message = { tableId: id, tableName: name, worksheetId: sheetId, source: 'Local' };
    this.later(() => [entry(TABLE_DELETED, WORKBOOK, message), entry(TABLE_DELETED, sheetId, message)]);
  }

  selectionChanged(sheetId: string, address: string): void {
    const message = { worksheetId: sheetId, address };
    this.later(() => [
      entry(SELECTION_CHANGED, sheetId, message),
      entry(SELECTION_CHANGED, WORKBOOK, message),
      entry(SELECTION_OF_WORKBOOK, '', {}),
    ]);
  }

  /** "Occurs when the settings in the document are changed", SettingCollection.onSettingsChanged; by whom is not said. */
  settingsChanged(): void {
    this.later(() => [entry(SETTINGS_CHANGED, '', {})]);
  }

  private ofSheet(type: number, sheetId: string): void {
    const message = { worksheetId: sheetId };
    this.later(() => [entry(type, sheetId, message), entry(type, WORKBOOK, message)]);
  }

  /**
   * While a batch runs, events wait: formulas may not have been calculated yet. Those of what came before it are
   * calculated, and tell of the cells as they are before the batch.
   */
  async hold(): Promise<void> {
    this.make();
    this.held = true;
    await this.heard;
  }

  /** What the batch has changed is calculated. Resolves when the batch is to be answered. */
  async release(): Promise<void> {
    this.held = false;
    const earlier = this.made.splice(0);
    this.make();
    const own = this.made.splice(0);
    switch (this.behaviour.eventOrder) {
      case 'beforeAnswer':
        return this.tellAll([...earlier, ...own]);
      case 'afterAnswer':
        this.heard = turn().then(() => this.tellAll([...earlier, ...own]));
        return;
      case 'afterNextAnswer':
        this.heard = turn().then(() => this.tellAll(earlier));
        this.made.push(...own);
        if (own.length) this.schedule();
    }
  }

  private make(): void {
    this.awaitsCalculation = false;
    this.made.push(...this.queue.splice(0).flatMap((each) => each()));
  }

  /** Events arrive after the call or the edit that caused them, never in the middle of it. */
  private later(make: () => EventEntry[]): void {
    this.queue.push(make);
    if (!this.held) this.schedule();
  }

  private schedule(): void {
    const isLate = this.behaviour.eventOrder === 'afterNextAnswer';
    if (isLate) clearTimeout(this.timer);
    else if (this.timer !== undefined) return;
    this.timer = setTimeout(
      () => {
        this.lastAction = '';
        if (this.awaitsCalculation) void this.calculated().then(() => this.deliver());
        else this.deliver();
      },
      isLate ? LATE_MS : 0,
    );
  }

  private deliver(): void {
    this.timer = undefined;
    if (this.held) return;
    this.make();
    this.tell(this.made.splice(0));
  }

  /** Resolves when handlers have been called. */
  private async tellAll(entries: EventEntry[]): Promise<void> {
    if (entries.length === 0) return;
    this.tell(entries);
    await turn();
  }

  private tell(entries: EventEntry[]): void {
    this.send(entries);
    if (!this.isWaiting) for (const resolve of this.waiting.splice(0)) resolve();
  }

  private get isWaiting(): boolean {
    return this.queue.length + this.made.length > 0;
  }
}

/** office.js hands an event on to handlers by promises: when timers run, they have been called. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

function changeMessage(change: Change, before?: CellValue, after?: CellValue): JsonObject {
  const message: JsonObject = {
    address: addressOf(change),
    changeType: change.type,
    source: change.byCoauthor ? 'Remote' : 'Local',
    worksheetId: change.sheetId,
    shiftDirection: change.shift ? `ShiftCell${change.shift}` : 'None',
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

const addressOf = ({ from, area }: Change) => (from ? [from, area] : [area]).map(formatRect).join(',');

const entry = (messageType: number, targetId: string, message: JsonObject): EventEntry => ({
  messageCategory: 65536,
  messageType,
  targetId,
  message: JSON.stringify(message),
});
