import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async ({ address, changeType, triggerSource, details }) => {
        const values = details ? ` ${details.valueBefore}>${details.valueAfter}` : '';
        heard.push(`${changeType} ${address} ${triggerSource}${values}`);
      });
      worksheets.onActivated.add(async () => void heard.push('activated'));
      worksheets.onDeactivated.add(async () => void heard.push('deactivated'));
      worksheets.onAdded.add(async () => void heard.push('added'));
      worksheets.onDeleted.add(async () => void heard.push('deleted'));
      worksheets.onSelectionChanged.add(async ({ address }) => void heard.push(`selected ${address}`));
      const sheet = worksheets.getItem('Sheet1');
      sheet.load('id');
      sheet.onSelectionChanged.add(async ({ address, worksheetId }) => {
        heard.push(`${worksheetId === sheet.id ? 'Sheet1' : worksheetId} ${address}`);
      });
      context.workbook.onSelectionChanged.add(async () => void heard.push('workbook selection'));
      await context.sync();
    }),
  );
});
afterAll(() => excel.close());

async function heard(pattern: RegExp): Promise<string[]> {
  await excel.settled();
  const all = await excel.pane.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
  return all.filter((line) => pattern.test(line));
}

/** What earlier tests have caused is no longer waited for. */
beforeEach(() => heard(/./));

const EDITS = /^(Range|Row|Column)/;

test('the event of a typed cell has the value before and after', async () => {
  await excel.type('B2', 4);
  expect(await heard(EDITS)).toEqual(['RangeEdited B2 Unknown >4']);
  await excel.type('B2', 5);
  expect(await heard(EDITS)).toEqual(['RangeEdited B2 Unknown 4>5']);
});

test('a paste, a clear, an undo and a redo are one change each', async () => {
  await excel.paste('D2', [
    [1, 2],
    [3, 4],
  ]);
  expect(await heard(EDITS)).toEqual(['RangeEdited D2:E3 Unknown']);
  await excel.clear('D2:E3');
  expect(await heard(EDITS)).toEqual(['RangeEdited D2:E3 Unknown']);
  await excel.undo();
  expect(await heard(EDITS)).toEqual(['RangeEdited D2:E3 Unknown']);
  await excel.redo();
  expect(await heard(EDITS)).toEqual(['RangeEdited D2:E3 Unknown']);
});

test("the add-in's own writes say so; calculated cells say nothing", async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('H1:H2').values = [[1], ['=H1+1']];
      await context.sync();
      sheet.getRange('H1').values = [[10]];
      await context.sync();
    }),
  );
  expect(await heard(EDITS)).toEqual([
    'RangeEdited H1:H2 ThisLocalAddin',
    'RangeEdited H1 ThisLocalAddin 1>10',
  ]);
});

test("Ctrl+Z takes back the add-in's writes, and then what was typed before", async () => {
  await excel.type('J1', 'typed');
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('J2').values = [['written']];
      await context.sync();
    }),
  );
  await excel.undo();
  expect(await excel.read('J1:J2')).toEqual([['typed'], ['']]);
  await excel.undo();
  expect(await excel.read('J1:J2')).toEqual([[''], ['']]);
});

test('formats are no change of content', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').format.fill.color = '#FFEE99';
      await context.sync();
    }),
  );
  expect(await heard(EDITS)).toEqual([]);
});

test('rows that the add-in inserts and deletes are changes of its own', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('2:3').insert('Down');
      sheet.getRange('2:3').delete('Up');
      await context.sync();
    }),
  );
  expect(await heard(EDITS)).toEqual(['RowInserted 2:3 ThisLocalAddin', 'RowDeleted 2:3 ThisLocalAddin']);
});

test('a selection is an event of the sheets and of the workbook', async () => {
  await excel.goTo('C3:D4');
  expect(await heard(/selected|selection/)).toEqual(['selected C3:D4', 'workbook selection']);
});

test('a person selects by click, drag and keyboard; the sheet hears of its own cells, with its id', async () => {
  const { mouse, keyboard } = excel.page;
  const top = (await excel.page.locator('#grid').boundingBox())!.y + 48;
  await excel.goTo('A1');
  await heard(/./);
  await mouse.click(46 + 64 + 20, top + 30);
  expect(await heard(/^Sheet1|selected/)).toEqual(['Sheet1 B2', 'selected B2']);
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+ArrowRight');
  const byKeys = await heard(/^Sheet1/);
  expect(byKeys.at(-1)).toBe('Sheet1 B3:C3');
  await mouse.move(46 + 20, top + 10);
  await mouse.down();
  // Not back to where the click was: Univer would take the two for a double click.
  await mouse.move(46 + 2 * 64 + 20, top + 50, { steps: 4 });
  await mouse.up();
  expect((await heard(/^Sheet1/)).at(-1)).toBe('Sheet1 A1:C3');
});

test('sheets that are added, shown and deleted are events', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.add('New').activate();
      await context.sync();
    }),
  );
  expect(await heard(/added|activated|deleted/)).toEqual(['added', 'deactivated', 'activated']);
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('New').delete();
      await context.sync();
    }),
  );
  expect(await heard(/deleted/)).toEqual(['deleted']);
});
