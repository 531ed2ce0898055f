import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

test('an added sheet has a tab and leaves the active sheet alone', async () => {
  const active = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.add('Second');
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load('name');
      await context.sync();
      return sheet.name;
    }),
  );
  expect(active).toBe('Sheet1');
  await excel.tab('Second').waitFor();
  await excel.type('A1', 'here', 'Second');
  expect(await excel.read('A1', 'Second')).toEqual([['here']]);
});

test('name, gridlines, tab colour and frozen panes read back as they were set', async () => {
  const read = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Before');
      await context.sync();
      sheet.name = 'Renamed';
      sheet.showGridlines = false;
      sheet.tabColor = '#FF0000';
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load('address');
      sheet.load('name,showGridlines,tabColor,visibility');
      await context.sync();
      const { name, showGridlines, tabColor, visibility } = sheet;
      return { name, showGridlines, tabColor, visibility, frozen: frozen.address };
    }),
  );
  expect(read).toEqual({
    name: 'Renamed',
    showGridlines: false,
    tabColor: '#FF0000',
    visibility: 'Visible',
    frozen: 'Renamed!A1:B3',
  });
  await excel.tab('Renamed').waitFor();
});

test('an address beyond the grid enlarges it', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.add('Large').getRange('ZZ1500').values = [[1]];
      await context.sync();
    }),
  );
  expect(await excel.read('ZZ1500', 'Large')).toEqual([[1]]);
  const used = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Large').getUsedRange(true);
      range.load('address');
      await context.sync();
      return range.address;
    }),
  );
  expect(used).toBe('Large!ZZ1500');
});

test('the last sheet cannot be deleted', async () => {
  const code = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items');
      await context.sync();
      for (const sheet of worksheets.items) sheet.delete();
      await context.sync();
      return 'deleted';
    }).catch((error: OfficeExtension.Error) => error.code),
  );
  expect(code).toBe('InvalidOperation');
});
