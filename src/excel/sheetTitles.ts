import { SUFFIX } from '../notebook/layout/planNotebook';
import { LONGEST_SHEET_NAME, sheetName } from '../notebook/sheet/sheetName';

/**
 * "Lesson 4", or "Lesson 4 (2)" and so on if there already are sheets of that name or for its gradients.
 * @param ignoring names of sheets that are about to be deleted
 */
export async function freeTitle(
  context: Excel.RequestContext,
  wanted: string,
  ignoring: readonly string[] = [],
): Promise<string> {
  const taken = await takenNames(context, ignoring);
  return freeAmong(taken, wanted, Object.values(SUFFIX));
}

/** Like `freeTitle`, for a single sheet. */
export async function freeName(context: Excel.RequestContext, wanted: string): Promise<string> {
  return freeAmong(await takenNames(context, []), wanted, ['']);
}

async function takenNames(
  context: Excel.RequestContext,
  ignoring: readonly string[],
): Promise<ReadonlySet<string>> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const names = worksheets.items.map(({ name }) => name).filter((name) => !ignoring.includes(name));
  return new Set(names.map((name) => name.toLowerCase()));
}

function freeAmong(taken: ReadonlySet<string>, wanted: string, suffixes: readonly string[]): string {
  const isFree = (title: string) => suffixes.every((suffix) => !taken.has((title + suffix).toLowerCase()));
  const room = LONGEST_SHEET_NAME - Math.max(...suffixes.map((suffix) => suffix.length));
  let title = sheetName(wanted, '', room);
  for (let count = 2; !isFree(title); count++) {
    const number = ` (${count})`;
    title = sheetName(wanted, '', room - number.length).trimEnd() + number;
  }
  return title;
}
