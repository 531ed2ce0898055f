import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

/** Runs a batch that must fail, and gives the error as the add-in sees it. */
function failure(
  batch: (context: Excel.RequestContext) => void,
): Promise<{ code: string; message: string; at?: string }> {
  return excel.pane.evaluate(async (source) => {
    const run = new Function('context', `return (${source})(context)`);
    try {
      await Excel.run(async (context) => {
        run(context);
        await context.sync();
      });
    } catch (error) {
      const { code, message, debugInfo } = error as OfficeExtension.Error;
      return { code, message, at: debugInfo?.errorLocation };
    }
    throw new Error('The batch did not fail.');
  }, batch.toString());
}

test('an array that does not fit its range is an invalid argument', async () => {
  const error = await failure((context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').values = [[1, 2]];
  });
  expect(error.code).toBe('InvalidArgument');
  expect(error.message).toMatch(/doesn't match the size or dimensions of the range/);
});

test('a member that this workbook does not have is named', async () => {
  const error = await failure(
    (context) => void context.workbook.worksheets.getActiveWorksheet().pivotTables.load('items'),
  );
  expect(error.code).toBe('ApiNotFound');
  expect(error.message).toContain('Worksheet.PivotTables');
});

test('a worksheet that is not there is not found', async () => {
  const error = await failure((context) => context.workbook.worksheets.getItem('Nowhere').activate());
  expect(error.code).toBe('ItemNotFound');
});

test('an address outside the worksheet is an invalid argument', async () => {
  const error = await failure(
    (context) => void context.workbook.worksheets.getActiveWorksheet().getRange('A1048577').load('values'),
  );
  expect(error.code).toBe('InvalidArgument');
});

test.each([
  ['more than 31 characters', 'a'.repeat(32)],
  ['a colon', 'a:b'],
])('a sheet name with %s is an invalid argument', async (_, name) => {
  const error = await excel.pane.evaluate(async (wanted) => {
    try {
      await Excel.run(async (context) => {
        context.workbook.worksheets.add(wanted);
        await context.sync();
      });
      return 'none';
    } catch (thrown) {
      return (thrown as OfficeExtension.Error).code;
    }
  }, name);
  expect(error).toBe('InvalidArgument');
});

test('a second sheet of the same name, whatever its case, already exists', async () => {
  const error = await failure((context) => void context.workbook.worksheets.add('sheet1'));
  expect(error.code).toBe('ItemAlreadyExists');
});

test('a request of more than 5 MB is refused', async () => {
  const error = await failure((context) => {
    const text = 'x'.repeat(1000);
    const values = Array.from({ length: 100 }, () => Array.from({ length: 60 }, () => text));
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:BH100').values = values;
  });
  expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
});

test('an answer of more than 5 MB is refused', async () => {
  const error = await failure((context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:ZZ3000');
    range.load('numberFormat');
  });
  expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
});

test('what came before the failure stays done', async () => {
  await failure((context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1').values = [['before']];
    sheet.getRange('A2:A3').values = [['one row too few']];
    sheet.getRange('A4').values = [['after']];
  });
  expect(await excel.read('A1:A4')).toEqual([['before'], [''], [''], ['']]);
});
