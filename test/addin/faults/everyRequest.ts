import { STEP } from '../../../src/addin/commands/train';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { NAMES } from '../../../src/notebook/layout/outputs';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { quiet } from '../support/bridge';
import { failing, type Fault } from '../support/failing';
import { openNotebook, type Sheet } from '../support/sheet';
import { differences, wholeWorkbook } from '../support/wholeWorkbook';
import type { Operation } from './operations';

/** What became of an operation whose requests failed, one at a time. */
export interface Figures {
  /** So many requests were made to fail. */
  requests: number;
  /** So often the workbook was then as before, and so often as if nothing had failed. */
  before: number;
  after: number;
}

type Workbook = Record<string, unknown>;

/**
 * Carries out an operation on the notebook Tiny again and again, each time with a fault at the next request, until all of
 * its requests have had theirs.
 * @throws where a workbook is neither as before nor as after the operation, or the next Step does not work
 */
export async function faultAtEveryRequest(operation: Operation, fault: Fault): Promise<Figures> {
  const [before, after] = await withoutFault(operation);
  const figures: Figures = { requests: 0, before: 0, after: 0 };
  let sheet = await prepared(operation);
  for (let at = 0; ; at++) {
    const hasFailed = await actWithFault(sheet, operation, at, fault);
    const now = workbookOf(sheet);
    // After as many faults as it likes, the operation succeeds.
    if (!hasFailed) expectSame(now, after, `${operation.name}, ${fault}, at last`);
    if (!hasFailed) break;
    figures.requests++;
    if (differences(before, now).length === 0) {
      figures.before++;
      continue;
    }
    expectSame(now, after, `${operation.name}, ${fault} at request ${at}`, before);
    figures.after++;
    await expectStep(sheet);
    sheet.close();
    sheet = await prepared(operation);
  }
  await expectStep(sheet);
  sheet.close();
  return figures;
}

/** The workbook before and after the operation. */
async function withoutFault(operation: Operation): Promise<[before: Workbook, after: Workbook]> {
  const sheet = await prepared(operation);
  const before = workbookOf(sheet);
  await operation.act(sheet);
  await sheet.session.idle(quiet);
  expect(sheet.session.store.get().errors).toEqual([]);
  const after = workbookOf(sheet);
  sheet.close();
  return [before, after];
}

async function prepared({ before }: Operation): Promise<Sheet> {
  const sheet = await openNotebook(TINY);
  await before?.(sheet);
  await sheet.session.idle(quiet);
  return sheet;
}

/** @returns whether there was such a request */
async function actWithFault(sheet: Sheet, operation: Operation, at: number, fault: Fault): Promise<boolean> {
  // The add-in tells the console of it, for whoever looks there.
  const console_ = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const end = failing(at, fault);
  try {
    await operation.act(sheet);
    await sheet.session.idle(quiet);
  } finally {
    console_.mockRestore();
  }
  return end();
}

const [MESSAGE] = planNotebook(TINY, 'Tiny').sheets.values.blocks.filter(
  ({ name }) => name === NAMES.message,
);

/** Without the message cell, where a fault may be told. */
function workbookOf({ excel }: Sheet): Workbook {
  const { row, column } = MESSAGE.rect;
  return wholeWorkbook(excel.book, `${row},${column}`);
}

function expectSame(now: Workbook, wanted: Workbook, when: string, before = wanted): void {
  const found = differences(wanted, now);
  if (found.length === 0) return;
  const since = differences(before, now);
  throw new Error(
    `${when}, the workbook is neither as before (${since.join('\n')})\n\nnor as after (${found.join('\n')})`,
  );
}

/** A Step works, and is counted. */
async function expectStep({ session }: Sheet): Promise<void> {
  const { step } = session.store.get().notebook!;
  await session.perform(STEP);
  expect(session.store.get().errors).toEqual([]);
  expect(session.store.get().notebook!.step).toBe(step + 1);
}
