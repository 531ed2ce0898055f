import fc from 'fast-check';
import { NEXT_IMAGE } from '../../../src/addin/commands/train';
import { settle } from './settle';
import type { Sheet } from '../support/sheet';

/** Something that a person does, without waiting for what came before. */
export interface Deed {
  readonly name: string;
  /** Resolves when it is done, even if it was refused. */
  readonly act: (sheet: Sheet) => Promise<unknown>;
}

/** How long the person then waits: not at all, for some turns of the event loop, or until all is done. */
type Pause = number | 'done';

export interface Timed {
  readonly deed: Deed;
  readonly pause: Pause;
}

const pause = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Pause>(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) as fc.Arbitrary<Pause> },
  { weight: 2, arbitrary: fc.constant<Pause>('done') },
);

/** Orders of deeds, hurried or patient. A counterexample is printed by the names of its deeds. */
export function orders(deeds: readonly Deed[], most: number): fc.Arbitrary<Timed[]> {
  const timed = fc.record({ deed: fc.constantFrom(...deeds), pause });
  return fc.array(timed, { minLength: 1, maxLength: most }).map((order) =>
    Object.assign(order, {
      [fc.toStringMethod]: () => order.map(({ deed, pause: wait }) => `${deed.name} (${wait})`).join(', '),
    }),
  );
}

/** Does one after the other as fast as the pauses allow. Resolves when all that follows from them is done, too. */
export async function play(sheet: Sheet, order: readonly Timed[]): Promise<void> {
  const doing: Promise<unknown>[] = [];
  for (const { deed, pause: wait } of order) {
    doing.push(deed.act(sheet));
    if (wait === 'done') await settle(sheet, doing);
    else for (let turn = 0; turn < wait; turn++) await new Promise((resolve) => setTimeout(resolve));
  }
  await settle(sheet, doing);
}

/**
 * What stands last in each cell that was typed into.
 * @param passing cells that hold what was typed until the next image comes
 */
export function lastTyped(order: readonly Timed[], passing: readonly string[] = []): Map<string, number> {
  const last = new Map<string, number>();
  for (const { deed } of order) {
    if (deed.name === NEXT_IMAGE.name) for (const address of passing) last.delete(address);
    const [address, value] = deed.name.split(' := ');
    if (value !== undefined) last.set(address, Number(value));
  }
  return last;
}
