/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { openLesson4, type Sheet } from '../support/sheet';

// In Excel an add-in's writing can be undone, too: after an edit the first Ctrl+Z takes back the maps, the second the
// edit. Here only what is told of it is played by hand, for a single map; test/addin/undo presses Ctrl+Z.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openLesson4();
});
afterAll(() => sheet.close());

const MAP = 'AH3:BG28';

test('what Ctrl+Z takes back of our writing is left alone, so that Ctrl+Z can go on', async () => {
  await sheet.type('AE12', 1);
  const before = await sheet.read(MAP);
  await sheet.type('AE12', 2);
  const after = await sheet.read(MAP);
  expect(after).not.toEqual(before);

  await sheet.paste(MAP, before);
  expect(await sheet.read(MAP)).toEqual(before);
  expect(sheet.session.store.get().notice).toContain('Press Ctrl+Z again');

  await sheet.type('AE12', 1);
  expect(await sheet.read(MAP)).toEqual(before);
  await sheet.type('AE12', 2);
  expect(await sheet.read(MAP)).toEqual(after);
});

test('anything else typed over a map is put back', async () => {
  const map = await sheet.read(MAP);
  await sheet.type('AK8', 3.25);
  expect(await sheet.read(MAP)).toEqual(map);
  expect(sheet.session.store.get().notice).toContain('was put back');
});
