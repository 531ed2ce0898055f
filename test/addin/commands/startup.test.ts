/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { setStartup } from '../../../src/addin/commands/startup';
import { Session } from '../../../src/addin/session';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../support/sheet';

// A file that starts an add-in shows an error to whoever lacks it, so a person has to ask for that.
let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const ofTheFile = () => Office.addin.getStartupBehavior();

test('a new notebook does not have its workbook start the add-in', async () => {
  expect(await ofTheFile()).toBe('None');
  expect(sheet.session.store.get().startsWithWorkbook).toBe(false);
});

test('a person may turn it on, and off again; the file remembers it', async () => {
  await sheet.session.perform(setStartup(true));
  expect(await ofTheFile()).toBe('Load');
  expect(sheet.session.store.get().startsWithWorkbook).toBe(true);

  const reopened = new Session();
  await reopened.open();
  expect(reopened.store.get().startsWithWorkbook).toBe(true);

  await sheet.session.perform(setStartup(false));
  expect(await ofTheFile()).toBe('None');
  expect(sheet.session.store.get().startsWithWorkbook).toBe(false);
});
