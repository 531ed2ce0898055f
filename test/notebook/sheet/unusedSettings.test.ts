import { optimisers } from '../../../src/engine/optimisers';
import { scheduleKinds } from '../../../src/notebook/kinds/schedules';
import { OPTIMISERS, SCHEDULES } from '../../../src/notebook/sheet/settings';
import { unusedSettings } from '../../../src/notebook/sheet/unusedSettings';

test('SGD at a constant rate uses neither memory nor schedule', () => {
  expect(unusedSettings({ optimiser: 'SGD', schedule: 'constant' })).toEqual([
    'momentum',
    'beta1',
    'beta2',
    'decay',
    'epsilon',
    'factor',
    'every',
    'length',
  ]);
});

test('Adam along half a cosine', () => {
  expect(unusedSettings({ optimiser: 'Adam', schedule: 'cosine' })).toEqual([
    'momentum',
    'decay',
    'factor',
    'every',
  ]);
});

test.each(OPTIMISERS.flatMap((optimiser) => SCHEDULES.map((schedule) => [optimiser, schedule] as const)))(
  '%s, %s: a setting is unused exactly if neither uses it, and another choice does',
  (optimiser, schedule) => {
    const used = [...optimisers[optimiser].uses, ...scheduleKinds[schedule].uses];
    const ever = new Set([
      ...OPTIMISERS.flatMap((each) => optimisers[each].uses),
      ...SCHEDULES.flatMap((each) => scheduleKinds[each].uses),
    ]);
    const unused = unusedSettings({ optimiser, schedule });
    for (const setting of ever) expect(unused.includes(setting)).toBe(!used.includes(setting));
  },
);
