import type { Trainer } from '../../../../src/training/trainer';
import { columnName } from '../../../../src/notebook/sheet/address';
import { isText } from '../../../../src/notebook/sheet/block';
import { cellsOf, type Computed } from './file';

const RELATIVE = 1e-9;
/**
 * Sums in another order cancel to other last digits, a worksheet has no log1p, and batch norm over numbers that are all
 * alike divides what is left by √ε, twice: below this a number is as good as 0 beside those that it is made of, which
 * are about 1.
 */
const NOTHING = 1e-11;

/** Every cell holds what the engine computes. @throws Error that names the first cell that does not, and its formula */
export function expectAgreement(computed: readonly Computed[], trainer: Trainer): void {
  for (const { key, block, formulas, values } of computed) {
    if (!formulas) continue;
    const expected: ArrayLike<unknown> = isText(block)
      ? [trainer.textFor(block)]
      : trainer.valuesFor(key, block);
    cellsOf(block).forEach(({ row, column }, index) => {
      if (agrees(values[index], expected[index])) return;
      const at = `${key} ${block.name} ${columnName(column)}${row + 1}`;
      throw new Error(
        `${at}: ${JSON.stringify(values[index])} instead of ${String(expected[index])} by ${formulas[index]}`,
      );
    });
  }
}

function agrees(found: unknown, expected: unknown): boolean {
  if (typeof expected !== 'number' || typeof found !== 'number') return found === expected;
  return Math.abs(found - expected) <= RELATIVE * Math.max(Math.abs(found), Math.abs(expected)) + NOTHING;
}
