import fc from 'fast-check';
import { columnName, formatRect } from '../../../src/workbook/addresses/a1';
import { MAX_COLUMNS, MAX_ROWS, Rect } from '../../../src/workbook/addresses/rect';
import { R1C1Formulas, toR1C1 } from '../../../src/workbook/addresses/r1c1';

const toA1 = (text: string, row: number, column: number) => new R1C1Formulas().toA1(text, row, column);

/** Formulas of cell AH3, in R1C1 and in A1. */
const AH3: readonly (readonly [string, string])[] = [
  ['=R1C1', '=$A$1'],
  ['=R[-1]C[2]', '=AJ2'],
  ['=RC', '=AH3'],
  ['=RC1+R1C', '=$A3+AH$1'],
  ['=R[-1]C5+R7C[-3]', '=$E2+AE$7'],
  ['=SUM(R[-1]C[-33]:R[1]C[-31])', '=SUM(A2:C4)'],
  ['=SUM(R)+SUM(C)', '=SUM(3:3)+SUM(AH:AH)'],
  ['=SUM(R1)+SUM(C[-1])', '=SUM($1:$1)+SUM(AG:AG)'],
  ['=SUM(R2:R[2])+SUM(C[-1]:C40)', '=SUM($2:5)+SUM(AG:$AN)'],
  [
    "=MAX(0,SUMPRODUCT('Lesson 4 ∂'!R2C3:R4C5,Sheet1!RC:R[2]C[2]))",
    "=MAX(0,SUMPRODUCT('Lesson 4 ∂'!$C$2:$E$4,Sheet1!AH3:AJ5))",
  ],
  ["='It''s RC here'!RC", "='It''s RC here'!AH3"],
  ['=IF(RC1="RC and ""R1C1""",ROUND(R[1]C,2),1E5)', '=IF($A3="RC and ""R1C1""",ROUND(AH4,2),1E5)'],
  ['=conv1.filter1+RC.rate+rc_2*R2D2', '=conv1.filter1+RC.rate+rc_2*R2D2'],
  ['=SUM(Table1[[#All],[C]])-History[RC]', '=SUM(Table1[[#All],[C]])-History[RC]'],
  ['=-(RC[-1]>0)*C()', '=-(AG3>0)*C()'],
  ['=RC[-1]#', '=AG3#'],
];

test.each(AH3)('%s in AH3 is %s, and the other way', (r1c1, a1) => {
  expect(toA1(r1c1, 2, 33)).toBe(a1);
});

test.each(AH3.filter(([r1c1]) => !/R2D2|SUM\(Table1/.test(r1c1)))('%s is what %s reads as', (r1c1, a1) => {
  expect(toR1C1(a1, 2, 33)).toBe(r1c1);
});

test('small letters are read, and no number is an offset of zero', () => {
  expect(toA1('=r[0]c[0]+r2c3', 2, 33)).toBe('=AH3+$C$2');
});

test('references that leave the sheet have no translation', () => {
  expect(toA1('=R[-3]C', 2, 33)).toBeNull();
  expect(toA1('=C[-34]', 2, 33)).toBeNull();
  expect(toA1('=R[1]C', MAX_ROWS - 1, 0)).toBeNull();
  expect(toA1('=RC[1]', 0, MAX_COLUMNS - 1)).toBeNull();
  expect(toA1('=R0C1', 0, 0)).toBeNull();
});

test('a reference in A1 notation is none in R1C1; what merely looks like one is a name', () => {
  expect(toA1('=A1', 0, 0)).toBeNull();
  expect(toA1('=$B$2*2', 0, 0)).toBeNull();
  expect(toA1('=LOG10(2)+XYZ1+"A1"', 0, 0)).toBe('=LOG10(2)+XYZ1+"A1"');
});

test('what is beyond the sheet in A1 is a name', () => {
  expect(toR1C1('=XYZ1+A1048577+LOG10(2)', 0, 0)).toBe('=XYZ1+A1048577+LOG10(2)');
});

const row = fc.integer({ min: 0, max: MAX_ROWS - 1 });
const column = fc.integer({ min: 0, max: MAX_COLUMNS - 1 });
const dollar = fc.constantFrom('', '$');
const cell = fc
  .tuple(dollar, column, dollar, row)
  .map(([fixedColumn, c, fixedRow, r]) => `${fixedColumn}${columnName(c)}${fixedRow}${r + 1}`);
const reference = fc.oneof(
  cell,
  fc.tuple(cell, cell).map(([from, to]) => `${from}:${to}`),
  fc.tuple(dollar, row, dollar, row).map(([a, from, b, to]) => `${a}${from + 1}:${b}${to + 1}`),
  fc
    .tuple(dollar, column, dollar, column)
    .map(([a, from, b, to]) => `${a}${columnName(from)}:${b}${columnName(to)}`),
);
const piece = fc.constantFrom(
  'SUM(',
  ')+',
  '*2.5E3-',
  ",'It''s A1 ∂'!",
  ',"A1 ""R1C1""",',
  'Lesson!',
  '>=',
  '/rate_1/',
);

test('any formula comes back as it was, from any cell', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, reference), { maxLength: 12 }), row, column, (parts, r, c) => {
      const formula = `=${parts.map(([text, ref]) => `${text}${ref} `).join('')}`;
      expect(toA1(toR1C1(formula, r, c), r, c)).toBe(formula);
    }),
  );
});

test('a relative formula reads alike wherever it is filled', () => {
  fc.assert(
    fc.property(row, column, (r, c) => {
      const here = formatRect(new Rect(r, c));
      expect(toR1C1(`=${here}+$${here}`, r, c)).toBe(`=RC+RC${c + 1}`);
    }),
  );
});
