import type { Operand } from '../../../src/notebook/explain/explanation';
import { sum, term } from '../../../src/notebook/explain/explanation';
import { addressText, firstNamed } from '../../../src/taskpane/explain/links';

const cell = { key: 'values' as const, row: 7, column: 3 };

test('an address on another sheet says which', () => {
  const names = { sheet: 'gradients' as const, valueSheet: 'Lesson 4' };
  expect(addressText(cell, names)).toBe('Lesson 4 D8');
  expect(addressText({ ...cell, key: 'gradients' }, names)).toBe('D8');
  expect(addressText({ ...cell, key: 'gradients' }, { ...names, sheet: 'values' })).toBe('∂ D8');
});

test('each cell is linked once', () => {
  const named = (label: string): Operand => ({ label, value: 2, cell });
  const [first, second, other] = [named('a'), named('b'), { ...named('c'), cell: { ...cell, row: 8 } }];
  const parts = [
    sum('all', [term('x', [first, { label: 'no cell', value: 1 }]), second]),
    sum('more', [other]),
  ];
  expect([...firstNamed(parts)]).toEqual([first, other]);
});
