// What a notebook's sheets other than that of the values say of themselves.
import type { Memory } from '../../engine/optimisers';
import { list } from '../glossary/phrases';
import { optimiserKinds } from '../kinds/optimisers';
import { cellRect, toA1 } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { Label } from '../sheet/layout';
import type { SheetKey } from '../sheet/plan';

/**
 * What the sheet is: in the first cell, which is free on a sheet of weights; elsewhere right of the heading that stands there.
 * @param first the sheet's first block
 */
export function titleOf(key: SheetKey, title: string, first: Block | undefined): Label[] {
  const beside = BESIDE_INPUT[key]?.(title);
  if (beside) return [{ ...BESIDE, text: beside, kind: 'caption' }];
  const words = TITLES[key];
  if (!words) return [];
  const text = first ? words(` (from ${toA1(cellRect(first.rect.row, first.rect.column))} on)`) : words('');
  return [{ row: 0, column: 0, text, kind: 'heading' }];
}

/** The cell right of the heading of the input. */
export const BESIDE = { row: 0, column: 2 };

/** Titles that stand beside the heading of the input, whose caption gives way. */
export const BESIDE_INPUT: Readonly<Partial<Record<SheetKey, (title: string) => string>>> = {
  gradients: (title) => `each number is ∂L/∂ the same cell of ${title}`,
  changes: (title) => changesTitle(title, CHANGED.last),
};

/** What stands on the sheet of changes. @param changed one of CHANGED */
export function changesTitle(title: string, changed: string): string {
  return `by how much the same cell of ${title} ${changed}`;
}

/** When it changed. */
export const CHANGED = { last: 'changed in the last step or edit', start: 'has changed since step 0' };

/** What stands on a sheet of weights, and where, since its first cells may lie right of the window. */
const TITLES: Readonly<Partial<Record<SheetKey, (where: string) => string>>> = {
  velocities: (where) => `Memory of the optimiser, one for each weight${where}. ${rulesOf('velocities')}`,
  secondMoments: (where) =>
    `Second moments that the optimiser remembers, one for each weight${where}. ${rulesOf('secondMoments')}`,
  next: (where) => `Each weight after the next step${where}`,
  rotated: (where) => `Filters rotated by 180°${where}`,
};

/** "Momentum and Nesterov: v ← …. Adam: v ← …. SGD leaves it as it is." */
function rulesOf(memory: Memory): string {
  const all = Object.entries(optimiserKinds).map(([name, { remembers }]) => ({
    name,
    rule: remembers[memory],
  }));
  const rules = [...new Set(all.map(({ rule }) => rule))].filter((rule) => rule !== undefined);
  const namesOf = (rule: string | undefined) =>
    all.filter((each) => each.rule === rule).map(({ name }) => name);
  const idle = namesOf(undefined);
  return [
    ...rules.map((rule) => `${list(namesOf(rule))}: ${rule}.`),
    ...(idle.length ? [`${list(idle)} ${idle.length === 1 ? 'leaves' : 'leave'} it as it is.`] : []),
  ].join(' ');
}
