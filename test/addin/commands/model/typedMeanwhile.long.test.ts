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

/** Builds, and types when so much has arrived of what passes between add-in and workbook. @returns whether all had */
async function typeAfter(arrivals: number, value: number): Promise<boolean> {
  const road = new SlowRoad();
  let isBuilt = false;
  const built = sheet.session.perform(sheet.session.models.build).then(() => (isBuilt = true));
  await Promise.race([built, road.arrivals(arrivals)]);
  const typed = sheet.type('H5', value, 'Tiny');
  await road.open();
  const wasBuilt = isBuilt;
  await Promise.all([built, typed]);
  await sheet.session.idle(quiet);
  road.close();
  return wasBuilt;
}

test('what is typed while a network is built stays, at whatever moment it is typed', async () => {
  let isLast = false;
  let arrivals = 0;
  for (; !isLast; arrivals++) {
    await sheet.type('H11', arrivals % 2 ? 'tanh' : 'ReLU', MODEL);
    await sheet.activate('Tiny');
    isLast = await typeAfter(arrivals, arrivals + 1);
    const [[there]] = await sheet.read('H5', 'Tiny');
    expect([arrivals, sheet.session.store.get().errors, there]).toEqual([arrivals, [], arrivals + 1]);
  }
  expect(arrivals).toBeGreaterThan(20);
});
