import { quiet } from '../support/bridge';
import type { Sheet } from '../support/sheet';

/** Resolves when all of it is done, and all that follows from it. */
export async function settle(sheet: Sheet, doing: readonly Promise<unknown>[]): Promise<void> {
  await Promise.all(doing);
  await sheet.session.idle(quiet);
}
