import { adoptTexts } from '../../../texts/adopt';
import { columnOf, idOf, nameOf, rowOf, type CellId } from '../../../notebook/adopt/meaning';
import type { ReadSheet } from '../../../notebook/adopt/readSheet';
import { Stopped } from '../../../notebook/adopt/stopped';
import { hasOwnFormulas, isEditable, valueShape, type Block } from '../../../notebook/sheet/block';
import type { Plan } from '../../../notebook/sheet/plan';
import { takeMasks } from '../../../training/drawnMasks';
import { DivergedError } from '../../../training/diverged';
import type { Trainer } from '../../../training/trainer';

/** Below this, ∂L/∂logit is so small that no step would move a weight that one could see. */
const LEAST_GRADIENT = 1e-6;
/** Learning rates to begin with, the usual one first. */
const RATES = [0.005, 0.002, 0.001, 5e-4, 2e-4, 1e-4, 5e-5, 2e-5, 1e-5, 1e-6, 1e-7];
/** How much a result may differ from what the engine computes, relative to the largest number of its block. */
const TOLERANCE = 1e-9;

/** Takes over what is typed on the sheet: image, weights and biases. */
export function takeTyped({ layout }: Plan, trainer: Trainer, sheet: ReadSheet): void {
  for (const block of layout.blocks.filter((each) => each.isAdopted && isEditable(each)))
    trainer.accept(
      'values',
      block,
      cellsOf(block).map((cell) => sheet.typedNumber(cell) ?? 0),
    );
  trainer.compute();
}

/** Takes the masks that the sheet had drawn when it was read. */
export function takeDrawn(plan: Plan, trainer: Trainer, sheet: ReadSheet): void {
  const gone = takeMasks(trainer, plan, ({ sheet: home = sheet.name, block: { rect } }) =>
    Array.from({ length: rect.rows }, (_, row) =>
      Array.from({ length: rect.columns }, (__, column) =>
        sheet.resultAt({ sheet: home, cell: idOf(rect.row + row, rect.column + column) }),
      ),
    ),
  );
  if (gone) throw new Stopped(undefined, adoptTexts.noMask(gone));
}

/**
 * Compares what the sheet's formulas came to with what the engine computes.
 * @throws Stopped at the first cell that differs
 */
export function checkResults({ layout }: Plan, trainer: Trainer, sheet: ReadSheet): void {
  for (const block of layout.blocks.filter(hasOwnFormulas)) {
    const computed = trainer.valuesFor('values', block);
    const largest = computed.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);
    for (const [index, cell] of cellsOf(block).entries()) {
      const shown = sheet.result(cell);
      if (typeof shown === 'number' && Math.abs(shown - computed[index]) <= TOLERANCE * largest) continue;
      const [now, then] = [String(shown), String(computed[index])];
      throw new Stopped(cell, adoptTexts.differs(nameOf(cell), now, then));
    }
  }
}

/**
 * Sets the target to the first class or, where the network is as good as certain of it, to the one that it thinks least
 * likely: only what it does not say yet is there to be learned.
 * @returns whether it had to be turned
 */
export function setTarget(trainer: Trainer, logits: Block): boolean {
  const { target } = trainer.network;
  target.fill(0);
  target[0] = 1;
  trainer.compute();
  const gradients = trainer.valuesFor('gradients', logits);
  if (gradients.some((gradient) => Math.abs(gradient) >= LEAST_GRADIENT)) return false;
  const values = trainer.valuesFor('values', logits);
  target[0] = 0;
  if (target.length > 1) target[values.indexOf(Math.min(...values))] = 1;
  trainer.compute();
  return true;
}

/** Sets the largest learning rate with which the first step lowers the loss. @returns whether the usual one is too large */
export function setRate(trainer: Trainer): boolean {
  const fitting = RATES.find((rate) => lowersLoss(trainer, rate)) ?? RATES[0];
  trainer.settings.learningRate = fitting;
  trainer.compute();
  return fitting !== RATES[0];
}

function lowersLoss(trainer: Trainer, rate: number): boolean {
  const before = trainer.save();
  const { batchLoss } = trainer;
  try {
    trainer.settings.learningRate = rate;
    trainer.train();
    return trainer.batchLoss < batchLoss;
  } catch (error) {
    if (error instanceof DivergedError) return false;
    throw error;
  } finally {
    trainer.load(before);
  }
}

/** The cells of a block's values, row by row. */
function cellsOf(block: Block): CellId[] {
  const { rect, jump } = block;
  const { rows, columns } = valueShape(block);
  const first = idOf(rect.row, rect.column);
  return Array.from({ length: rows * columns }, (_, index) =>
    idOf(rowOf(first) + Math.floor(index / columns) * jump, columnOf(first) + (index % columns) * jump),
  );
}
