/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { webcrypto } from 'node:crypto';
import { CompressionStream, DecompressionStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP } from '../../../../src/addin/commands/train';
import { Session } from '../../../../src/addin/session';
import { packSet } from '../../../../src/data/packedSet';
import type { ImageSet } from '../../../../src/data/imageSet';
import { setId } from '../../../../src/data/store';
import { forgetImages, keepImages, keptImages } from '../../../../src/excel/notebook/keptImages';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { between } from '../../support/bridge';
import { openNotebook, type Sheet } from '../../support/sheet';

// A workbook that holds its images is opened where nobody imported them: here, where no browser keeps anything.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
Object.assign(globalThis, { CompressionStream, DecompressionStream, TextDecoder, TextEncoder, Uint8Array });

const count = 30;
const set: ImageSet = {
  name: 'mine',
  ...{ channels: 1, height: 6, width: 6, count, pixelScale: 255, multiLabel: false },
  pixels: Uint8Array.from({ length: count * 36 }, (_, index) => (index * 97) % 256),
  labels: Uint8Array.from({ length: count }, (_, index) => index % 3),
  classes: TINY.classes,
};

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

const reopened = async () => {
  const session = new Session();
  await session.open();
  return session;
};

test('the notebook trains at once, and without what the workbook holds it says what is missing', async () => {
  const id = await setId(set);
  const data = { set: id, name: 'mine', inWorkbook: true };
  await keepImages(id, await packSet(set));
  await sheet.session.perform(newNotebook({ ...TINY, title: 'Mine', data }));

  const elsewhere = await reopened();
  expect(elsewhere.store.get().notebook!.images).toEqual({
    name: 'mine',
    count,
    isMissing: false,
    inWorkbook: true,
  });
  await elsewhere.perform(STEP);
  expect(elsewhere.store.get()).toMatchObject({ errors: [], notebook: { step: 1 } });

  await forgetImages(id);
  const without = await reopened();
  await without.perform(STEP);
  expect(without.store.get().errors.join()).toContain('"mine" are not in this browser or at this address');
});

test('a text is kept in pieces, each far below the limit of a request, and comes back whole or not at all', async () => {
  const text = Array.from({ length: 1_300_000 }, (_, index) => 'ABCDEFGH+/'[(index * 7) % 10]).join('');
  let longest = 0;
  const restore = between(({ sendMessageToHost, onMessageFromHost }) => ({
    sendMessageToHost: (message) => {
      longest = Math.max(longest, message.length);
      sendMessageToHost(message);
    },
    onMessageFromHost: (message) => {
      longest = Math.max(longest, message.length);
      onMessageFromHost(message);
    },
  }));
  try {
    await keepImages('long', 'what was there before');
    await keepImages('long', text);
    expect(await keptImages('long')).toBe(text);
  } finally {
    restore();
  }
  expect(longest).toBeLessThan(1_000_000);
  await Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace('urn:cellvolution:images:long');
    parts.load('items/id');
    await context.sync();
    expect(parts.items.length).toBe(3);
    parts.items[1].delete();
    await context.sync();
  });
  expect(await keptImages('long')).toBeUndefined();
  expect(await keptImages('nothing')).toBeUndefined();
});
