import { activeSheetId } from '../../../excel/context';
import { drawAround } from '../../../excel/notebook/adoptSheet';
import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import { readSheetCells } from '../../../excel/read/sheetCells';
import type { SheetCells } from '../../../notebook/adopt/readSheet';
import { sheetsNamedIn, type Cells, type DefinedName } from '../../../notebook/adopt/surroundings';
import { remarksOf, linesOf, type AdoptionReport } from '../../../notebook/adopt/report';
import { Stopped } from '../../../notebook/adopt/stopped';
import { NAMES } from '../../../notebook/layout/outputs';
import { planNotebook } from '../../../notebook/layout/planNotebook';
import { toA1 } from '../../../notebook/sheet/address';
import type { Plan } from '../../../notebook/sheet/plan';
import { settingFor } from '../../../notebook/sheet/settings';
import { adoptTexts } from '../../../texts/adopt';
import { drawnBlocks } from '../../../training/drawnMasks';
import { openImages } from '../../../training/images';
import { NotebookError } from '../../faults';
import type { Pipeline } from '../../workbook/pipeline';
import type { OpenNotebooks } from '../../workbook/openNotebooks';
import { sheetNamesOf } from '../createNotebook';
import { checkResults, setRate, setTarget, takeDrawn, takeTyped } from './firstNumbers';
import { asFault, understand, type Understood } from './understand';

/** Makes a notebook of the sheet in front. @throws NotebookError where the sheet is none */
export async function adopt(context: Excel.RequestContext, pipeline: Pipeline): Promise<void> {
  const { notebooks, store } = pipeline;
  store.set({ adoption: undefined });
  const id = await activeSheetId(context);
  const sheet = context.workbook.worksheets.getItem(id);
  const cells = await readWithOthers(context, sheet);
  if (notebooks.recordOf(id)) throw new NotebookError(adoptTexts.already(cells.name));
  if (cells.values.length === 0) throw new NotebookError(adoptTexts.emptySheet(cells.name));
  const understood = understand(cells);
  const { plan, trainer, remarks } = await prepare(notebooks, understood, cells.name);
  const others = trainer.sheets.filter((key) => key !== 'values');
  const drawn = drawnBlocks(understood.spec);
  const place = await drawAround(context, sheet, plan, trainer, others, drawn);
  const record: NotebookRecord = { version: 2, spec: understood.spec, place, names: sheetNamesOf(plan) };
  pipeline.begin(await notebooks.add(context, record));
  const { found } = understood;
  const adoption: AdoptionReport = {
    sheet: cells.name,
    layers: linesOf(found, cells.name),
    remarks: [...remarksOf(found), ...remarks],
  };
  store.set({ adoption, notice: adoptTexts.summary(cells.name) });
}

/** The numbers with which it begins: those of the sheet, a target, and a learning rate. @throws NotebookError where they differ */
async function prepare(notebooks: OpenNotebooks, { spec, sheet, found }: Understood, name: string) {
  const plan = planNotebook(spec, name);
  const trainer = notebooks.trainerFor(spec, await openImages(spec.data, spec.classes));
  takeTyped(plan, trainer, sheet);
  try {
    takeDrawn(plan, trainer, sheet);
    checkResults(plan, trainer, sheet);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    throw asFault(name, Object.assign(error, found));
  }
  const isTurned = setTarget(
    trainer,
    plan.layout.blocks.find(({ role }) => role === 'logits')!,
  );
  const isSlow = setRate(trainer);
  const target = (isTurned ? adoptTexts.targetTurned : adoptTexts.target)(cellOf(plan, NAMES.target));
  const rate = cellOf(plan, settingFor('learningRate').name);
  const slow = isSlow ? [adoptTexts.rate(rate, trainer.settings.learningRate)] : [];
  const copies = plan.layout.blocks.filter(({ role }) => role === 'mask').map(({ rect }) => toA1(rect));
  const masks = copies.length ? [adoptTexts.drawnMask(copies)] : [];
  return { plan, trainer, remarks: [...masks, target, ...slow] };
}

/** A sheet, and all others that its formulas name: masks may stand there. */
async function readWithOthers(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<SheetCells> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  const names = namesFor(context, sheet);
  const cells = await readSheetCells(context, sheet);
  const others: Cells[] = [];
  const known = new Set([cells.name.toLowerCase()]);
  const defined = names(cells.name);
  const wanted = [...sheetsNamedIn(cells, defined)];
  for (const name of wanted) {
    if (known.has(name.toLowerCase())) continue;
    known.add(name.toLowerCase());
    const other = worksheets.items.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!other) continue;
    const read = await readSheetCells(context, other);
    others.push(read);
    wanted.push(...sheetsNamedIn(read, defined));
  }
  return { ...cells, others, names: defined };
}

/** Asks for the defined names of the workbook and of a sheet, which are there after the next request. */
function namesFor(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): (title: string) => readonly DefinedName[] {
  const [ofSheet, ofWorkbook] = [sheet.names, context.workbook.names];
  for (const each of [ofSheet, ofWorkbook]) each.load('items/name,items/formula');
  const from = (names: Excel.NamedItemCollection, home: string | undefined) =>
    names.items.map(({ name, formula }) => ({ name, sheet: home, formula: String(formula) }));
  return (title) => [...from(ofSheet, title), ...from(ofWorkbook, undefined)];
}

function cellOf({ layout }: Plan, name: string): string {
  return toA1(layout.blocks.find((block) => block.name === name)!.rect);
}
