import type { Plan, SheetKey, SheetPlan } from '../../notebook/sheet/plan';
import { boundingRect, cellRect, toA1, type Rect } from '../../notebook/sheet/address';
import { notebookSheetTexts } from '../../texts/excel/notebook';
import { untracked } from '../context';
import { ifItFails } from '../takeBack';
import { bytesOfText, BYTES, Requests } from '../requests';
import { drawPlan, drawSheet, fillSheet, type CellValues } from './draw';
import { greyUnused } from '../write/settingFonts';
import type { Place } from './notebookRecord';

interface NamedCells {
  readonly name: string;
  readonly sheet: string | undefined;
  readonly block: { readonly rect: Rect };
}

/** A name that is needed on an adopted sheet belongs to something else there. */
export class NameTakenError extends Error {
  constructor(name: string) {
    super(notebookSheetTexts.nameTaken(name));
  }
}

/**
 * Draws a notebook around a sheet that is there already: its companions as new sheets, on the sheet itself what is added,
 * in free cells, and then the names of all blocks.
 * @param keys the notebook's other sheets
 * @param drawn cells that get a name of the sheet, too, and may stand on others
 */
export async function drawAround(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: Plan,
  values: CellValues,
  keys: readonly SheetKey[],
  drawn: readonly NamedCells[],
): Promise<Place> {
  const { blocks } = plan.sheets.values;
  const before = await namesOn(context, sheet);
  const taken = [...blocks, ...drawn].find(({ name }) => before.has(name.toLowerCase()));
  if (taken) throw new NameTakenError(taken.name);
  const others = await drawPlan(context, plan, values, keys);
  const added = addedTo(plan.sheets.values);
  const names = [...blocks, ...drawn].map(({ name }) => name);
  ifItFails(context, ({ workbook }) => removeAdded(workbook.worksheets.getItem(sheet.id), added, names));
  const requests = new Requests(context, { drawing: true });
  await drawSheet(requests, sheet, added);
  await greyUnused(requests, sheet, added, values.settings);
  await fillSheet(requests, sheet, added, values);
  for (const { name, title, rect } of blocks.filter(({ isAdopted }) => isAdopted)) {
    await requests.room(BYTES.call + bytesOfText(name) + bytesOfText(title));
    sheet.names.add(name, untracked(sheet.getRange(toA1(rect))), title);
  }
  for (const { name, sheet: home, block } of drawn) {
    const from = home === undefined ? sheet : context.workbook.worksheets.getItem(home);
    sheet.names.add(name, untracked(from.getRange(toA1(block.rect))));
  }
  await requests.send();
  return { ...others, values: sheet.id } as Place;
}

/** What is added to the sheet. */
function addedTo(plan: SheetPlan): SheetPlan {
  return { ...plan, blocks: plan.blocks.filter(({ isAdopted }) => !isAdopted) };
}

/** The names on a sheet, in small letters: Excel ignores case. Its id is known afterwards. */
async function namesOn(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Set<string>> {
  sheet.load('id');
  sheet.names.load('items/name');
  await context.sync();
  return new Set(sheet.names.items.map(({ name }) => name.toLowerCase()));
}

/** Queues the removal of what was added to a sheet; none of the names was on it before. */
function removeAdded(sheet: Excel.Worksheet, { blocks, labels }: SheetPlan, names: readonly string[]): void {
  for (const name of names) sheet.names.getItemOrNullObject(name).delete();
  const area = boundingRect([
    ...blocks.map(({ rect }) => rect),
    ...labels.map(({ row, column }) => cellRect(row, column)),
  ]);
  // Of a protected sheet nothing can be cleared; nothing could be written there, either.
  untracked(sheet.getRange(toA1(area))).clear();
}
