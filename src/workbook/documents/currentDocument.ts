/** The document on the page: whether it is kept, and what a person can do with it and with the others. */
import type { DocumentData } from '../book/document';
import { texts } from '../texts';
import { type DocumentEntry, newId } from './library';
import { isClaimed, claim } from './lock';
import { type KeptState, Keeper, type OpenDocument } from './keeper';
import { addressOf, newEntry, noteOpened, type Opening, type Unkept } from './opening';
import { partsOf } from './parts';
import { Touched } from './touched';

export type DocumentState = KeptState | Unkept;

export class CurrentDocument {
  entry: DocumentEntry;
  private keeper: Keeper | null = null;
  /** Null for a document that was kept when it was opened, and for a trial. */
  private readonly touched: Touched | null;
  private now: DocumentState;
  /** Whether the names of the other documents could not be read yet. */
  private isNameless: boolean;

  /** @param told hears of each new state */
  constructor(
    private readonly opening: Opening,
    private readonly open: OpenDocument,
    private readonly told: (entry: DocumentEntry, state: DocumentState) => void,
  ) {
    const { entry, unkept, parts } = opening;
    this.entry = entry;
    this.now = unkept ?? { kind: 'kept' };
    this.isNameless = unkept?.kind === 'failed';
    this.touched = unkept && unkept.kind !== 'trial' ? new Touched(open.book, parts) : null;
    if (!unkept || unkept.kind === 'failed') this.keep(parts);
    void noteOpened(opening);
    told(entry, this.now);
    window.addEventListener('beforeunload', (event) => this.leave(event));
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void this.keeper?.saveNow();
    });
  }

  get state(): DocumentState {
    return this.now;
  }

  /** Whether documents are kept here; else there is no list of them. */
  get hasLibrary(): boolean {
    return this.opening.library !== null;
  }

  async list(): Promise<DocumentEntry[]> {
    return (await this.opening.library?.list()) ?? [];
  }

  /** @returns the address of a new, empty document */
  async create(): Promise<string> {
    const entry = newEntry(await this.list());
    await this.opening.library!.save(entry, { written: new Map(), removed: [] });
    return addressOf(entry.id);
  }

  /**
   * Keeps a document that comes from elsewhere, e.g. from a file, beside the others.
   * @param name its name, if no other has it
   * @param notice what a person is told when it is opened
   * @returns its address
   */
  async add(document: DocumentData, name: string, notice?: string): Promise<string> {
    const entry = newEntry(await this.list(), (number) => texts.documents.numbered(name, number));
    const { sheetOrder = [], sheets = {} } = document.workbook;
    await this.opening.library!.save(
      { ...entry, sheets: sheetOrder.map((id) => sheets[id].name ?? ''), notice },
      { written: partsOf(document), removed: [] },
    );
    return addressOf(entry.id);
  }

  async duplicate({ id, name }: DocumentEntry): Promise<void> {
    if (id === this.entry.id) await this.keeper?.saveNow();
    await this.opening.library!.duplicate(id, { id: newId(), name: texts.documents.copyOf(name) });
  }

  async rename({ id }: DocumentEntry, name: string): Promise<void> {
    await this.opening.library!.change(id, { name });
    if (id !== this.entry.id) return;
    this.takeName(name);
  }

  /** @returns whether it was: not while another tab has it open */
  async delete({ id }: DocumentEntry): Promise<boolean> {
    const open = id === this.entry.id ? this.keeper : null;
    if (!open && (await isClaimed(id))) return false;
    await open?.saveNow();
    open?.stop();
    try {
      await this.opening.library!.delete(id);
    } catch (error) {
      if (open) this.keep(new Map());
      throw error;
    }
    if (open) {
      this.keeper = null;
      this.tell({ kind: 'deleted' });
    }
    return true;
  }

  async restore({ id }: DocumentEntry): Promise<void> {
    await this.opening.library!.restore(id);
    if (id !== this.entry.id || this.now.kind !== 'deleted') return;
    this.keep(await this.opening.library!.read(id));
    await this.keeper!.saveAll();
  }

  /** Keeps a document that another tab has open under another name, as it is here. */
  async keepCopy(): Promise<void> {
    const { name } = this.entry;
    this.entry = { ...this.entry, id: newId(), name: texts.documents.copyOf(name), opened: Date.now() };
    await claim(this.entry.id);
    this.now = { kind: 'keeping' };
    history.replaceState(history.state, '', addressOf(this.entry.id));
    this.keep(new Map());
    await this.keeper!.saveNow();
  }

  private keep(parts: Opening['parts']): void {
    const { library } = this.opening;
    const hasFailed = this.now.kind === 'failed';
    this.keeper = new Keeper(this.open, library!, this.entry, parts, hasFailed, (state) => this.tell(state));
  }

  private tell(state: DocumentState): void {
    this.now = state;
    this.told(this.entry, state);
    if (state.kind === 'kept' && this.isNameless) void this.findName();
  }

  /** What was begun while the others could not be read is kept beside them from now on. */
  private async findName(): Promise<void> {
    this.isNameless = false;
    const { entry } = this;
    history.replaceState(history.state, '', addressOf(entry.id));
    const others = (await this.list()).filter(({ id }) => id !== entry.id);
    if (others.some(({ name }) => name === entry.name)) await this.rename(entry, newEntry(others).name);
  }

  private takeName(name: string): void {
    this.entry = { ...this.entry, name };
    this.keeper?.rename(name);
    this.told(this.entry, this.now);
  }

  private get isUnsaved(): boolean {
    if (this.now.kind === 'deleted' || this.touched?.isTouched === false) return false;
    return this.keeper ? this.keeper.isUnsaved : this.touched !== null;
  }

  /** Warns of what would be lost, and keeps it meanwhile where that can be. */
  private leave(event: BeforeUnloadEvent): void {
    if (!this.isUnsaved) return;
    event.preventDefault();
    void this.keeper?.saveNow();
  }
}
