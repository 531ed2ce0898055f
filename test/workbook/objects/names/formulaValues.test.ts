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

// https://learn.microsoft.com/javascript/api/excel/excel.nameditem#excel-excel-nameditem-value-member
test('a name gives the value of its formula and the type of that value', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:A3').values = [[1], [2], [3.5]];
    const formulas: Record<string, string> = {
      total: '=SUM(Sheet1!$A$1:$A$3)',
      howMany: '=COUNT(Sheet1!$A$1:$A$3)',
      word: '="a"&"b"',
      isMany: '=COUNT(Sheet1!$A$1:$A$3)>2',
      broken: '=1/0',
      half: '=0.5',
      text: '="say ""a"""',
      truth: '=TRUE',
      cells: '=Sheet1!$A$1:$A$2',
    };
    const names = Object.entries(formulas).map(([name, formula]) => sheet.names.add(name, formula));
    for (const name of names) name.load('name,type,value');
    await context.sync();
    expect(names.map(({ name, type, value }) => [name, type, value as unknown])).toEqual([
      ['total', 'Double', 6.5],
      ['howMany', 'Integer', 3],
      ['word', 'String', 'ab'],
      ['isMany', 'Boolean', true],
      ['broken', 'Error', '#DIV/0!'],
      ['half', 'Double', 0.5],
      ['text', 'String', 'say "a"'],
      ['truth', 'Boolean', true],
      ['cells', 'Range', 'Sheet1!$A$1:$A$2'],
    ]);
    sheet.getRange('A1').values = [[10]];
    const all = sheet.names.load('items/name,items/value');
    await context.sync();
    expect(all.items.find(({ name }) => name === 'total')?.value).toBe(15.5);
  });
});

test('a name stands for a formula that Excel takes, and is shown as Excel shows it', async () => {
  await Excel.run(async (context) => {
    const { names } = context.workbook.worksheets.getItem('Sheet1');
    const name = names.add('shown', '=sum(Sheet1!$a$1:$a$3)').load('formula');
    await context.sync();
    expect(name.formula).toBe('=SUM(Sheet1!$A$1:$A$3)');
    names.add('broken2', '=SUM((1,2');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    names.add('sales', '=SUM(Sales[Amount])');
    await expect(context.sync()).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining('structured references'),
    });
  });
});
