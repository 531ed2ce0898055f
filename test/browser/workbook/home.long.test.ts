// The tab Home: each of its buttons does what its label says, read back as Excel tells it to an add-in.
import { withClipboard } from '../clipboard';
import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
  await tab('Home').click();
});
afterAll(() => excel.close());
beforeEach(async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange().clear();
      await context.sync();
    }),
  );
});

const tab = (name: string) => excel.page.getByRole('tab', { name, exact: true });

async function press(label: string): Promise<void> {
  await excel.ribbonButton(label).click();
  await excel.settled();
}

async function choose(menu: string, item: string): Promise<void> {
  await excel.ribbonButton(menu).click();
  await excel.menu(menu).getByRole('menuitem', { name: item, exact: true }).click();
  await excel.settled();
}

const write = (address: string, values: (string | number | boolean)[][]) =>
  excel.pane.evaluate(
    ([wanted, written]) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(wanted).values = written;
        await context.sync();
      }),
    [address, values] as const,
  );

/** How a cell looks: fill, font colour, bold, number format, text. */
const look = (address: string) =>
  excel.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(wanted);
        range.load('text,numberFormat,format/fill/color,format/font/color,format/font/bold');
        await context.sync();
        const { fill, font } = range.format;
        const [[text], [format]] = [range.text[0], range.numberFormat[0]] as string[][];
        return { fill: fill.color, color: font.color, bold: font.bold, format, text };
      }),
    address,
  );

test('the tab of the manifest is in front at first, and arrows go from tab to tab', async () => {
  await excel.open();
  const front = () =>
    excel.page
      .locator('#ribbon')
      .getByRole('tab', { selected: true })
      .evaluate((tab) => tab.textContent);
  expect(await front()).toBe('Cellvolution');
  await tab('Cellvolution').focus();
  await excel.page.keyboard.press('ArrowLeft');
  expect(await front()).toBe('Home');
  expect(await excel.ribbonButton('Bold').isVisible()).toBe(true);
  expect(await excel.ribbonButton('Show pane').isVisible()).toBe(false);
  await excel.page.keyboard.press('End');
  expect(await front()).toBe('Cellvolution');
  await tab('Home').click();
});

test('every control has a label and a tip', async () => {
  const controls = excel.page
    .getByRole('tabpanel', { name: 'Home' })
    .locator('button:visible, input:visible');
  expect(await controls.count()).toBeGreaterThan(15);
  for (const control of await controls.all()) {
    expect(await control.getAttribute('aria-label')).toMatch(/\w/);
    expect(await control.getAttribute('title')).toMatch(/\w/);
  }
});

test('bold, fill and font colour, and the key of the grid goes on to work', async () => {
  await excel.type('B2', 'text');
  await excel.goTo('B2');
  await press('Bold');
  expect(await excel.ribbonButton('Bold').getAttribute('aria-pressed')).toBe('true');
  await choose('Fill colour', 'Yellow');
  await choose('Font colour', 'Blue');
  expect(await look('B2')).toMatchObject({ bold: true, fill: '#FFFF00', color: '#0070C0' });
  await press('Bold');
  await choose('Fill colour', 'No fill');
  await choose('Font colour', 'Automatic');
  expect(await look('B2')).toMatchObject({ bold: false, fill: '#FFFFFF', color: '#000000' });
  await excel.undo();
  expect(await look('B2')).toMatchObject({ color: '#0070C0' });
  expect(await excel.ribbonButton('Bold').getAttribute('aria-pressed')).toBe('false');
});

test('number formats and decimals', async () => {
  await excel.type('B2', 1234.5);
  await excel.goTo('B2');
  for (const [name, text] of [
    ['Number', '1234.50'],
    ['Thousands', '1,234.50'],
    ['Percentage', '123450.00%'],
    ['Scientific', '1.23E+03'],
    ['Fraction', '1234 1/2'],
    ['Short date', '5/18/1903'],
    ['General', '1234.5'],
  ]) {
    await choose('Number format', name);
    expect([name, (await look('B2')).text]).toEqual([name, text]);
  }
  await press('More decimals');
  expect((await look('B2')).text).toBe('1234.50');
  await press('Fewer decimals');
  await press('Fewer decimals');
  expect((await look('B2')).text).toBe('1235');
});

test('undo and redo, also of what is being typed', async () => {
  await excel.type('B2', 1);
  await excel.type('B2', 2);
  await press('Undo');
  expect(await excel.read('B2')).toEqual([[1]]);
  await press('Redo');
  expect(await excel.read('B2')).toEqual([[2]]);
  await excel.goTo('B2');
  await excel.page.keyboard.type('3');
  await press('Bold');
  expect(await excel.read('B2')).toEqual([[3]]);
  await press('Undo');
  await press('Undo');
  expect(await excel.read('B2')).toEqual([[2]]);
});

test('cut, copy and paste', async () => {
  await excel.type('B2', 7);
  await withClipboard(async () => {
    await excel.goTo('B2');
    await press('Copy');
    await excel.goTo('C3');
    await press('Paste');
  });
  expect(await excel.read('B2:C3')).toEqual([
    [7, ''],
    ['', 7],
  ]);
  await withClipboard(async () => {
    await excel.goTo('B2');
    await press('Cut');
    await excel.goTo('D2');
    await press('Paste');
  });
  expect(await excel.read('B2:D2')).toEqual([['', '', 7]]);
});

test('rows and columns are inserted before what is selected, and deleted', async () => {
  await write('B2:C3', [
    [1, 2],
    [3, 4],
  ]);
  await excel.goTo('B2:C3');
  await press('Insert rows');
  expect(await excel.read('B2:C5')).toEqual([
    ['', ''],
    ['', ''],
    [1, 2],
    [3, 4],
  ]);
  await excel.goTo('B2:C3');
  await press('Delete rows');
  await excel.goTo('B1');
  await press('Insert columns');
  expect(await excel.read('B2:D2')).toEqual([['', 1, 2]]);
  await excel.goTo('B1');
  await press('Delete columns');
  expect(await excel.read('B2:C3')).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('rows are sorted by the column of the active cell, below a header', async () => {
  await write('B2:C6', [
    ['name', 'size'],
    ['b', 10],
    ['A', 2],
    ['c', 'text'],
    ['d', ''],
  ]);
  await excel.goTo('C4');
  await press('Sort descending');
  expect(await excel.read('B2:C6')).toEqual([
    ['c', 'text'],
    ['name', 'size'],
    ['b', 10],
    ['A', 2],
    ['d', ''],
  ]);
  await press('Undo');
  await write('C5', [[5]]);
  await excel.goTo('C4');
  await press('Sort ascending');
  expect(await excel.read('B2:C6')).toEqual([
    ['name', 'size'],
    ['A', 2],
    ['c', 5],
    ['b', 10],
    ['d', ''],
  ]);
  await write('C5', [['=1+1']]);
  await press('Sort ascending');
  const alert = excel.page.getByRole('alertdialog', { name: 'Sort ascending' });
  expect(await alert.textContent()).toContain('Cells with formulas cannot be sorted here');
  await alert.getByRole('button').click();
});

test('find goes to the next cell with a text, round about, and says when there is none', async () => {
  await write('B2:B5', [['one'], ['two'], ['ONE more'], ['=10+11']]);
  await excel.goTo('A1');
  await excel.page.keyboard.press('Control+F');
  const field = excel.page.getByRole('searchbox', { name: 'Find' });
  await field.fill('one');
  for (const address of ['B2', 'B4', 'B2']) {
    await field.press('Enter');
    await excel.until(`${address} is found`, async () => (await excel.selected()) === address);
  }
  await field.fill('10+');
  await press('Find next');
  expect(await excel.selected()).toBe('B5');
  await field.fill('nowhere');
  await press('Find next');
  const alert = excel.page.getByRole('alertdialog', { name: 'Find' });
  expect(await alert.textContent()).toContain('No cell of this sheet holds "nowhere".');
  await alert.getByRole('button').click();
});

test('on a protected sheet, changes are refused in the words of Excel', async () => {
  await excel.type('B2', 1);
  await excel.protect();
  await excel.goTo('B2');
  for (const label of ['Bold', 'More decimals', 'Insert rows', 'Delete columns']) {
    await excel.ribbonButton(label).click();
    await excel.page.getByRole('alertdialog').getByRole('button').click();
  }
  expect(await look('B2')).toMatchObject({ bold: false, text: '1' });
  await excel.protect(false);
  expect(excel.errors).toEqual([]);
});
