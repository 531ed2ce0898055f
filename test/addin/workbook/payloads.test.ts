/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { expectToFit, wideConvnet } from '../support/largeNotebooks';
import { openNotebook, type Sheet } from '../support/sheet';

// Excel on the web takes and gives no more than 5 MB at a time.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

test('a small convnet with 32 filters is drawn, takes a step and is opened again', async () => {
  await expectToFit(sheet, wideConvnet(32));
});
