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

test('settings that are added, changed and deleted are told of', async () => {
  const heard = new Heard();
  await Excel.run(async (context) => {
    context.workbook.settings.onSettingsChanged.add(async ({ settings }) => {
      const review = settings.getItemOrNullObject('review').load('value');
      await settings.context.sync();
      heard.add(review.isNullObject ? 'gone' : String(review.value));
    });
    await context.sync();
  });
  const after = async (change: (settings: Excel.SettingCollection) => void, line: string) => {
    await Excel.run(async (context) => {
      change(context.workbook.settings);
      await context.sync();
    });
    await heard.all(line);
  };
  await after((settings) => settings.add('review', 'first'), 'first');
  await after((settings) => (settings.getItem('review').value = 'second'), 'second');
  await after((settings) => settings.getItem('review').delete(), 'gone');
});

test('to hear of the workbook being activated is refused: the event would never come', async () => {
  await expect(
    Excel.run(async (context) => {
      context.workbook.onActivated.add(() => Promise.resolve());
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'ApiNotFound' });
});
