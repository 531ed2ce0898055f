/** Keeps the open document: each change within a second, as long as the page is open. */
import type { Book } from '../objects/book';
import { type DocumentEntry, type Library, LibraryError } from './library';
import { OpenParts, type PartChanges } from './openParts';
import type { Parts } from './parts';

/** Changes often come in quick succession; they are kept together, so long after the first of them, in ms. */
const GATHER_MS = 200;
/** Between the beginnings of two saves at least, in ms: what is kept is never older than a second. */
const BETWEEN_MS = 800;
/** How often what tells of no change is looked at, e.g. settings and custom XML, in ms. */
const LOOK_MS = 500;
/** After a save that failed, the next is tried so much later, in ms. */
const RETRY_MS = 5000;

export type KeptState =
  | { readonly kind: 'kept' | 'keeping' }
  /** @param reason for people */
  | { readonly kind: 'failed'; readonly reason: string };

export interface OpenDocument {
  readonly book: Book;
  /** As in `openBook`. */
  readonly betweenRequests: <Result>(work: () => Result) => Promise<Result>;
}

export class Keeper {
  private readonly parts: OpenParts;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly looking: ReturnType<typeof setInterval>;
  private lastSave = 0;
  private last = Promise.resolve();
  private underWay = 0;
  private isStopped = false;

  /**
   * @param kept what the document was opened from; empty for a new one
   * @param hasFailed whether the browser let nothing be kept just now
   * @param told hears of each new state
   */
  constructor(
    private readonly open: OpenDocument,
    private readonly library: Library,
    private entry: DocumentEntry,
    kept: Parts,
    private hasFailed: boolean,
    private readonly told: (state: KeptState) => void,
  ) {
    this.parts = new OpenParts(open.book, kept, () => this.saveSoon());
    library.closed = () => void this.saveAll();
    this.looking = setInterval(() => void this.look(), LOOK_MS);
  }

  /** Whether something would be lost if the page were gone now. */
  get isUnsaved(): boolean {
    return !this.isStopped && (this.underWay > 0 || this.hasFailed || this.parts.isChanged);
  }

  /** From now on nothing is kept. */
  stop(): void {
    this.isStopped = true;
    clearInterval(this.looking);
    if (this.timer !== null) clearTimeout(this.timer);
  }

  rename(name: string): void {
    this.entry = { ...this.entry, name };
  }

  /** Keeps all changes so far; resolves when they are kept, or could not be. */
  saveNow(): Promise<void> {
    if (this.isStopped) return this.last;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.lastSave = performance.now();
    this.underWay++;
    this.last = this.last.then(() => this.save()).finally(() => this.underWay--);
    return this.last;
  }

  /** Keeps everything anew, whatever is kept already. */
  saveAll(): Promise<void> {
    this.parts.forget();
    return this.saveNow();
  }

  private saveSoon(): void {
    if (this.timer !== null || this.isStopped) return;
    const wait = this.hasFailed
      ? RETRY_MS
      : Math.max(GATHER_MS, this.lastSave + BETWEEN_MS - performance.now());
    this.timer = setTimeout(() => void this.saveNow(), wait);
    if (!this.hasFailed) this.told({ kind: 'keeping' });
  }

  private async look(): Promise<void> {
    if (this.timer !== null || this.underWay > 0) return;
    if (await this.open.betweenRequests(() => this.parts.isChanged)) this.saveSoon();
  }

  private async save(): Promise<void> {
    const { grid } = this.open.book;
    const changes = await this.open.betweenRequests<PartChanges>(() => this.parts.take());
    const sheets = grid.workbook.getSheets().map((sheet) => sheet.getName());
    try {
      await this.library.save({ ...this.entry, changed: Date.now(), sheets }, changes);
      this.hasFailed = false;
      if (this.timer === null) this.told({ kind: 'kept' });
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      this.parts.forget();
      this.hasFailed = true;
      this.told({ kind: 'failed', reason: error.message });
      if (error.isForRoom) await this.makeRoom();
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = null;
      this.saveSoon();
    }
  }

  private async makeRoom(): Promise<void> {
    try {
      await this.library.makeRoom();
    } catch (error) {
      // What has failed already is tried again.
      if (!(error instanceof LibraryError)) throw error;
    }
  }
}
