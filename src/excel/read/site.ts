import { NAMES } from '../../notebook/layout/outputs';
import type { Block } from '../../notebook/sheet/block';
import { SHEET_KEYS, type Plan, type PlannedBlock, type SheetKey } from '../../notebook/sheet/plan';

/** A block on one of the notebook's sheets. */
export interface Site {
  readonly key: SheetKey;
  readonly block: PlannedBlock;
}

const sitesOf = new WeakMap<Plan, readonly Site[]>();

/** Every block of every sheet; for the same plan always the same list. */
export function sites(plan: Plan): readonly Site[] {
  let all = sitesOf.get(plan);
  if (!all) {
    all = SHEET_KEYS.flatMap((key) => plan.sheets[key].blocks.map((block) => ({ key, block })));
    sitesOf.set(plan, all);
  }
  return all;
}

/** A unique id for a block across all sheets. */
export function siteId({ key, block }: { readonly key: SheetKey; readonly block: Block }): string {
  return siteIdOf(key, block.name);
}

/** Like `siteId`, for a block given by name. */
export function siteIdOf(key: SheetKey, block: string): string {
  return `${key} ${block}`;
}

/** Whether these cells hold state of the notebook. Only those are read; all others are only written. */
export function holdsState({ block }: Site): boolean {
  return block.editable || block.name === NAMES.step || block.name === NAMES.optimiserStep;
}
