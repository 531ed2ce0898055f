import { optimisers } from '../../engine/optimisers';
import { scheduleKinds } from '../kinds/schedules';
import { toAbsoluteA1, type Rect } from '../sheet/address';
import type { Dimmed } from '../sheet/plan';
import { OPTIMISERS, SCHEDULES, settingFor, type SettingKey } from '../sheet/settings';
import { blocksByName, type Layout } from '../sheet/layout';

/** Settings that not every choice uses: by the setting that chooses, what each of its words uses. */
const USES: readonly {
  readonly by: SettingKey;
  readonly uses: ReadonlyMap<string, readonly SettingKey[]>;
}[] = [
  { by: 'optimiser', uses: new Map(OPTIMISERS.map((name) => [name, optimisers[name].uses])) },
  { by: 'schedule', uses: new Map(SCHEDULES.map((name) => [name, scheduleKinds[name].uses])) },
];

/** The cells of settings, with their names, that are grey as long as the chosen optimiser or schedule does not use them. */
export function unusedSettings(layout: Layout): Dimmed[] {
  const blocks = blocksByName(layout);
  const cellOf = (key: SettingKey): Rect | undefined => blocks.get(settingFor(key).name)?.rect;
  return USES.flatMap(({ by, uses }) => {
    const chosen = cellOf(by);
    const settings = new Set([...uses.values()].flat());
    return [...settings].flatMap((setting): Dimmed[] => {
      const cell = cellOf(setting);
      const users = [...uses.keys()].filter((word) => uses.get(word)!.includes(setting));
      if (!chosen || !cell || users.length === uses.size) return [];
      const isOther = users.map((word) => `${toAbsoluteA1(chosen)}<>"${word}"`);
      return [{ rect: { ...cell, column: cell.column - 1, columns: 2 }, where: `=AND(${isOther.join()})` }];
    });
  });
}
