import type { Edit } from '../../excel/read/watch';
import { Signal } from '../signal';

/**
 * What a person changed in the active notebook, in the order in which Excel reported it, until it is answered: by a command
 * of its own, or between two steps of a run.
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

  /** All of them; what comes from now on is answered next. */
  take(): Edit[] {
    const taken = this.edits;
    this.edits = [];
    return taken;
  }

  /** Forget what was changed on sheets that nobody looks at any more. */
  keepThoseOn(isKept: (worksheetId: string) => boolean): void {
    this.edits = this.edits.filter(({ worksheetId }) => isKept(worksheetId));
  }
}
