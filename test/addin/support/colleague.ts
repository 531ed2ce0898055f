import { Session } from '../../../src/addin/session';
import type { Command } from '../../../src/addin/workbook/pipeline';
import type { Coauthor } from '../../workbook/support/coauthor';
import { quiet } from './bridge';
import type { Sheet } from './sheet';

/** A second person with the add-in at the same workbook: another Excel, another office.js, another session. */
export interface Colleague {
  readonly session: Session;
  readonly coauthor: Coauthor;
  perform(command: Command): Promise<void>;
  /** Does what a person does, through the sheet, in this person's Excel. */
  byHand(act: () => Promise<void>): Promise<void>;
  /** How many requests of this person's add-in wrote into cells while something was done, and what followed. */
  writing(act: () => Promise<unknown>): Promise<number>;
  leave(): void;
}

export async function openColleague(sheet: Sheet): Promise<Colleague> {
  const { clients } = sheet.excel.book.grid;
  const coauthor = await sheet.excel.join();
  const session = coauthor.within(() => new Session());
  await coauthor.within(() => session.open());
  const colleague: Colleague = {
    session,
    coauthor,
    perform: async (command) => {
      await coauthor.within(() => session.perform(command));
      await settled(sheet, colleague);
    },
    byHand: async (act) => {
      clients.ofPerson = coauthor.client;
      await act();
      clients.ofPerson = 0;
      await settled(sheet, colleague);
    },
    writing: async (act) => {
      const before = coauthor.writes();
      await act();
      await settled(sheet, colleague);
      return coauthor.writes() - before;
    },
    leave: () => coauthor.leave(),
  };
  return colleague;
}

/** Resolves when neither of the two has anything left to do. */
export async function settled(sheet: Sheet, { session, coauthor }: Colleague): Promise<void> {
  let before: number;
  do {
    before = coauthor.batches();
    await sheet.session.idle(quiet);
    await session.idle(() => coauthor.idle());
    await quiet();
  } while (coauthor.batches() !== before);
}
