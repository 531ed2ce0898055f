import {
  acceptNumber,
  asNumber,
  INITIAL_SETTINGS,
  numberOf,
  OPTIMISERS,
  settingFor,
  settingsOfRecord,
} from '../../../src/notebook/sheet/settings';

test('words of an old record are positions in the lists of those days', () => {
  expect(settingsOfRecord({ optimiser: 5, schedule: 4, mode: 1, learningRate: 0.01 })).toEqual({
    optimiser: 'Adam',
    schedule: 'one-cycle',
    mode: 'evaluate',
    learningRate: 0.01,
  });
});

test('a record of today is taken as it is', () => {
  const settings = { optimiser: 'RMSProp', schedule: 'step', batchSize: 8 } as const;
  expect(settingsOfRecord(settings)).toEqual(settings);
});

test('a block of a word holds its position in the list, and a setting its name', () => {
  const settings = { ...INITIAL_SETTINGS };
  expect(numberOf(settings, 'optimiser')).toBe(OPTIMISERS.indexOf('Momentum'));
  acceptNumber(settings, 'optimiser', OPTIMISERS.indexOf('Adam'));
  expect(settings.optimiser).toBe('Adam');
  acceptNumber(settings, 'batchSize', 3);
  expect(settings.batchSize).toBe(3);
});

test('words are taken whatever their capitals, numbers where they are usable', () => {
  expect(asNumber(settingFor('optimiser'), ' adamw ')).toBe(OPTIMISERS.indexOf('AdamW'));
  expect(asNumber(settingFor('optimiser'), 'Lion')).toBeUndefined();
  expect(asNumber(settingFor('batchSize'), 8)).toBe(8);
  expect(asNumber(settingFor('batchSize'), 0.5)).toBeUndefined();
});
