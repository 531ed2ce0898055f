import { CellValueType } from '@univerjs/core';
import { cellFor, textOf, valueOf, valueTypeOf } from '../../../../src/workbook/objects/cells/cellValue';

const typed = (input: Parameters<typeof cellFor>[0], format = 'General') =>
  cellFor(input, () => format, 'Range.values');

test('what is typed becomes what Excel makes of it', () => {
  expect(typed(1.5)).toMatchObject({ v: 1.5, t: CellValueType.NUMBER });
  expect(typed(' -1.5e-3 ')).toMatchObject({ v: -0.0015, t: CellValueType.NUMBER });
  expect(typed('12,5')).toMatchObject({ v: '12,5', t: CellValueType.STRING });
  expect(typed('true')).toMatchObject({ v: 1, t: CellValueType.BOOLEAN });
  expect(typed('25%')).toMatchObject({ v: 0.25, s: { n: { pattern: '0%' } } });
  expect(typed("'25")).toMatchObject({ v: '25', t: CellValueType.STRING });
  expect(typed('=A1+1')).toMatchObject({ f: '=A1+1', v: null });
  expect(typed('=')).toMatchObject({ v: '=', t: CellValueType.STRING });
});

test('a cell formatted as text takes everything as it is', () => {
  expect(typed('12', '@')).toMatchObject({ v: '12', t: CellValueType.STRING });
  expect(typed('=A1', '@')).toMatchObject({ v: '=A1' });
});

test('null leaves a cell alone, an empty string empties it', () => {
  expect(typed(null)).toBeNull();
  expect(typed('')).toEqual({ v: null, t: null, f: null, si: null, p: null });
});

test('an add-in reads values with their types', () => {
  expect(valueOf(undefined)).toBe('');
  expect(valueOf({ v: 1, t: CellValueType.BOOLEAN })).toBe(true);
  expect(valueOf({ v: 1, t: CellValueType.NUMBER })).toBe(1);
  expect([0, '', 'a', true, '#DIV/0!', '#hash'].map((value) => valueTypeOf(value))).toEqual([
    'Double',
    'Empty',
    'String',
    'Boolean',
    'Error',
    'String',
  ]);
});

test('values are shown in their number format', () => {
  expect(textOf(0.5, '0.00')).toBe('0.50');
  expect(textOf(-0.125, '0.0%;-0.0%')).toBe('-12.5%');
  expect(textOf(1 / 3, 'General')).toBe('0.333333333');
  expect(textOf(false, 'General')).toBe('FALSE');
});
