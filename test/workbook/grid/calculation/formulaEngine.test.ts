/**
 * What formulas can rely on: the engine of the embedded workbook, held against plain arithmetic.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

/** In A1:C3 of the sheets V and G. V!E1:E3 is blank, V!A5:C5 holds a text, 2, and a blank. */
const V = [
  [0.1, -0.7, 0.3],
  [1 / 3, 2, -1e-3],
  [0, 5.5, -2.25],
];
const G = [
  [1.5, 0.2, -0.9],
  [-4, 1 / 7, 2],
  [3, -1, 0.25],
];
const v = V.flat();
const g = G.flat();
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const over = (term: (v: number, g: number) => number) => sum(v.map((value, i) => term(value, g[i])));
const mean = sum(v) / 9;
const variance = over((x) => (x - mean) ** 2) / 9;
const most = Math.max(...v);

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('V');
    sheet.getRange('A1:C3').values = V;
    sheet.getRange('A5:B5').values = [['text', 2]];
    context.workbook.worksheets.add('G').getRange('A1:C3').values = G;
    await context.sync();
  });
});
afterAll(() => excel.close());

const calculated = (formula: string) =>
  Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('V').getRange('K9');
    cell.formulas = [[formula]];
    cell.load('values');
    await context.sync();
    return cell.values[0][0] as unknown;
  });

const NUMBERS: readonly (readonly [string, number])[] = [
  ['=SUMPRODUCT(A1:C3,G!A1:C3)', over((x, y) => x * y)],
  ['=SUMPRODUCT(A1:C3*G!A1:C3)', over((x, y) => x * y)],
  ['=SUMPRODUCT(A1:C3,A1:C3,G!A1:C3)', over((x, y) => x * x * y)],
  ['=SUMPRODUCT(A1:C3*(G!A1:C3>0))', over((x, y) => (y > 0 ? x : 0))],
  ['=SUMPRODUCT((A1:C3>0)*(G!A1:C3>0))', over((x, y) => Number(x > 0 && y > 0))],
  ['=SUMPRODUCT(--(A1:C3>0),G!A1:C3)', over((x, y) => (x > 0 ? y : 0))],
  ['=SUMPRODUCT((A1:C3=MAX(A1:C3))*G!A1:C3)', -1],
  ['=SUMPRODUCT(-A1:C3,G!A1:C3)', over((x, y) => -x * y)],
  ['=SUMPRODUCT(1-A1:C3)', over((x) => 1 - x)],
  ['=SUMPRODUCT((A1:C3-AVERAGE(A1:C3))*G!A1:C3)', over((x, y) => (x - mean) * y)],
  ['=SUMPRODUCT(EXP(A1:C3-MAX(A1:C3)))', over((x) => Math.exp(x - most))],
  ['=SUMPRODUCT(1/(1+EXP(-A1:C3)))', over((x) => 1 / (1 + Math.exp(-x)))],
  ['=SUMPRODUCT(TANH(A1:C3))', over(Math.tanh)],
  ['=SUMPRODUCT(IF(A1:C3>0,A1:C3,0))', over((x) => Math.max(0, x))],
  ['=LN(SUMPRODUCT(EXP(A1:C3-MAX(A1:C3))))+MAX(A1:C3)', Math.log(over(Math.exp))],
  ['=SUM(MMULT(A1:C1,G!A1:A3))', 0.1 * 1.5 + 0.7 * 4 + 0.3 * 3],
  ['=SUM(MMULT(A1:C1,TRANSPOSE(G!A1:C1)))', 0.1 * 1.5 - 0.7 * 0.2 - 0.3 * 0.9],
  ['=SUMXMY2(A1:C3,G!A1:C3)', over((x, y) => (x - y) ** 2)],
  ['=SUMSQ(A1:C3)', over((x) => x * x)],
  ['=AVERAGE(A1:C3)', mean],
  ['=VAR.P(A1:C3)', variance],
  ['=A1/SQRT(VAR.P(A1:C3)+1E-5)', 0.1 / Math.sqrt(variance + 1e-5)],
  ['=COUNT(A1:E3)*ROWS(A1:C3)+COLUMNS(A1:C3)', 30],
  ['=INDEX(G!A1:C1,MATCH(MAX(A1:C1),A1:C1,0))', -0.9],
  ['=IF(AND(A1>0,G!A1>0,A1=MAX(A1:B1)),A1,0)', 0.1],
  ['=MAX(0,B1)+MAX(0,A1)', 0.1],
  ['=(B1>0)*G!A1+(A1>0)*G!A1', 1.5],
  ['=ABS(B1)+SQRT(A2)+TANH(-800)', 0.7 + Math.sqrt(1 / 3) - 1],
  ['=EXP(-800)', 0],
  ['=0.9^10', 0.9 ** 10],
  ['=-2^2', 4],
  ['=0-2^2', -4],
  ['=EXP(-(A1-B1)^2)', Math.exp(0.8 ** 2)],
];

test.each(NUMBERS)('%s', async (formula, expected) => {
  const found = (await calculated(formula)) as number;
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(expected)));
});

test.each([
  ['=SUMPRODUCT(A1:A3,E1:E3)', 0],
  ['=SUMPRODUCT(A1:A3*E1:E3)', 0],
  ['=SUMPRODUCT(A1:A3*(E1:E3=0))', 0.1 + 1 / 3],
  ['=SUMPRODUCT(EXP(E1:E3))', 3],
  ['=MAX(0,E1)+E1*5+(E1>0)', 0],
  ['=MAX(B1,E1)', -0.7],
  ['=COUNT(E1:E3)', 0],
  ['=AVERAGE(A1:A3,E1:E3)', (0.1 + 1 / 3) / 3],
])('blank cells are 0 in products, and are not counted: %s', async (formula, expected) => {
  expect(await calculated(formula)).toBeCloseTo(expected, 14);
});

test.each([
  ['=SUMPRODUCT(A5:C5,A1:C1)', -1.4],
  ['=SUMPRODUCT(A5:C5*A1:C1)', '#VALUE!'],
  ['=SUMPRODUCT(A1:C3>0)', 0],
  ['=SUM(A1:C3>0)', 0],
  ['=SUMPRODUCT(A1:C3,E1:E3)', '#VALUE!'],
  ['=MMULT(A1:C1,E1:E3)', '#VALUE!'],
  ['=1/0', '#DIV/0!'],
  ['=LN(0)', '#NUM!'],
  ['=EXP(710)', '#NUM!'],
])('texts, truth values and errors as in Excel: %s is %s', async (formula, expected) => {
  expect(await calculated(formula)).toBe(expected);
});

test('pairs with a blank cell are left out of SUMXMY2', async () => {
  expect(await calculated('=SUMXMY2(A1:E3,G!A1:E3)')).toBeCloseTo(
    over((x, y) => (x - y) ** 2),
    12,
  );
  expect(await calculated('=SUMXMY2(A1:A3,E1:E3)')).toBe('#DIV/0!');
});

test('a comparison of cells is not taken in by results between, calculated before it', async () => {
  const answers = await Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem('V').getRange('K11:K14');
    cells.formulas = [
      ['=SUMPRODUCT((ROW(A1:C3)=2)*A1:C3)'],
      ['=SUMPRODUCT((A1:C3*0+7=7)*(COLUMN(A1:C3)=2)*A1:C3)'],
      ['=SUMPRODUCT((A1:C3-5>-5)*(A1:C3>0)*A1:C3)'],
      ['=SUMPRODUCT((A1:C3>0)*1)'],
    ];
    cells.load('values');
    await context.sync();
    return cells.values.map(([value]) => value as number);
  });
  const wanted = [1 / 3 + 2 - 1e-3, -0.7 + 2 + 5.5, over((x) => Math.max(0, x)), over((x) => Number(x > 0))];
  answers.forEach((answer, index) => expect(answer).toBeCloseTo(wanted[index], 12));
});

test('an argument left out is 0', async () => {
  expect(await calculated('=IF(A1>0,,1)')).toBe(0);
});

/** Where the engine differs from Excel; formulas must do without. */
test.each([['a number with an exponent that is the whole formula', '=1E-20', '1E-20']])(
  'not as in Excel: %s',
  async (_, formula, found) => {
    expect(await calculated(formula)).toBe(found);
  },
);
