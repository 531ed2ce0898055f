import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.names.add('rate', '=0.01');
      await context.sync();
    }),
  );
});
afterAll(() => excel.close());

/** Each test has two new sheets that have a name of the same spelling. */
beforeEach(() =>
  excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const old = ['One', "Other's ∂"].map((name) => worksheets.getItemOrNullObject(name));
      await context.sync();
      for (const sheet of old) if (!sheet.isNullObject) sheet.delete();
      const one = worksheets.add('One');
      const other = worksheets.add("Other's ∂");
      one.names.add('conv1.filter1', one.getRange('C5:E7'));
      other.names.add('conv1.filter1', other.getRange('G2'));
      await context.sync();
    }),
  ),
);

/** The address of a worksheet's name, or null. */
function address(sheet: string, name: string): Promise<string | null> {
  return excel.pane.evaluate(
    ([sheetName, wanted]) =>
      Excel.run(async (context) => {
        const names = context.workbook.worksheets.getItem(sheetName).names;
        const range = names.getItemOrNullObject(wanted).getRangeOrNullObject();
        range.load('address');
        await context.sync();
        return range.isNullObject ? null : range.address;
      }),
    [sheet, name] as const,
  );
}

test('two sheets may each have a name of the same spelling', async () => {
  expect(await address('One', 'conv1.filter1')).toBe('One!C5:E7');
  expect(await address("Other's ∂", 'conv1.filter1')).toBe("'Other''s ∂'!G2");
  expect(await address('One', 'conv2.filter1')).toBeNull();
});

test('a name can be a constant', async () => {
  const name = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const item = context.workbook.names.getItem('rate');
      item.load('value,type,scope,formula');
      await context.sync();
      return [item.value, item.type, item.scope, item.formula];
    }),
  );
  expect(name).toEqual([0.01, 'Double', 'Workbook', '=0.01']);
});

test('names follow rows and columns that the add-in inserts, on a sheet that is not active', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('One');
      sheet.getRange('2:3').insert('Down');
      sheet.getRange('A:A').insert('Right');
      await context.sync();
    }),
  );
  expect(await address('One', 'conv1.filter1')).toBe('One!D7:F9');
});

test('a name whose cells are deleted has no range any more', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('One').getRange('5:7').delete('Up');
      await context.sync();
    }),
  );
  expect(await address('One', 'conv1.filter1')).toBeNull();
  const value = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const item = context.workbook.worksheets.getItem('One').names.getItem('conv1.filter1');
      item.load('value');
      await context.sync();
      return item.value;
    }),
  );
  expect(value).toBe('#REF!');
});

test.each(['FC1', 'R1C1', 'two words', '1st', 'a-b'])('%s is no name', async (name) => {
  const code = await excel.pane.evaluate(async (wanted) => {
    try {
      await Excel.run(async (context) => {
        context.workbook.names.add(wanted, '=1');
        await context.sync();
      });
      return 'accepted';
    } catch (error) {
      return (error as OfficeExtension.Error).code;
    }
  }, name);
  expect(code).toBe('InvalidArgument');
});

test('names of a deleted sheet are gone', async () => {
  const count = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('One').delete();
      await context.sync();
      const sheet = context.workbook.worksheets.add('One');
      const names = sheet.names.getCount();
      await context.sync();
      return names.value;
    }),
  );
  expect(count).toBe(0);
});
