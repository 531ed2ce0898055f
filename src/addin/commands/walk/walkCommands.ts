import { inWorkbook } from '../../../excel/context';
import { showCells } from '../../../excel/read/selectBlocks';
import { toA1, type Rect } from '../../../notebook/sheet/address';
import { firstMinutes, type FirstMinutesStop } from '../../../notebook/walks/firstMinutes';
import type { Stop } from '../../../notebook/walks/walk';
import { explain } from '../../faults';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Pipeline } from '../../workbook/pipeline';
import { walkTexts } from '../../../texts/pane/walk';

/**
 * The guided walk: each stop selects the cells that it speaks of, and it is noticed when what it asks for was done. It
 * writes nothing.
 */
export class WalkCommands {
  private under?: {
    readonly notebook: LiveNotebook;
    readonly stop: Stop<FirstMinutesStop>;
    readonly before: Before;
  };

  constructor(private readonly pipeline: Pipeline) {
    pipeline.published.listen((notebook) => this.notice(notebook));
  }

  /** Whether there is one for the active notebook. */
  get isThere(): boolean {
    const { active } = this.pipeline.notebooks;
    return active !== undefined && firstMinutes(active.plan).length > 0;
  }

  /** Begins the walk, or goes on where it was left. */
  start(): Promise<void> {
    return this.goTo(this.pipeline.store.get().leftWalkAt ?? 0);
  }

  /** @param index of the stop, from 0; behind the last one the walk ends */
  async goTo(index: number): Promise<void> {
    const { store, notebooks } = this.pipeline;
    const notebook = notebooks.active;
    const stops = notebook ? firstMinutes(notebook.plan) : [];
    const stop = stops.at(index);
    if (!notebook || !stop) return this.end(undefined);
    const before = beforeOf(notebook, stop);
    this.under = { notebook, stop, before };
    const { sheet, block, part } = stop.cells;
    const place = notebook.placeOf(sheet, block);
    store.set({
      walk: {
        ...{ stop: stop.name, index, count: stops.length },
        address: place ? toA1(partOf(place, part)) : '',
        sheet: notebook.plan.sheets[sheet].name,
        number: before.value === 2 ? 3 : 2,
        isColour: notebook.record.spec.network.input.channels > 1,
        ...{ hasTask: stop.task !== 'look', isDone: false },
      },
    });
    await this.select(notebook, stop);
  }

  /** It can be gone on with later. */
  leave(): void {
    this.end(this.pipeline.store.get().walk?.index);
  }

  private end(leftWalkAt: number | undefined): void {
    this.under = undefined;
    this.pipeline.store.set({ walk: undefined, leftWalkAt });
  }

  private async select({ record }: LiveNotebook, { cells: { sheet, block, part } }: Stop): Promise<void> {
    const { store } = this.pipeline;
    const id = record.place[sheet];
    try {
      const isThere =
        id !== undefined && (await inWorkbook((context) => showCells(context, id, [block], part)));
      if (!isThere) store.set({ notice: walkTexts.gone });
    } catch (error) {
      store.set({ notice: explain(error) });
    }
  }

  private notice(notebook: LiveNotebook): void {
    const { walk } = this.pipeline.store.get();
    if (!walk || !this.under) return;
    if (notebook !== this.under.notebook) return this.end(undefined);
    const { stop, before } = this.under;
    if (walk.isDone || !isDone(notebook, stop, before)) return;
    this.pipeline.store.set({ walk: { ...walk, isDone: true } });
  }
}

/** What was there when a stop was reached. */
interface Before {
  readonly step: number;
  readonly value: number | undefined;
}

function beforeOf(notebook: LiveNotebook, stop: Stop): Before {
  return { step: notebook.trainer.step, value: valueOf(notebook, stop) };
}

/** The number in the stop's cell, if it is one of a block of weights. */
function valueOf(
  { plan, trainer }: LiveNotebook,
  { cells: { block: name, part } }: Stop,
): number | undefined {
  const block = plan.layout.blocks.find((each) => each.name === name);
  if (!block || !part) return undefined;
  const { tensor, offset } = block.source;
  return trainer.network.parameters.get(tensor)?.[offset + part.row * block.rect.columns + part.column];
}

function isDone(notebook: LiveNotebook, stop: Stop, before: Before): boolean {
  const { task } = stop;
  if (task === 'look') return false;
  if (task === 'type') return valueOf(notebook, stop) !== before.value;
  return notebook.trainer.step >= before.step + task.steps;
}

function partOf(rect: Rect, part: Rect | undefined): Rect {
  return part ? { ...part, row: rect.row + part.row, column: rect.column + part.column } : rect;
}
