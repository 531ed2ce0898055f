import { readFormula } from '../../../src/workbook/formulas/formula';

const shown = (text: string) => readFormula(text)?.text;
const lack = (text: string) => readFormula(text)?.lack;

test.each([
  '=1+',
  '=SUM((1,2',
  '=SUM(1,2',
  '=)',
  '=(1',
  '=1 2',
  '="a',
  '=*1',
  '=1++*2',
  '={1,2;3}',
  '={A1}',
  '=A1:',
  '=:A1',
  '=1:A1',
  '="a":"b"',
  '=Sheet1!',
  "='Sheet1!A1",
  '=$',
  '=A1 1',
  '=1;2',
  '=1,2',
  '=#A1',
  '=5#',
  '=a b "c"',
  '=%',
  '=SUM(1;2)',
  '=T[x',
  '=!',
])('%s is no formula', (text) => {
  expect(readFormula(text)).toBeNull();
});

test.each([
  '=1',
  '=+1',
  '=--A1',
  '=2^-1',
  '=-2^2',
  '=5%%',
  '=A1:B2',
  '=$A$1:B$2',
  '=A:C',
  '=$1:3',
  '=SUM()',
  '=IF(TRUE,,2)',
  '=IF(A1="",,)',
  '=@A1',
  '=@SUM(A1:A3)',
  '=A1#',
  '={1,2;3,4}',
  '={-1,"a";TRUE,#N/A}',
  '=LAMBDA(x,x+1)(2)',
  '=LET(f,LAMBDA(x,x+1)(2),f*2)',
  '=INDEX(A1:A3,2):A3',
  '=Sheet1!A1',
  "='Lesson 4'!A1:B2",
  "='It''s'!$A:$A",
  '=Sheet1!#REF!',
  '=SUM(#REF!)',
  '="a""b"&"\'("',
  '=LOG10(A1)',
  '=XFE1',
  '=CV.CONV2D(A1:B2)',
  '=A1<>B1',
  '=SUM( A1 , 2 )',
  '=1E+30',
  '=été+_x.y',
])('%s is as Excel shows it', (text) => {
  expect(readFormula(text)).toEqual({ text, lack: null });
});

test('functions, cells and constants are shown in capitals, names and texts as they are', () => {
  expect(shown('=sum(a1:$b$2)')).toBe('=SUM(A1:$B$2)');
  expect(shown('=Sum (a:a)')).toBe('=SUM(A:A)');
  expect(shown('=if(true,"a1",rate)')).toBe('=IF(TRUE,"a1",rate)');
  expect(shown('=let(Row,2,Row+1)')).toBe('=LET(Row,2,Row+1)');
  expect(shown("='Sheet1'!a1+'Lesson 4'!a1")).toBe("=Sheet1!A1+'Lesson 4'!A1");
  expect(shown('=#n/a')).toBe('=#N/A');
  expect(shown('=.50+1.0+007+1e3')).toBe('=0.5+1+7+1E3');
});

test('what Excel computes and this workbook does not is named', () => {
  for (const formula of ['=T[Amount]', '=SUM(T[[#Headers],[Amount]])', '=[@Amount]*2', '=T[[A]:[B]]'])
    expect(readFormula(formula)).toEqual({ text: formula, lack: 'structured references' });
  expect(lack('=LET(f,LAMBDA(x,x+1),f(2))')).toBe('functions that it names itself');
  expect(lack('=SUM((A1,B2))')).toBe('unions of ranges');
  expect(lack('=A1:A3 A2')).toBe('intersections of ranges');
  expect(lack('=SUM(Sheet1:Sheet3!A1)')).toBe('references through several sheets');
  expect(lack('=[Book2.xlsx]Sheet1!A1')).toBe('other workbooks');
  expect(lack("='[Book2.xlsx]Sheet1'!A1")).toBe('other workbooks');
});

test('formulas have limits: 8,192 characters, 64 levels', () => {
  expect(readFormula(`="${'x'.repeat(8189)}"`)).not.toBeNull();
  expect(readFormula(`="${'x'.repeat(8190)}"`)).toBeNull();
  const nested = (levels: number) => `=${'ABS('.repeat(levels)}1${')'.repeat(levels)}`;
  expect(readFormula(nested(63))).not.toBeNull();
  expect(readFormula(nested(65))).toBeNull();
});
