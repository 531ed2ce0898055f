import { optimisers, type OptimiserName } from '../../engine/optimisers';
import { schedules, type ScheduleName } from '../../engine/schedules';

/** A setting of training, in a cell of its own: a number, or one of some words. */
export interface Setting {
  readonly key: SettingKey;
  /** Worksheet-scoped defined name. */
  readonly name: string;
  readonly label: string;
  /** What it means, with its unit, in a few words. */
  readonly about: string;
  readonly initial: number | string;
  readonly format: string;
  /** The choices of a setting that is a word. In a block of numbers, a word is its index here. */
  readonly words?: readonly string[];
  /** Whether this number, or index, is valid. */
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

export const OPTIMISERS = Object.keys(optimisers) as readonly OptimiserName[];
export const SCHEDULES = Object.keys(schedules) as readonly ScheduleName[];
/** How batch norm and dropout behave on the page; a step always trains. */
export const MODES = ['train', 'evaluate'] as const;
export type Mode = (typeof MODES)[number];

/** Seeds and image numbers stay below 2^31, where every integer is exact in Excel and the engine. */
const LARGEST = 2 ** 31 - 1;

const whole = (least: number, most: number) => ({
  format: '0',
  accepts: (value: number) => Number.isInteger(value) && value >= least && value <= most,
  expected: `a whole number from ${least} to ${most.toLocaleString('en-US')}`,
});

const word = <Word extends string>(words: readonly Word[], initial: Word) => ({
  words,
  format: 'General',
  initial,
  accepts: (value: number) => words[value] !== undefined,
  expected: `one of ${words.join(', ')}`,
});

const belowOne = {
  format: 'General',
  accepts: (value: number) => value >= 0 && value < 1,
  expected: 'a number from 0 up to, but not including, 1',
};

/** The settings of every training, in the order on the page. */
export const SETTINGS: readonly Setting[] = [
  {
    key: 'learningRate',
    name: 'sgd.learning_rate',
    label: 'Learning rate',
    about: 'how far a step goes',
    initial: 0.005,
    format: 'General',
    accepts: (value) => value >= 0 && value <= 100,
    expected: 'a number from 0 to 100; 0.005 is a good start',
  },
  {
    key: 'momentum',
    name: 'sgd.momentum',
    label: 'Momentum',
    about: 'share of the last move that is kept',
    initial: 0.9,
    ...belowOne,
  },
  {
    key: 'batchSize',
    name: 'sgd.batch_size',
    label: 'Batch size',
    about: 'images in a step',
    initial: 16,
    ...whole(1, 256),
  },
  {
    key: 'stepsPerRun',
    name: 'sgd.steps_per_run',
    label: 'Steps per run',
    about: 'steps of one Run',
    initial: 200,
    ...whole(1, 1_000_000),
  },
  {
    key: 'seed',
    name: 'notebook.seed',
    label: 'Seed',
    about: 'draws first weights and batches',
    initial: 4,
    ...whole(0, LARGEST),
  },
  {
    key: 'image',
    name: 'notebook.image',
    label: 'Image',
    about: 'number of the image on the page',
    initial: 1,
    ...whole(1, LARGEST),
  },
  {
    key: 'optimiser',
    name: 'optimiser.name',
    label: 'Optimiser',
    about: 'how gradients become a step',
    ...word(OPTIMISERS, 'Momentum'),
  },
  {
    key: 'beta1',
    name: 'optimiser.beta1',
    label: 'Adam beta 1',
    about: 'share of the mean gradient that stays',
    initial: 0.9,
    ...belowOne,
  },
  {
    key: 'beta2',
    name: 'optimiser.beta2',
    label: 'Adam beta 2',
    about: 'share of the mean square that stays',
    initial: 0.999,
    ...belowOne,
  },
  {
    key: 'decay',
    name: 'optimiser.decay',
    label: 'RMSProp decay',
    about: 'share of the mean square that stays',
    initial: 0.99,
    ...belowOne,
  },
  {
    key: 'epsilon',
    name: 'optimiser.epsilon',
    label: 'Epsilon',
    about: 'keeps divisions by small roots small',
    initial: 1e-8,
    format: 'General',
    accepts: (value) => value > 0 && value <= 1,
    expected: 'a number above 0, at most 1; 1E-8 is usual',
  },
  {
    key: 'weightDecay',
    name: 'optimiser.weight_decay',
    label: 'Weight decay',
    about: 'pulls weights to 0 at each step',
    initial: 0,
    ...belowOne,
  },
  {
    key: 'schedule',
    name: 'schedule.name',
    label: 'Schedule',
    about: 'how the rate changes, step by step',
    ...word(SCHEDULES, 'constant'),
  },
  {
    key: 'factor',
    name: 'schedule.factor',
    label: 'Factor',
    about: 'what the rate is multiplied by',
    initial: 0.5,
    format: 'General',
    accepts: (value) => value > 0 && value <= 1,
    expected: 'a number above 0, at most 1: what the rate is multiplied by',
  },
  {
    key: 'every',
    name: 'schedule.every',
    label: 'Every … steps',
    about: 'steps from one factor to the next',
    initial: 500,
    ...whole(1, 1_000_000),
  },
  {
    key: 'length',
    name: 'schedule.length',
    label: 'Length in steps',
    about: 'steps until the rate is at its end',
    initial: 1000,
    ...whole(1, 1_000_000),
  },
  {
    key: 'epochsPerRun',
    name: 'notebook.epochs_per_run',
    label: 'Epochs per run',
    about: 'epochs of one Run epoch',
    initial: 1,
    ...whole(1, 1000),
  },
  {
    key: 'validationShare',
    name: 'notebook.validation_share',
    label: 'Validation share',
    about: 'share of images not trained with',
    initial: 0.2,
    format: 'General',
    accepts: (value) => value >= 0 && value <= 1,
    expected: 'a number from 0 to 1: the share of images used for validation, not for training',
  },
  {
    key: 'mode',
    name: 'notebook.mode',
    label: 'Mode',
    about: 'of batch norm and dropout on the page',
    ...word(MODES, 'train'),
  },
];

/** The settings that are words. */
interface WordSettings {
  optimiser: OptimiserName;
  schedule: ScheduleName;
  mode: Mode;
}

export type Settings = WordSettings & Record<Exclude<SettingKey, keyof WordSettings>, number>;

export const INITIAL_SETTINGS = Object.fromEntries(
  SETTINGS.map((setting) => [setting.key, setting.initial]),
) as unknown as Settings;

/** The setting in a block's cell; undefined for every other block. */
export function settingNamed(name: string): Setting | undefined {
  return BY_NAME.get(name);
}

/** The setting of a key. */
export function settingFor(key: SettingKey): Setting {
  return SETTINGS.find((setting) => setting.key === key)!;
}

const BY_NAME = new Map(SETTINGS.map((setting) => [setting.name, setting]));

/** What a cell shows for a setting: its word or number. */
export function shownAs({ words }: Setting, value: number): string | number {
  return words?.[value] ?? value;
}

/** A number, or a word ignoring case, as the number in the setting's block; undefined if it is not valid. */
export function asNumber({ words, accepts }: Setting, value: unknown): number | undefined {
  if (!words) return typeof value === 'number' && accepts(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const position = words.findIndex((word) => word.toLowerCase() === value.trim().toLowerCase());
  return position < 0 ? undefined : position;
}

/** A setting as the number in its block. */
export function numberOf(settings: Settings, key: SettingKey): number {
  const value = settings[key];
  return typeof value === 'number' ? value : settingFor(key).words!.indexOf(value);
}

/** Sets a setting from the number in its block. */
export function acceptNumber(settings: Settings, key: SettingKey, value: number): void {
  Object.assign(settings, { [key]: shownAs(settingFor(key), value) });
}

/**
 * Settings as stored in a workbook, also by earlier versions, which stored words as indexes into OLD_WORDS.
 */
export function settingsOfRecord(
  record: Readonly<Partial<Record<SettingKey, number | string>>>,
): Partial<Settings> {
  const named = Object.entries(record).map(([key, value]) => [
    key,
    typeof value === 'number' ? (OLD_WORDS[key]?.[value] ?? value) : value,
  ]);
  return Object.fromEntries(named) as Partial<Settings>;
}

/** The words in the order of the earlier version, whatever has been added or moved since. */
const OLD_WORDS: Readonly<Record<string, readonly string[] | undefined>> = {
  optimiser: ['SGD', 'Momentum', 'Nesterov', 'Adagrad', 'RMSProp', 'Adam', 'AdamW'],
  schedule: ['constant', 'step', 'exponential', 'cosine', 'one-cycle'],
  mode: ['train', 'evaluate'],
};
