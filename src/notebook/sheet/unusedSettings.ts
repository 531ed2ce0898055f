import { optimisers } from '../../engine/optimisers';
import { scheduleKinds } from '../kinds/schedules';
import type { SettingKey, Settings } from './settings';

/** The settings that not every optimiser uses, or not every schedule. */
export const SOMETIMES_USED: readonly SettingKey[] = [
  'momentum',
  'beta1',
  'beta2',
  'decay',
  'epsilon',
  'factor',
  'every',
  'length',
];

/** The settings that the chosen optimiser and schedule do not use. */
export function unusedSettings({
  optimiser,
  schedule,
}: Pick<Settings, 'optimiser' | 'schedule'>): SettingKey[] {
  const used: readonly SettingKey[] = [...optimisers[optimiser].uses, ...scheduleKinds[schedule].uses];
  return SOMETIMES_USED.filter((setting) => !used.includes(setting));
}
