/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// https://learn.microsoft.com/javascript/api/excel/excel.settingcollection
import { Heard } from '../../support/heard';
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

// OfficeDev/office-js-snippets, samples/excel/30-events/events-workbook-and-worksheet-collection.yaml
test('of settings the event tells that are saved with the document, of the others it does not', async () => {
  const heard = new Heard();
  await Excel.run(async (context) => {
    context.workbook.settings.onSettingsChanged.add(async ({ settings }) => {
      const review = settings.getItem('review').load('value');
      await settings.context.sync();
      heard.add(String(review.value));
    });
    context.workbook.settings.add('review', 'first');
    await context.sync();
    context.workbook.settings.getItem('review').value = 'second';
    await context.sync();
  });
  Office.context.document.settings.set('review', 'third');
  await new Promise<void>((resolve) => Office.context.document.settings.saveAsync(() => resolve()));
  await heard.all('third');
  expect(heard.lines).toEqual(['third']);
});

test('to hear of the workbook being activated is refused: the event would never come', async () => {
  await expect(
    Excel.run(async (context) => {
      context.workbook.onActivated.add(() => Promise.resolve());
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'ApiNotFound' });
});
