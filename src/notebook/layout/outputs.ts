import type { Rect } from '../address';
import type { Role, Source } from '../block';
import { SETTINGS } from '../settings';
import { namesOf, type Page } from './page';

/** Blocks that other rooms ask for by name. */
export const NAMES = {
  probability: 'output.probability',
  target: 'output.target',
  loss: 'output.loss',
  step: 'notebook.step',
  batchLoss: 'notebook.batch_loss',
  message: 'notebook.message',
} as const;

/** Right of the logits: probabilities, target, loss; then the settings and what training says. */
export function placeOutputs(page: Page): void {
  const [logits] = page.previous;
  const { row, column, rows } = logits.rect;
  const vector = (offset: number): Rect => ({ row, column: column + offset, rows, columns: 1 });
  page.heading(column + 2, rows === 1 ? 'Probability' : 'Probabilities');
  placeCells(
    page,
    NAMES.probability,
    'probability',
    'probabilities',
    vector(2),
    activation('probabilities'),
    [logits.name],
  );
  page.heading(column + 4, 'Target');
  page.label(row - 1, column + 4, page.spec.question);
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
  page.free = column + 7;
}

/** A column of names, a column of numbers: what steers training, and where training stands. */
export function placeTraining(page: Page, top: number): number {
  const column = page.free + 1;
  const everything = namesOf(page.blocks);
  let row = top;
  const place = (name: string, label: string, role: Role, source: Source, reads: string[] = []) => {
    page.label(row, column, label);
    placeCells(
      page,
      name,
      label.toLowerCase(),
      role,
      { row, column: column + 1, rows: 1, columns: 1 },
      source,
      reads,
    );
    row += 1;
  };
  page.heading(column, 'Training');
  for (const { key, name, label } of SETTINGS)
    place(name, label, 'setting', { kind: 'setting', tensor: key, offset: 0 });
  row += 1;
  place(NAMES.step, 'Step', 'status', status('step'));
  place(NAMES.batchLoss, 'Batch loss', 'status', status('batchLoss'), [
    ...everything,
    'sgd.batch_size',
    'notebook.seed',
  ]);
  place(NAMES.message, 'Message', 'message', status('message'));
  return column;
}

function placeCells(
  page: Page,
  name: string,
  title: string,
  role: Role,
  rect: Rect,
  source: Source,
  reads: string[] = [],
) {
  page.add({ name, title, role, rect, source, reads });
}

function activation(tensor: string): Source {
  return { kind: 'activation', tensor, offset: 0 };
}

function status(tensor: string): Source {
  return { kind: 'status', tensor, offset: 0 };
}
