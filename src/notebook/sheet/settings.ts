import type { OptimiserName } from '../../engine/optimisers';
import type { ScheduleName } from '../../engine/schedules';

/** What steers training, in a cell of its own: a number, or one of some words. */
export interface Setting {
  readonly key: SettingKey;
  /** Worksheet-scoped defined name. */
  readonly name: string;
  readonly label: string;
  /** Of a setting that is a word: its position among the words. */
  readonly initial: number;
  readonly format: string;
  /** The words to choose from; the setting's number is the position of the word. */
  readonly words?: readonly string[];
  /** Is this value usable? */
  accepts(value: number): boolean;
  /** What is expected, for messages: "Type …". */
  readonly expected: string;
}

export type SettingKey =
  | 'learningRate'
  | 'momentum'
  | 'batchSize'
  | 'stepsPerRun'
  | 'seed'
  | 'image'
  | 'optimiser'
  | 'beta1'
  | 'beta2'
  | 'decay'
  | 'epsilon'
  | 'weightDecay'
  | 'schedule'
  | 'factor'
  | 'every'
  | 'length'
  | 'epochsPerRun'
  | 'validationShare'
  | 'mode';

export const OPTIMISERS: readonly OptimiserName[] = [
  'SGD',
  'Momentum',
  'Nesterov',
  'Adagrad',
  'RMSProp',
  'Adam',
  'AdamW',
];
export const SCHEDULES: readonly ScheduleName[] = ['constant', 'step', 'exponential', 'cosine', 'one-cycle'];
/** How batch norm and dropout behave on the page; a step always trains. */
export const MODES = ['train', 'evaluate'] as const;

/** Seeds and image numbers stay below 2^31, so that every one of them is a whole number to Excel and engine alike. */
const LARGEST = 2 ** 31 - 1;

const whole = (least: number, most: number) => ({
  format: '0',
  accepts: (value: number) => Number.isInteger(value) && value >= least && value <= most,
  expected: `a whole number from ${least} to ${most.toLocaleString('en-US')}`,
});

const word = (words: readonly string[], initial: string) => ({
  words,
  format: 'General',
  initial: words.indexOf(initial),
  accepts: (value: number) => words[value] !== undefined,
  expected: `one of ${words.join(', ')}`,
});

const belowOne = {
  format: 'General',
  accepts: (value: number) => value >= 0 && value < 1,
  expected: 'a number from 0 up to, but not including, 1',
};

/** The settings that every training has, in the order in which they stand on the page. */
export const SETTINGS: readonly Setting[] = [
  {
    key: 'learningRate',
    name: 'sgd.learning_rate',
    label: 'Learning rate',
    initial: 0.005,
    format: 'General',
    accepts: (value) => value >= 0 && value <= 100,
    expected: 'a number from 0 to 100; 0.005 is a good start',
  },
  { key: 'momentum', name: 'sgd.momentum', label: 'Momentum', initial: 0.9, ...belowOne },
  { key: 'batchSize', name: 'sgd.batch_size', label: 'Batch size', initial: 16, ...whole(1, 256) },
  {
    key: 'stepsPerRun',
    name: 'sgd.steps_per_run',
    label: 'Steps per run',
    initial: 200,
    ...whole(1, 1_000_000),
  },
  { key: 'seed', name: 'notebook.seed', label: 'Seed', initial: 4, ...whole(0, LARGEST) },
  { key: 'image', name: 'notebook.image', label: 'Image', initial: 1, ...whole(1, LARGEST) },
  {
    key: 'optimiser',
    name: 'optimiser.name',
    label: 'Optimiser',
    ...word(OPTIMISERS, 'Momentum'),
  },
  { key: 'beta1', name: 'optimiser.beta1', label: 'Adam beta 1', initial: 0.9, ...belowOne },
  { key: 'beta2', name: 'optimiser.beta2', label: 'Adam beta 2', initial: 0.999, ...belowOne },
  { key: 'decay', name: 'optimiser.decay', label: 'RMSProp decay', initial: 0.99, ...belowOne },
  {
    key: 'epsilon',
    name: 'optimiser.epsilon',
    label: 'Epsilon',
    initial: 1e-8,
    format: 'General',
    accepts: (value) => value > 0 && value <= 1,
    expected: 'a number above 0, at most 1; 1E-8 is usual',
  },
  {
    key: 'weightDecay',
    name: 'optimiser.weight_decay',
    label: 'Weight decay',
    initial: 0,
    ...belowOne,
  },
  {
    key: 'schedule',
    name: 'schedule.name',
    label: 'Schedule',
    ...word(SCHEDULES, 'constant'),
  },
  {
    key: 'factor',
    name: 'schedule.factor',
    label: 'Factor',
    initial: 0.5,
    format: 'General',
    accepts: (value) => value > 0 && value <= 1,
    expected: 'a number above 0, at most 1: what the rate is multiplied by',
  },
  {
    key: 'every',
    name: 'schedule.every',
    label: 'Every … steps',
    initial: 500,
    ...whole(1, 1_000_000),
  },
  {
    key: 'length',
    name: 'schedule.length',
    label: 'Length in steps',
    initial: 1000,
    ...whole(1, 1_000_000),
  },
  {
    key: 'epochsPerRun',
    name: 'notebook.epochs_per_run',
    label: 'Epochs per run',
    initial: 1,
    ...whole(1, 1000),
  },
  {
    key: 'validationShare',
    name: 'notebook.validation_share',
    label: 'Validation share',
    initial: 0.2,
    format: 'General',
    accepts: (value) => value >= 0 && value <= 1,
    expected: 'a number from 0 to 1: the share of the images that are judged and not trained with',
  },
  { key: 'mode', name: 'notebook.mode', label: 'Mode', ...word(MODES, 'train') },
];

export type Settings = Record<SettingKey, number>;

export const INITIAL_SETTINGS: Settings = Object.fromEntries(
  SETTINGS.map((setting) => [setting.key, setting.initial]),
) as Settings;

/** The setting in a block's cell; undefined for every other block. */
export function settingNamed(name: string): Setting | undefined {
  return BY_NAME.get(name);
}

/** The setting of a key. */
export function settingFor(key: SettingKey): Setting {
  return SETTINGS.find((setting) => setting.key === key)!;
}

const BY_NAME = new Map(SETTINGS.map((setting) => [setting.name, setting]));

/** What a cell shows of a setting: its word, or its number. */
export function shownAs({ words }: Setting, value: number): string | number {
  return words?.[value] ?? value;
}
