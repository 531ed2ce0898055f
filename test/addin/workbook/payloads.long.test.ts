/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import fc from 'fast-check';
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { STARTERS } from '../../../src/notebook/presets';
import { anyLargeNotebook, expectToFit, wideConvnet } from '../support/largeNotebooks';
import { largest, payloadsOf } from '../support/payloads';
import { suspensions } from '../support/requests';
import { openNotebook, type Sheet } from '../support/sheet';

// Excel on the web takes and gives no more than 5 MB at a time.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterEach(() => sheet.clear());
afterAll(() => sheet.close());

test('a small convnet with 32 filters is drawn, takes a step and is opened again', async () => {
  await expectToFit(sheet, wideConvnet(32));
});

test('a notebook of several requests is drawn with one suspension of the screen, in the first of them', async () => {
  const counts = await suspensions(() => sheet.session.perform(newNotebook(wideConvnet(32))));
  expect(counts.reduce((all, count) => all + count, 0)).toBe(1);
  expect(counts.length - counts.indexOf(1)).toBeGreaterThan(3);
});

test.each(STARTERS)('$name is drawn, takes a step and is opened again', async ({ spec }) => {
  await expectToFit(sheet, spec);
});

test('so is any other network that is not too large', async () => {
  await fc.assert(
    fc.asyncProperty(anyLargeNotebook(70), async (spec) => {
      await expectToFit(sheet, spec);
      await sheet.clear();
    }),
    { numRuns: Number(process.env.RUNS ?? 2), endOnFailure: true },
  );
});

test('on the web requests and answers are smaller still', async () => {
  // This client is taken for the one on the web.
  const here = Office.context.platform as Office.PlatformType.OfficeOnline;
  const web = jest.replaceProperty(Office.PlatformType, 'OfficeOnline', here);
  const { request, response } = largest(await payloadsOf(() => expectToFit(sheet, wideConvnet(24))));
  web.restore();
  expect(request).toBeLessThan(2_600_000);
  expect(response).toBeLessThan(2_600_000);
});
