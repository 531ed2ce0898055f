import type { ComputedCells, ModelReading } from '../../../excel/sheets/model/modelSheet';

/** So many contents of the computed cells are known again: Excel can undo 100 steps. */
const MOST = 200;

/**
 * What the computed cells of a model table held, to know when undo or redo has brought it back: what is written then would
 * end that.
 */
export class UndoneCounts {
  /** As texts, the latest last. */
  private readonly written = new Set<string>();
  private typed?: string;

  /**
   * Is anything to be written?
   * @param wanted what the computed cells should hold
   */
  isDue({ fields, rows, computed }: ModelReading, wanted: ComputedCells): boolean {
    const typed = JSON.stringify([fields, rows]);
    const wasTyped = typed !== this.typed;
    this.typed = typed;
    const now = JSON.stringify(computed);
    const target = JSON.stringify(wanted);
    const wasUndone = !wasTyped && this.written.has(now);
    // What a person typed over them is not known again.
    this.keep(target);
    return now !== target && !wasUndone;
  }

  private keep(contents: string): void {
    this.written.delete(contents);
    this.written.add(contents);
    if (this.written.size > MOST) this.written.delete(this.written.values().next().value!);
  }
}
