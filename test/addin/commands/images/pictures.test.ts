/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { SHOW_IMAGES } from '../../../../src/addin/commands/images/imageCommands';
import { NEW_SEED } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../../support/sheet';
import { until } from '../../support/until';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  await sheet.session.perform(SHOW_IMAGES);
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();
const pixelsOf = async (row: number) =>
  (await sheet.read(`C${row}:AL${row}`, 'Tiny data'))[0].map((value) => value as number);

test('rows that are selected show their pictures', async () => {
  await sheet.select('B6:D7', 'Tiny data');
  await until(sheet, ({ gallery }) => gallery?.pictures.length === 2);
  expect([...state().gallery!.pictures[1].pixels]).toEqual(await pixelsOf(7));
});

test('after New seed, rows of the old images show none, and the message says why', async () => {
  await sheet.session.perform(NEW_SEED);
  await sheet.select('B8', 'Tiny data');
  await until(sheet, ({ notice }) => notice?.startsWith('These rows show other images') ?? false);
  expect(state().gallery).toBeUndefined();
});

test('drawn again, they show their own', async () => {
  await sheet.session.perform(SHOW_IMAGES);
  await sheet.select('B9', 'Tiny data');
  await until(sheet, ({ gallery }) => gallery?.pictures.length === 1);
  expect([...state().gallery!.pictures[0].pixels]).toEqual(await pixelsOf(9));
});
