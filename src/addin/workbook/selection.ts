import type { Selected } from '../../excel/read/activeCell';
import { Signal } from '../signal';

/** What a person has selected, on every sheet; features listen to it, or ask when they need it. */
export class Selection {
  /** A person selected cells. */
  readonly changed = new Signal<[Selected]>();
  /** Addresses by worksheet; the sheet of the latest selection stands last. */
  private readonly addresses = new Map<string, string>();

  /** A person selected cells. */
  select(selected: Selected): void {
    this.note(selected);
    this.changed.send(selected);
  }

  /** It was found out what is selected, without anybody having selected it just now. */
  note({ sheet, address }: Selected): void {
    this.addresses.delete(sheet);
    this.addresses.set(sheet, address);
  }

  /** What was selected last; undefined before anything was. */
  get current(): Selected | undefined {
    return this.latest(() => true);
  }

  /** What was selected last on one of these sheets. */
  latest(isMeant: (sheet: string) => boolean): Selected | undefined {
    const last = [...this.addresses].findLast(([sheet]) => isMeant(sheet));
    return last && { sheet: last[0], address: last[1] };
  }
}
