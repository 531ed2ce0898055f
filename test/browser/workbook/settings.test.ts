import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

test('a setting of the workbook is found again, a missing one is a null object', async () => {
  const read = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('generator', { seed: 42, state: [1, 2, 3] });
      await context.sync();
      const found = settings.getItemOrNullObject('generator');
      const missing = settings.getItemOrNullObject('nothing');
      found.load('value');
      missing.load('value');
      await context.sync();
      return { value: found.value, missing: missing.isNullObject };
    }),
  );
  expect(read).toEqual({ value: { seed: 42, state: [1, 2, 3] }, missing: true });
});

test('Office.context.document.settings are saved and read again', async () => {
  const value = await excel.pane.evaluate(async () => {
    const { settings } = Office.context.document;
    settings.set('theme', { dark: false });
    await new Promise((resolve) => settings.saveAsync(resolve));
    await new Promise((resolve) => settings.refreshAsync(resolve));
    return settings.get('theme');
  });
  expect(value).toEqual({ dark: false });
});

test('requirement sets are those that the library knows', async () => {
  const supported = await excel.pane.evaluate(() =>
    ['1.14', '1.15', '1.16'].map((version) =>
      Office.context.requirements.isSetSupported('ExcelApi', version),
    ),
  );
  expect(supported).toEqual([true, true, false]);
});
