/** A number that steers training, in a cell of its own. */
export interface Setting {
  readonly key: SettingKey;
  /** Worksheet-scoped defined name. */
  readonly name: string;
  readonly label: string;
  readonly initial: number;
  readonly format: string;
  /** Is this value usable? */
  accepts(value: number): boolean;
  /** What is expected, for messages: "Type …". */
  readonly expected: string;
}

export type SettingKey = 'learningRate' | 'momentum' | 'batchSize' | 'stepsPerRun' | 'seed' | 'image';

const wholeFrom = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** Seeds and image numbers stay below 2^31, so that every one of them is a whole number to Excel and engine alike. */
const LARGEST = 2 ** 31 - 1;

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
  {
    key: 'momentum',
    name: 'sgd.momentum',
    label: 'Momentum',
    initial: 0.9,
    format: 'General',
    accepts: (value) => value >= 0 && value < 1,
    expected: 'a number from 0 up to, but not including, 1',
  },
  {
    key: 'batchSize',
    name: 'sgd.batch_size',
    label: 'Batch size',
    initial: 16,
    format: '0',
    accepts: wholeFrom(1, 256),
    expected: 'a whole number from 1 to 256',
  },
  {
    key: 'stepsPerRun',
    name: 'sgd.steps_per_run',
    label: 'Steps per run',
    initial: 200,
    format: '0',
    accepts: wholeFrom(1, 1_000_000),
    expected: 'a whole number from 1 to 1,000,000',
  },
  {
    key: 'seed',
    name: 'notebook.seed',
    label: 'Seed',
    initial: 4,
    format: '0',
    accepts: wholeFrom(0, LARGEST),
    expected: 'a whole number from 0 to 2,147,483,647',
  },
  {
    key: 'image',
    name: 'notebook.image',
    label: 'Image',
    initial: 1,
    format: '0',
    accepts: wholeFrom(1, LARGEST),
    expected: 'a whole number from 1 to 2,147,483,647',
  },
];

export type Settings = Record<SettingKey, number>;

export const INITIAL_SETTINGS: Settings = Object.fromEntries(
  SETTINGS.map((setting) => [setting.key, setting.initial]),
) as Settings;
