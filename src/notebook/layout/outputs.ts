import type { LossName } from '../../engine/spec';
import { lossKinds } from '../kinds/losses';
import { BLUE, LIGHT, RED } from '../sheet/colours';
import type { Rect } from '../sheet/address';
import type { Block, Role, Source } from '../sheet/block';
import { SETTINGS, type Setting } from '../sheet/settings';
import { namesOf, type Page } from './page';

/** Names of blocks that other rooms look up. */
export const NAMES = {
  probability: 'output.probability',
  target: 'output.target',
  loss: 'output.loss',
  predicted: 'output.predicted',
  step: 'notebook.step',
  batchLoss: 'notebook.batch_loss',
  rateNow: 'notebook.rate_now',
  epoch: 'notebook.epoch',
  optimiserStep: 'optimiser.step',
  data: 'notebook.data',
  message: 'notebook.message',
} as const;

/**
 * Right of the logits: probabilities, target, loss and prediction; with several units, also the class of
 * each.
 */
export function placeOutputs(page: Page, logits: Block): void {
  const { row, column, rows } = logits.rect;
  const { classes, network, question } = page.spec;
  const vector = (offset: number): Rect => ({ row, column: column + offset, rows, columns: 1 });
  if (rows > 1) classes.forEach((word, unit) => page.label(row + unit, column + 1, word));
  page.heading(column + 2, probabilityHeading(network.loss, rows));
  placeCells(
    page,
    NAMES.probability,
    'probability',
    'probabilities',
    vector(2),
    { kind: 'activation', tensor: 'probabilities', offset: 0 },
    [logits.name],
  );
  page.heading(column + 4, 'Target');
  page.label(row - 1, column + 4, question);
  placeCells(page, NAMES.target, 'target', 'target', vector(4), {
    kind: 'target',
    tensor: 'target',
    offset: 0,
  });
  page.heading(column + 6, 'Loss');
  const loss: Rect = { row, column: column + 6, rows: 1, columns: 1 };
  placeCells(page, NAMES.loss, 'loss', 'loss', loss, { kind: 'loss', tensor: 'loss', offset: 0 }, [
    logits.name,
    NAMES.target,
  ]);
  page.label(row + 2, column + 6, 'Predicted');
  placeCells(
    page,
    NAMES.predicted,
    'predicted class',
    'predicted',
    { ...loss, row: row + 3 },
    { kind: 'status', tensor: 'predicted', offset: 0 },
    [NAMES.probability],
  );
  page.free = column + 7;
}

function probabilityHeading(loss: LossName, units: number): string {
  if (lossKinds[loss].makes === 'output') return 'Output';
  return units === 1 ? 'Probability' : 'Probabilities';
}

/** A column of names and a column of numbers: the settings, and the progress of training. */
export function placeTraining(page: Page, top: number): number {
  const list = new List(page, top, page.free + 1);
  page.heading(list.column, 'Training');
  const everything = [...namesOf(page.blocks), 'sgd.batch_size', 'notebook.seed'];
  FIRST_SETTINGS.forEach((setting) => list.setting(setting));
  list.gap();
  list.status(NAMES.step, 'Step', 'step');
  list.status(NAMES.batchLoss, 'Batch loss', 'batchLoss', everything);
  list.text(NAMES.message, 'Message', 'message');
  list.gap();
  list.text(NAMES.data, 'Images', 'data');
  list.status(NAMES.epoch, 'Epoch', 'epoch', ['sgd.batch_size']);
  list.gap();
  MORE_SETTINGS.forEach((setting) => list.setting(setting));
  list.status(NAMES.rateNow, 'Next learning rate', 'rateNow', RATE_READS);
  list.status(NAMES.optimiserStep, 'Optimiser step', 'optimiserStep');
  list.gap();
  for (const { text, fill } of LEGEND) list.key(text, fill);
  return list.column;
}

/** What the colours of all blocks mean. */
const LEGEND = [
  { text: 'below 0', fill: BLUE },
  { text: '0', fill: LIGHT },
  { text: 'above 0', fill: RED },
];

/** The most needed settings stand first. */
const FIRST_SETTINGS = SETTINGS.slice(0, 6);
const MORE_SETTINGS = SETTINGS.slice(6);

const RATE_READS = ['sgd.learning_rate', ...SETTINGS.map(({ name }) => name).filter(isOfSchedule)];

function isOfSchedule(name: string): boolean {
  return name.startsWith('schedule.');
}

/** Cells below each other, each with its name to the left. */
class List {
  constructor(
    private readonly page: Page,
    private row: number,
    readonly column: number,
  ) {}

  setting({ name, label, key, about }: Setting): void {
    this.page.labels.push({ row: this.row, column: this.column + 2, text: about, kind: 'caption' });
    this.place(name, label, 'setting', { kind: 'setting', tensor: key, offset: 0 });
  }

  status(name: string, label: string, tensor: string, reads: readonly string[] = []): void {
    this.place(name, label, 'status', { kind: 'status', tensor, offset: 0 }, reads);
  }

  text(name: string, label: string, tensor: string): void {
    this.place(name, label, 'message', { kind: 'status', tensor, offset: 0 });
  }

  gap(): void {
    this.row += 1;
  }

  key(text: string, fill: string): void {
    this.page.labels.push({ row: this.row, column: this.column, text, kind: 'key', fill });
    this.row += 1;
  }

  private place(
    name: string,
    label: string,
    role: Role,
    source: Source,
    reads: readonly string[] = [],
  ): void {
    const rect: Rect = { row: this.row, column: this.column + 1, rows: 1, columns: 1 };
    this.page.label(this.row, this.column, label);
    placeCells(this.page, name, label.toLowerCase(), role, rect, source, reads);
    this.row += 1;
  }
}

function placeCells(
  page: Page,
  name: string,
  title: string,
  role: Role,
  rect: Rect,
  source: Source,
  reads: readonly string[] = [],
) {
  page.add({ name, title, role, rect, source, reads });
}
