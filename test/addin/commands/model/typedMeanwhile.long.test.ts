/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { quiet } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';
import { SlowRoad } from '../../support/slowRoad';

const MODEL = 'Tiny model';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(sheet.session.models.show);
});
afterAll(() => sheet.close());

/**
 * Builds, and types when so much has arrived of what passes between add-in and workbook.
 * @param before typed while nothing has arrived yet, into the same cell
 * @returns whether all had
 */
async function typeAfter(arrivals: number, value: number, before?: number): Promise<boolean> {
  const road = new SlowRoad();
  let isBuilt = false;
  const built = sheet.session.perform(sheet.session.models.build).then(() => (isBuilt = true));
  const first = before === undefined ? undefined : sheet.type('H5', before, 'Tiny');
  await Promise.race([built, road.arrivals(arrivals)]);
  const typed = sheet.type('H5', value, 'Tiny');
  await road.open();
  const wasBuilt = isBuilt;
  await Promise.all([built, first, typed]);
  await sheet.session.idle(quiet);
  road.close();
  return wasBuilt;
}

// By the time that has passed, in numbers that are typed: at first, if anything, and at last.
test.each<[string, (time: number) => [number | undefined, number]]>([
  ['once', (time) => [undefined, time + 1]],
  ['twice', (time) => [-time - 1, time + 1]],
  ['and typed back', (time) => [time + 10, 5]],
])('what is typed %s while a network is built stays, at whatever moment it is typed', async (_, numbers) => {
  let isLast = false;
  let arrivals = 0;
  for (; !isLast; arrivals++) {
    await sheet.type('H11', arrivals % 2 ? 'tanh' : 'ReLU', MODEL);
    await sheet.activate('Tiny');
    const [first, last] = numbers(arrivals);
    isLast = await typeAfter(arrivals, last, first);
    const [[there]] = await sheet.read('H5', 'Tiny');
    expect([arrivals, sheet.session.store.get().errors, there]).toEqual([arrivals, [], last]);
  }
  expect(arrivals).toBeGreaterThan(20);
});
