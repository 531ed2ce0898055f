import { SUFFIX } from '../notebook/sheet/plan';

/**
 * The one door to `Excel.run`: everything that `work` queues goes to the workbook when it syncs, and at its end.
 * While somebody is typing into a cell it waits, where Excel can, instead of failing.
 */
export function inWorkbook<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run({ delayForCellEdit: true }, work);
}

/** Send what `queue` queues as one request, and have the screen change once. */
export async function paint(context: Excel.RequestContext, queue: () => void): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  queue();
  await context.sync();
}

/**
 * Cells that are of use only until the next sync. Excel is not asked to remember them, which would need a request of its
 * own afterwards, to forget them again.
 */
export function untracked<T extends Excel.Range | Excel.RangeAreas>(cells: T): T {
  cells.untrack();
  return cells;
}

export async function activeSheetId(context: Excel.RequestContext): Promise<string> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load('id');
  await context.sync();
  return active.id;
}

/**
 * "Lesson 4", or "Lesson 4 (2)" and so on when sheets of that name, or of its gradients, are there.
 * @param ignoring names of sheets that are about to go
 */
export function freeTitle(
  context: Excel.RequestContext,
  wanted: string,
  ignoring: readonly string[] = [],
): Promise<string> {
  return free(context, wanted, Object.values(SUFFIX), ignoring);
}

/** As `freeTitle`, for a sheet that stands alone. */
export function freeName(context: Excel.RequestContext, wanted: string): Promise<string> {
  return free(context, wanted, [''], []);
}

/** Excel's limit for the name of a worksheet. */
const LONGEST_NAME = 31;

async function free(
  context: Excel.RequestContext,
  wanted: string,
  suffixes: readonly string[],
  ignoring: readonly string[],
): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const names = worksheets.items.map(({ name }) => name).filter((name) => !ignoring.includes(name));
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const isFree = (title: string) => suffixes.every((suffix) => !taken.has((title + suffix).toLowerCase()));
  const room = LONGEST_NAME - Math.max(...suffixes.map((suffix) => suffix.length));
  let title = wanted.slice(0, room);
  for (let count = 2; !isFree(title); count++) {
    const number = ` (${count})`;
    title = wanted.slice(0, room - number.length).trimEnd() + number;
  }
  return title;
}

/**
 * Have the add-in start with this workbook from now on, so that edits are answered as soon as it is opened.
 * Excel remembers it in the file; hosts without the feature go on starting it by hand.
 */
export async function startWithWorkbook(): Promise<void> {
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load).catch(() => undefined);
}
