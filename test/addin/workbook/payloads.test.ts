/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import fc from 'fast-check';
import { STARTERS } from '../../../src/notebook/presets';
import { isLong, runs } from '../../support/runs';
import { anyLargeNotebook, expectToFit, wideConvnet } from '../support/largeNotebooks';
import { largest, payloadsOf } from '../support/payloads';
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

// Each is drawn by other tests, too, in a workbook that refuses what is too large.
test.each(isLong ? STARTERS : STARTERS.slice(0, 1))(
  '$name is drawn, takes a step and is opened again',
  async ({ spec }) => {
    await expectToFit(sheet, spec);
  },
);

test('on the web requests and answers are smaller still', async () => {
  const { context } = Office;
  const { platform } = context;
  Object.defineProperty(context, 'platform', { value: Office.PlatformType.OfficeOnline, configurable: true });
  const { request, response } = largest(await payloadsOf(() => expectToFit(sheet, wideConvnet(24))));
  Object.defineProperty(context, 'platform', { value: platform, configurable: true });
  expect(request).toBeLessThan(2_600_000);
  expect(response).toBeLessThan(2_600_000);
});

test('so is any other network that is not too large', async () => {
  await fc.assert(
    fc.asyncProperty(anyLargeNotebook(isLong ? 70 : 8), async (spec) => {
      await expectToFit(sheet, spec);
      await sheet.clear();
    }),
    { numRuns: runs(1, 20), endOnFailure: true },
  );
});
