/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

const inSheet = <T>(work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    const result = await work(context, sheet);
    sheet.delete();
    await context.sync();
    return result;
  });

/** The error that a sync ends with. */
const failure = (context: Excel.RequestContext) =>
  context.sync().then(
    () => null,
    ({ code, debugInfo }: OfficeExtension.Error) => ({ code, location: debugInfo.errorLocation }),
  );

test.each(['=1+', '=SUM((1,2', '=)', '={1,2;3}', '="a'])(
  '%s is refused, and nothing is written',
  async (bad) => {
    await inSheet(async (context, sheet) => {
      const range = sheet.getRange('A1:B1');
      range.values = [['there', 'too']];
      await context.sync();
      range.formulas = [['=1+1', bad]];
      expect(await failure(context)).toEqual({ code: 'InvalidArgument', location: 'Range.formulas' });
      range.load('formulas');
      await context.sync();
      expect(range.formulas).toEqual([['there', 'too']]);
    });
  },
);

test('formulas read back as Excel shows them, and go on being so when they move', async () => {
  await inSheet(async (context, sheet) => {
    sheet.getRange('A1:A3').values = [[1], [2], [3]];
    const cells = sheet.getRange('C1:C4');
    cells.formulas = [['=sum(a1:$a$3)'], ['=If(true,a2*.5,"a1")'], ["='sheet one'!a1"], ['=Max( a1 , 2 )']];
    cells.load('formulas');
    const moved = sheet.getRange('C2').load('formulas');
    await context.sync();
    expect(cells.formulas).toEqual([
      ['=SUM(A1:$A$3)'],
      ['=IF(TRUE,A2*0.5,"a1")'],
      ["='sheet one'!A1"],
      ['=MAX( A1 , 2 )'],
    ]);
    expect(moved.formulas).toEqual([['=IF(TRUE,A2*0.5,"a1")']]);
  });
});

test('spaces stay where cells have moved', async () => {
  await inSheet(async (context, sheet) => {
    const cells = sheet.getRange('E2:E4');
    cells.formulas = [['=A2 * B2'], ['=SUM( A2:A3 , $B$1 )'], ['= Sheet1!A1 + B4']];
    await context.sync();
    sheet.getRange('A1:A1').getEntireRow().insert('Down');
    const moved = sheet.getRange('E3:E5').load('formulas');
    await context.sync();
    expect(moved.formulas).toEqual([['=A3 * B3'], ['=SUM( A3:A4 , $B$2 )'], ['= Sheet1!A1 + B5']]);
  });
});

test.each(['=PI(1)', '=SUM()', '=IF(A1)', '=IF(A1,2,3,4)', '=ROUND(A1)', '=1+SUM(ABS(1,2))'])(
  '%s is refused: too many or too few arguments',
  async (bad) => {
    await inSheet(async (context, sheet) => {
      sheet.getRange('A1').formulas = [[bad]];
      expect(await failure(context)).toEqual({ code: 'InvalidArgument', location: 'Range.formulas' });
    });
  },
);

test('left-out arguments count, and are 0', async () => {
  await inSheet(async (context, sheet) => {
    const cells = sheet.getRange('A1:C1');
    cells.formulas = [['=IF(TRUE,,2)', '=""', '=NoFunction(1,2)']];
    cells.load('values');
    await context.sync();
    expect(cells.values).toEqual([[0, '', '#NAME?']]);
  });
});

test('the name of a table is refused as a structured reference, also in a name', async () => {
  await inSheet(async (context, sheet) => {
    sheet.tables.add('A1:B3', true).name = 'Sales';
    await context.sync();
    const refusal = { code: 'NotImplemented', message: expect.stringContaining('structured references') };
    sheet.getRange('D1').formulas = [['=SUM(sales)']];
    await expect(context.sync()).rejects.toMatchObject(refusal);
    sheet.names.add('total', '=SUM(Sales)');
    await expect(context.sync()).rejects.toMatchObject(refusal);
  });
});

test('the operator @ takes the cell beside the formula, and leaves single values as they are', async () => {
  await inSheet(async (context, sheet) => {
    sheet.getRange('A1:A3').values = [[1], [2], [3]];
    const cells = sheet.getRange('C2:G2');
    cells.formulas = [['=@A1', '=@A1:A3', '=@INDEX(A1:A3,3)', '=@SUM(A1:A3)', '=@A1+1']];
    cells.load('values,formulas');
    await context.sync();
    expect(cells.values).toEqual([[1, 2, 3, 6, 2]]);
    expect(cells.formulas).toEqual([['=@A1', '=@A1:A3', '=@INDEX(A1:A3,3)', '=@SUM(A1:A3)', '=@A1+1']]);
  });
});

test.each([
  ['=SUM(Sales[Amount])', 'structured references'],
  ['=LET(abs,LAMBDA(x,y,x+y),abs(2,3))', 'functions that it names itself'],
  ['=SUM((A1,B1))', 'unions of ranges'],
  ['=A1:A3 A2:C2', 'intersections of ranges'],
  ['=SUM(Sheet1:Sheet2!A1)', 'references through several sheets'],
])('%s is refused by name', async (formula, name) => {
  await inSheet(async (context, sheet) => {
    sheet.getRange('D1').formulas = [[formula]];
    await expect(context.sync()).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining(name),
    });
  });
});

test('a malformed formula in R1C1 notation is refused, too', async () => {
  await inSheet(async (context, sheet) => {
    sheet.getRange('A1:B2').formulasR1C1 = '=SUM(RC[1]' as never;
    expect(await failure(context)).toEqual({ code: 'InvalidArgument', location: 'Range.formulasR1C1' });
  });
});
