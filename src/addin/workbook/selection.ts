import type { Selected } from '../../excel/read/activeCell';
import { Signal } from '../signal';

/** The user's selection on every sheet; features listen to it, or ask for it. */
export class Selection {
  /** The user selected cells. */
  readonly changed = new Signal<[Selected]>();
  /** Addresses by worksheet id; the sheet selected last is at the end. */
  private readonly addresses = new Map<string, string>();

  /** Call when the user selected cells. */
  select(selected: Selected): void {
    this.note(selected);
    this.changed.send(selected);
  }

  /** Records a selection found by asking, without a selection event. */
  note({ sheet, address }: Selected): void {
    this.addresses.delete(sheet);
    this.addresses.set(sheet, address);
  }

  /** The latest selection; undefined before the first. */
  get current(): Selected | undefined {
    return this.latest(() => true);
  }

  /** The latest selection on one of these sheets. */
  latest(isMeant: (sheet: string) => boolean): Selected | undefined {
    const last = [...this.addresses].findLast(([sheet]) => isMeant(sheet));
    return last && { sheet: last[0], address: last[1] };
  }
}
