import { TINY } from '../../../src/notebook/presets/smallStarters';
import type { Behaviour } from '../../../src/workbook/behaviour/behaviour';
import { SWITCHES } from '../../../src/workbook/behaviour/switches';
import { quiet } from './bridge';
import { type Chapter, tellAll } from './mainOperations';
import { openNotebook } from './sheet';

/** Every reading of every switch but those of the strict profile: each is a change of that. */
export const OTHER_READINGS: readonly (readonly [string, Partial<Behaviour>])[] = Object.entries(
  SWITCHES,
).flatMap(([name, { readings }]) =>
  readings.slice(1).map((reading) => [`${name}:${reading}`, { [name]: reading }] as const),
);

/** The cells after each of these chapters, in an Excel that is strict but for some changes. */
export async function storyIn(
  changes: Partial<Behaviour>,
  chapters: readonly Chapter[],
): Promise<Record<string, unknown>> {
  const sheet = await openNotebook(TINY, changes);
  try {
    expect(sheet.session.store.get().errors).toEqual([]);
    return await tellAll(sheet, chapters);
  } finally {
    // The next Excel starts in the same window.
    await sheet.session.idle(quiet);
    sheet.close();
  }
}
