import type { Edit } from '../../../excel/read/watch';
import { Signal } from '../../signal';

/**
 * The user's edits of the active notebook, in the order in which Excel reported them, until they are handled:
 * by a command of their own, or between two steps of a run.
 */
export class EditInbox {
  readonly arrived = new Signal();
  private edits: Edit[] = [];

  get isEmpty(): boolean {
    return this.edits.length === 0;
  }

  put(edit: Edit): void {
    this.edits.push(edit);
    this.arrived.send();
  }

  /** Those that wait to be handled. */
  get waiting(): readonly Edit[] {
    return this.edits;
  }

  /** Removes and returns all of them. */
  take(): Edit[] {
    const taken = this.edits;
    this.edits = [];
    return taken;
  }

  /** Drops edits of sheets that no longer matter. */
  keepThoseOn(isKept: (worksheetId: string) => boolean): void {
    this.edits = this.edits.filter(({ worksheetId }) => isKept(worksheetId));
  }
}
