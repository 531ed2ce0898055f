import { inWorkbook } from '../../../excel/context';
import type { Selected } from '../../../excel/read/activeCell';
import { sheetOf } from '../../../excel/notebook/notebookRecord';
import { showCells, textIn } from '../../../excel/read/selectBlocks';
import { parseA1, type Rect } from '../../../notebook/sheet/address';
import type { Topic } from '../../../notebook/glossary/contents';
import { blocksAtEdges } from '../../../notebook/glossary/targetEdges';
import { labelsAt } from '../../../notebook/glossary/labelAt';
import { topicOfLabel } from '../../../notebook/glossary/labels';
import { Subject } from '../../../notebook/glossary/subject';
import { entryOfModelWord } from '../../../notebook/glossary/entryLookup';
import type { PlannedLabel, SheetKey } from '../../../notebook/sheet/plan';
import { explain } from '../../faults';
import { loaded } from '../../loaded';
import type { Pipeline } from '../../workbook/pipeline';
import type { GlossaryState } from './glossaryState';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { glossaryCommandTexts } from '../../../texts/addin/glossary';

/** The glossary: explains the words on the sheets, and selects the cells that a term is about. */
export class GlossaryCommands {
  /** The latest selection: answers about earlier ones are dropped. */
  private latest = '';

  /** @param models tells which sheets are model tables */
  constructor(
    private readonly pipeline: Pipeline,
    private readonly models: { has(sheet: string): boolean },
  ) {
    pipeline.selection.changed.listen((selected) => this.selected(selected));
  }

  /** Opens an entry in the glossary section of the pane. */
  open(topic: Topic): void {
    this.pipeline.store.set({ asked: { section: 'glossary' }, glossary: { open: topic } });
  }

  /** Returns to the list of terms. */
  close(): void {
    this.change({ open: undefined });
  }

  /** The active notebook, as the entries describe it. */
  subject(layer?: string): Subject | undefined {
    const { active } = this.pipeline.notebooks;
    return active && new Subject(active.plan, active.trainer.settings, layer);
  }

  /** Selects the cells that an entry is about. Writes nothing, so it need not wait for a run to end. */
  async show({ entry, layer }: Topic): Promise<void> {
    const { store, notebooks } = this.pipeline;
    const entries = loaded(import('../../../notebook/glossary/entries'));
    const found = await entries.catch((error: unknown) => store.set({ notice: explain(error) }));
    if (!found) return;
    const { ENTRIES } = found;
    const subject = this.subject(layer);
    const target = subject && ENTRIES[entry].cells?.(subject);
    const sheet = target && notebooks.active?.record.place[target.sheet];
    if (!subject || !target || !sheet) return;
    const corners = blocksAtEdges(subject.plan, target);
    try {
      const isThere = await inWorkbook((context) => showCells(context, sheet, corners, target.part));
      if (!isThere) store.set({ notice: glossaryCommandTexts.gone(ENTRIES[entry].term) });
    } catch (error) {
      store.set({ notice: explain(error) });
    }
  }

  /** Offers the entry of a heading while it is selected. */
  private selected({ sheet, address }: Selected): void {
    this.latest = `${sheet}!${address}`;
    const found = this.topicAt(sheet, address);
    if (!found || 'entry' in found) this.offer(found);
    else void this.ask(sheet, address, found.meaning);
  }

  /** The topic of the label in a cell; or, if that depends on the cell's text, what to do with the text. */
  private topicAt(sheet: string, address: string): Topic | Asking | undefined {
    const cell = oneCell(address);
    const notebook = this.pipeline.notebooks.active;
    if (!cell) return undefined;
    if (this.models.has(sheet)) {
      return {
        meaning: (text) => {
          const entry = entryOfModelWord(text);
          return entry && { entry };
        },
      };
    }
    const key = notebook && sheetOf(notebook.record, sheet);
    return notebook && key && topicOnPage(notebook, key, cell);
  }

  private async ask(sheet: string, address: string, meaning: Asking['meaning']): Promise<void> {
    const selection = this.latest;
    // A missing hint is not worth a message.
    const text = await inWorkbook((context) => textIn(context, sheet, address)).catch(() => '');
    if (selection === this.latest) this.offer(meaning(text));
  }

  private offer(hint: Topic | undefined): void {
    // Most selected cells are no headings: then nothing changes.
    if (hint || this.pipeline.store.get().glossary?.hint) this.change({ hint });
  }

  private change(change: GlossaryState): void {
    const { store } = this.pipeline;
    store.set({ glossary: { ...store.get().glossary, ...change } });
  }
}

/** A topic that depends on the text of a cell. */
interface Asking {
  meaning(text: string): Topic | undefined;
}

/** The topic of a label on a notebook's page. */
function topicOnPage(notebook: LiveNotebook, key: SheetKey, cell: Rect): Topic | Asking | undefined {
  const { plan } = notebook;
  const { labels, isSure } = labelsAt(plan.sheets[key], (block) => notebook.placeOf(key, block), cell);
  const topic = (label: PlannedLabel | undefined) => label && topicOfLabel(plan, key, label);
  if (isSure) return topic(labels[0]);
  return { meaning: (text) => topic(labels.find((label) => label.text === text)) };
}

function oneCell(address: string): Rect | undefined {
  if (address.includes(',')) return undefined;
  const rect = parseA1(address);
  return rect.rows === 1 && rect.columns === 1 ? rect : undefined;
}
