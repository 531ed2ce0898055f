import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const heard: string[] = [];
      Object.assign(window, { heard });
      sheet.onChanged.add(async ({ address }) => void heard.push(address));
      const list = sheet.getRange('B2').dataValidation;
      list.rule = { list: { inCellDropDown: true, source: 'relu,linear,tanh' } };
      list.errorAlert = { title: 'Activation', message: 'One of the list.', showAlert: true, style: 'Stop' };
      const size = sheet.getRange('B3').dataValidation;
      size.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      const rate = sheet.getRange('B4').dataValidation;
      rate.rule = { decimal: { formula1: 0, operator: 'GreaterThan' } };
      rate.errorAlert = { title: 'Rate', message: 'Above 0.', showAlert: true, style: 'Warning' };
      sheet.getRange('B2:B4').values = [['relu'], [3], [0.1]];
      await context.sync();
    }),
  );
});
afterAll(() => excel.close());

const alert = () => excel.page.getByRole('alertdialog');
const heard = () => excel.pane.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

test('what is not on the list is refused with title and message; the cell and the add-in see nothing of it', async () => {
  await excel.settled();
  await heard();
  await excel.type('B2', 'softmax');
  await alert().waitFor();
  expect(await alert().textContent()).toBe('ActivationOne of the list.OK');
  await alert().getByRole('button', { name: 'OK' }).click();
  expect(await alert().count()).toBe(0);
  expect(await excel.read('B2')).toEqual([['relu']]);
  expect(await heard()).toEqual([]);
  await excel.type('B2', 'linear');
  expect(await alert().count()).toBe(0);
  expect(await excel.read('B2')).toEqual([['linear']]);
  expect(await heard()).toEqual(['B2']);
});

test('a number out of bounds is refused, a warning lets pass', async () => {
  await excel.type('B3', 12);
  await alert().getByRole('button', { name: 'OK' }).click();
  await excel.type('B3', 4);
  await excel.type('B4', -1);
  expect(await alert().count()).toBe(0);
  expect(await excel.read('B3:B4')).toEqual([[4], [-1]]);
});

test('the arrow in the cell opens the list', async () => {
  await excel.goTo('B2');
  const top = (await excel.page.locator('#grid').boundingBox())!.y;
  // The arrow stands at the right edge of column B, in the second row below formula bar and column header.
  await excel.page.mouse.click(46 + 2 * 64 - 8, top + 48 + 20 + 10);
  await excel.page.getByText('tanh', { exact: true }).click();
  await excel.settled();
  expect(await excel.read('B2')).toEqual([['tanh']]);
  expect(await heard()).toContain('B2');
});

test('rules and colours move when a row is inserted right above them', async () => {
  const read = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Moved');
      const size = sheet.getRange('B3').dataValidation;
      size.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      const format = sheet.getRange('B3:B4').conditionalFormats.add('ColorScale');
      format.colorScale.criteria = {
        minimum: { type: 'LowestValue', color: '#FFFFFF' },
        maximum: { type: 'HighestValue', color: '#FF0000' },
      } as Excel.ConditionalColorScaleCriteria;
      await context.sync();
      sheet.getRange('3:3').insert('Down');
      const free = sheet.getRange('B3').dataValidation.load('type');
      const moved = sheet.getRange('B4').dataValidation.load('type');
      const colours = sheet.getRange('B4:B5').conditionalFormats.getItemAt(0).getRange().load('address');
      await context.sync();
      return [free.type, moved.type, colours.address] as string[];
    }),
  );
  expect(read).toEqual(['None', 'WholeNumber', 'Moved!B4:B5']);
});

test('a rule that is deleted lets everything pass', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('B2').dataValidation.clear();
      await context.sync();
    }),
  );
  await excel.type('B2', 'softmax');
  expect(await excel.read('B2')).toEqual([['softmax']]);
  expect(excel.errors).toEqual([]);
});
