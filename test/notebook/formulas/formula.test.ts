import { parseA1 } from '../../../src/notebook/sheet/address';
import { formula, inA1, inR1C1, type Home, type Reference } from '../../../src/notebook/formulas/formula';
import type { SheetKey } from '../../../src/notebook/sheet/plan';

const cells = (address: string, fixed = false, key: SheetKey = 'values'): Reference => ({
  key,
  rect: parseA1(address),
  fixed,
});
/** The cell AH3. */
const home: Home = {
  key: 'values',
  row: 2,
  column: 33,
  nameOf: (key) => (key === 'values' ? 'Lesson 4' : "Ann's ∂"),
};

const convolution = formula`MAX(0,SUMPRODUCT(${cells('A2:C4')},${cells('AD11:AF13', true)})+${cells('AD15', true)})`;

test('a formula in A1 notation, as it stands in the formula bar', () => {
  expect(inA1(convolution, home)).toBe('=MAX(0,SUMPRODUCT(A2:C4,$AD$11:$AF$13)+$AD$15)');
});

test('in R1C1 notation what moves along is counted from the cell, and what stays from the corner', () => {
  expect(inR1C1(convolution, home)).toBe('=MAX(0,SUMPRODUCT(R[-1]C[-33]:R[1]C[-31],R11C30:R13C32)+R15C30)');
  expect(inR1C1(formula`${cells('AH3')}+${cells('AH9')}+${cells('AJ3')}`, home)).toBe('=RC+R[6]C+RC[2]');
});

test('cells of another sheet are named with it, an apostrophe in its name doubled', () => {
  const other = formula`${cells('B2', false, 'gradients')}*${cells('A1:A3', true, 'gradients')}`;
  expect(inA1(other, home)).toBe("='Ann''s ∂'!B2*'Ann''s ∂'!$A$1:$A$3");
  expect(inR1C1(other, home)).toBe("='Ann''s ∂'!R[-1]C[-32]*'Ann''s ∂'!R1C1:R3C1");
});

test('numbers are written as Excel reads them', () => {
  expect(inA1(formula`${1e-7}+${0.01}`, home)).toBe('=1E-7+0.01');
});
