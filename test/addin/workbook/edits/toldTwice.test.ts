/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { setTo } from '../../../../src/addin/commands/train';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { between, isEvent } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

/** An event message with only those of its entries that are about a cell; undefined without any. */
function about(cell: string, text: string): string | undefined {
  if (!isEvent(text)) return undefined;
  const told = JSON.parse(text) as { message: { entries: { message: string }[] } };
  const entries = told.message.entries.filter(({ message }) => message.includes(`"address":"${cell}"`));
  return entries.length ? JSON.stringify({ ...told, message: { ...told.message, entries } }) : undefined;
}

// Where Excel tells of a write once more than it was awaited, that is no news: the image is not shown anew.
test('a pixel that is typed stays where Excel tells once more that the number of the image was written', async () => {
  let written: string | undefined;
  let repeated = 0;
  const restore = between((bridge) => ({
    sendMessageToHost: (text) => bridge.sendMessageToHost(text),
    onMessageFromHost: (text) => {
      written ??= about('AN8', text);
      if (about('F7', text) && written) {
        repeated++;
        bridge.onMessageFromHost(written);
      }
      bridge.onMessageFromHost(text);
    },
  }));
  await sheet.session.perform(setTo('image', 2));
  // Now its number is written by itself.
  await sheet.session.perform(setTo('image', 2));
  await sheet.type('F7', 3, 'Tiny');
  restore();
  expect(repeated).toBe(1);
  expect(await sheet.read('F7', 'Tiny')).toEqual([[3]]);
  expect(sheet.session.store.get()).toMatchObject({ errors: [], notice: undefined });
});
