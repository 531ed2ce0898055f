/** Sends events to the add-in, in the form that office.js converts into its event arguments. */
import { formatRect } from '../addresses/a1';
import type { Rect } from '../addresses/rect';
import { type Behaviour, STRICT } from '../behaviour/behaviour';
import type { Change } from '../grid/change';
import { THIS_CLIENT } from '../grid/clients';
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

/** The value of a formula, read after it has been calculated. */
export type LateValue = () => CellValue;

/** What has happened in a client, to be told as soon as it is known in full. */
interface Pending {
  readonly make: () => EventEntry[];
  readonly client: number;
}

interface MadeEvent {
  readonly event: EventEntry;
  readonly client: number;
}

/** What the user did, to which cells, and what a single one then held. */
interface Action {
  readonly of: string;
  after?: CellValue | LateValue;
}

/** How long events that come late wait for another request, in ms. */
const LATE_MS = 50;

export class Events {
  private queue: Pending[] = [];
  /** Queued events that are ready to be sent. */
  private made: MadeEvent[] = [];
  /** The user's latest action, until the task ends in which it was done. */
  private latest?: Action;
  private timer?: ReturnType<typeof setTimeout>;
  private held = false;
  /** Resolves when handlers have been called for the last batch. */
  private heard: Promise<void> = Promise.resolve();
  /** Called when all is sent. */
  private waiting: (() => void)[] = [];
  /** Whether a queued event contains the value of a formula. */
  private awaitsCalculation = false;

  /** The clients of Excel in which the add-in listens. */
  private readonly listeners = new Map<number, (entries: EventEntry[]) => void>();

  connect(send: (entries: EventEntry[]) => void, client = THIS_CLIENT): void {
    this.listeners.set(client, send);
  }

  /**
   * `tablesAt` gives the tables that an area touches; they get its changes as well. `calculated` resolves
   * when what has been changed so far is calculated. `clientAtWork` is where something happens now.
   */
  constructor(
    private readonly tablesAt: (sheetId: string, area: Rect) => readonly string[] = () => [],
    private readonly calculated: () => Promise<void> = () => Promise.resolve(),
    private readonly behaviour: Pick<Behaviour, 'eventOrder'> = STRICT,
    private readonly clientAtWork: () => number = () => THIS_CLIENT,
  ) {}

  /** Resolves when all that has happened has been sent. */
  async allSent(): Promise<void> {
    await this.heard;
    if (this.isWaiting) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /**
   * For a change of a single cell, `details` has its value before and after, as documented:
   * https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs#excel-excel-worksheetchangedeventargs-details-member
   */
  changed(change: Change, before?: CellValue, after?: CellValue | LateValue): void {
    if (typeof after === 'function') this.awaitsCalculation = true;
    const action: Action = { of: actionOf(change), after };
    if (!change.byAddin && this.latest?.of === action.of) {
      this.latest.after = after;
      return;
    }
    this.begin(change.byAddin ? undefined : action);
    this.later(() => {
      const { after: last } = action;
      const message = changeMessage(change, before, typeof last === 'function' ? last() : last);
      const tables = this.tablesAt(change.sheetId, change.area).flatMap((tableId) => [
        entry(TABLE_CHANGED, tableId, { ...message, tableId }),
        entry(TABLE_CHANGED, change.sheetId, { ...message, tableId }),
        entry(TABLE_CHANGED, WORKBOOK, { ...message, tableId }),
      ]);
      return [entry(CHANGED, change.sheetId, message), entry(CHANGED, WORKBOOK, message), ...tables];
    }, change.client);
  }

  /** Univer reports further steps of the same action, e.g. of a fill, over the same cells: the last one counts. */
  private begin(action: Action | undefined): void {
    this.latest = action;
    setTimeout(() => {
      if (this.latest === action) this.latest = undefined;
    });
  }

  /** Rows, or columns, of an area changed places. Only the sorted event reports it; no changed event does. */
  sorted(what: 'rows' | 'columns', sheetId: string, area: Rect): void {
    const type = what === 'rows' ? ROW_SORTED : COLUMN_SORTED;
    const message = { address: formatRect(area), source: 'Local', worksheetId: sheetId };
    this.later(() => [entry(type, sheetId, message), entry(type, WORKBOOK, message)]);
  }

  activated(sheetId: string, left: string | null, client = THIS_CLIENT): void {
    if (left !== null) this.ofSheet(DEACTIVATED, left, client);
    this.ofSheet(ACTIVATED, sheetId, client);
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
    this.later(
      () => [
        entry(SELECTION_CHANGED, sheetId, message),
        entry(SELECTION_CHANGED, WORKBOOK, message),
        entry(SELECTION_OF_WORKBOOK, '', {}),
      ],
      THIS_CLIENT,
    );
  }

  /** SettingCollection.onSettingsChanged: the document's settings have been saved. */
  settingsChanged(): void {
    this.later(() => [entry(SETTINGS_CHANGED, '', {})]);
  }

  private ofSheet(type: number, sheetId: string, client: number): void {
    const message = { worksheetId: sheetId };
    this.later(() => [entry(type, sheetId, message), entry(type, WORKBOOK, message)], client);
  }

  /**
   * Holds events back while a batch runs, since formulas may not have been calculated yet. Events from before
   * the batch are completed first, with the cells as they are then.
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
    this.latest = undefined;
    for (const { make, client } of this.queue.splice(0))
      this.made.push(...make().map((event) => ({ event, client })));
  }

  /** Events arrive after the call or edit that caused them, never during it. */
  private later(make: () => EventEntry[], client = this.clientAtWork()): void {
    this.queue.push({ make, client });
    if (!this.held) this.schedule();
  }

  private schedule(): void {
    const isLate = this.behaviour.eventOrder === 'afterNextAnswer';
    if (isLate) clearTimeout(this.timer);
    else if (this.timer !== undefined) return;
    this.timer = setTimeout(
      () => {
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
  private async tellAll(entries: MadeEvent[]): Promise<void> {
    if (entries.length === 0) return;
    this.tell(entries);
    await turn();
  }

  private tell(made: MadeEvent[]): void {
    for (const [client, send] of this.listeners)
      send(made.flatMap(({ event, client: of }) => (of === client ? event : (seenFromAfar(event) ?? []))));
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
    source: 'Local',
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

/** An event as the other clients are sent it; null if it is of no concern to them. */
function seenFromAfar({ message, ...event }: EventEntry): EventEntry | null {
  if (event.messageType === SETTINGS_CHANGED) return { ...event, message };
  const seen = JSON.parse(message) as JsonObject;
  // What somebody else has selected or activated is not told.
  if (seen.source === undefined) return null;
  const trigger = seen.triggerSource === undefined ? {} : { triggerSource: 'Unknown' };
  return { ...event, message: JSON.stringify({ ...seen, ...trigger, source: 'Remote' }) };
}

const actionOf = (change: Change) => `${change.type} ${change.sheetId} ${addressOf(change)}`;

const addressOf = ({ from, area }: Change) => (from ? [from, area] : [area]).map(formatRect).join(',');

const entry = (messageType: number, targetId: string, message: JsonObject): EventEntry => ({
  messageCategory: 65536,
  messageType,
  targetId,
  message: JSON.stringify(message),
});
