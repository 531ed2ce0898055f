import type { Reading } from '../../../excel/read/reading';
import { siteId, siteIdOf, type Site } from '../../../excel/read/site';
import type { Edit } from '../../../excel/read/watch';
import { rewriteTexts } from '../../../excel/write/writer';
import { toA1 } from '../../../notebook/sheet/address';
import { isParameter, type Block } from '../../../notebook/sheet/block';
import { blocksByName } from '../../../notebook/layout';
import { NAMES } from '../../../notebook/layout/outputs';
import type { Likeness } from '../notebook/cellMemory';
import type { LiveNotebook } from '../notebook/liveNotebook';
import { isCount, isOptimiserMemory } from '../notebook/siteKinds';
import { ReadEdits } from './mergeEdits';
import { IMAGE, showImage } from '../pageImage';
import type { Outcome } from '../notebook/writtenCells';
import { editTexts } from '../../../texts/addin/edits';

/** The cells' contents, and what to write in response. */
export interface Answer {
  readonly reading: Reading;
  readonly outcome: Outcome;
}

/**
 * Take what a person typed into the engine, and compute what follows. What was typed over in computed cells is put back;
 * what Ctrl+Z took back of the notebook's own writing is left as it is, so that Ctrl+Z can go on to the edit before.
 * @param edits what a person changed
 * @param read reads the cells as they are now
 * @returns what is to be written beside that which changed
 */
export async function respondToEdits(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  edits: readonly Edit[],
  read: () => Promise<Reading>,
): Promise<Answer> {
  let reading = await read();
  const { overtakenTexts } = new ReadEdits(notebook, reading, edits);
  if (overtakenTexts.length) {
    rewriteTexts(context, overtakenTexts);
    for (const edit of overtakenTexts) notebook.echoes.rewrote(edit);
    // They hold the earlier contents again, and are treated like any others.
    reading = await read();
  }
  const own = new ReadEdits(notebook, reading, edits);
  // Of a paste that was gone over, what was found is all that is left.
  const lost = new Set(own.overtakenPastes);
  notebook.untold.supersede(edits.filter((edit) => !lost.has(edit)));
  own.merge();
  const outcome = await computeAnswer(context, notebook, reading, own);
  // What is undone or redone brings its formulas along, and is left alone.
  if (!outcome.still && own.touched.length && !edits.every(isPlain)) notebook.formulas.forgetAll();
  return { reading, outcome };
}

/**
 * Did somebody type into a single cell? Anything else may have been cut and pasted, of which Excel does not tell: then
 * formulas that read those cells read others now, or none.
 */
function isPlain({ typed }: Edit): boolean {
  return typed !== undefined && typed !== '';
}

async function computeAnswer(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
  own: ReadEdits,
): Promise<Outcome> {
  const { touched, overtakenPastes } = own;
  const overwritten = touched.filter(({ block }) => !block.editable);
  const { restored, typed } = overwritten.length
    ? await sortOverwritten(context, notebook, overwritten, own)
    : { restored: [], typed: [] };
  const isAllOwn = touched.length > 0 && touched.every((site) => own.isOwn(site));
  // The echo of a write that was not recognised as one.
  if (isAllOwn && restored.length === 0 && !own.isNews) return { still: true };
  if (isAllOwn || isUndo({ restored, typed }, touched, own)) {
    if (touched.some(isOptimiserMemory)) notebook.trainer.trustMemory();
    notebook.trainer.compute();
    return { still: true, ...(notebook.isBehind(reading) && { notice: editTexts.undone }) };
  }
  for (const site of typed) reading.forgive(site);
  notebook.overwriteComputed(reading);
  const force = new Set(typed.map(siteId));
  if (typed.length) force.add(MESSAGE);
  const image = touched.find((site) => site.block.name === IMAGE && !own.isEcho(site));
  if (image && reading.values.has(siteId(image))) {
    const isThere = new Set(reading.values.keys());
    for (const id of showImage(notebook, reading)) if (!isThere.has(id)) force.add(id);
  }
  notebook.trainer.compute();
  // Undo went past an edit, with all that followed from it: not even an old message is written.
  const isBack = touched.length > 0 && typed.length === 0 && touched.every((site) => own.wasRestored(site));
  if (isBack && reading.problems.length === 0 && !overtakenPastes.length && !notebook.isBehind(reading))
    return { still: true };
  return {
    force,
    notice: noticeOf(notebook, reading, own, typed),
  };
}

/** Written together with what is put back, also where it says so already: see `isRestored`. */
const MESSAGE = siteIdOf('values', NAMES.message);

interface Overwritten {
  /** They hold again what they held before: Excel can undo, and redo, what an add-in wrote. */
  readonly restored: readonly Site[];
  /** A person typed something else. */
  readonly typed: readonly Site[];
}

/** Look at computed cells that were changed; what undo or redo brought back is known from now on. */
async function sortOverwritten(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  overwritten: readonly Site[],
  own: ReadEdits,
): Promise<Overwritten> {
  const now = await notebook.readComputed(context, overwritten);
  const isTyped = (site: Site) => !own.isOwn(site) && !isRestored(site, notebook.likeness(site, now), own);
  // An echo that was not recognised as one tells of nothing new.
  const isEcho = (site: Site) => own.isOwn(site) && notebook.likeness(site, now) === 'known';
  const typed = overwritten.filter(isTyped);
  const restored = overwritten.filter((site) => !isTyped(site) && !isEcho(site));
  notebook.takeRestored(restored, now);
  notebook.refuse(typed, now);
  return { restored, typed };
}

/** Does a computed site that was changed hold what undo or redo brought back, and not what somebody typed? */
function isRestored(site: Site, likeness: Likeness, { touched }: ReadEdits): boolean {
  // What is put back is written together with a message, and comes back with it.
  if (likeness === 'refused') return touched.some(({ block }) => block.role === 'message');
  // Steps that are undone bring back weights, too: where only a counter holds an earlier number, somebody typed it.
  if (isCount(site) && !touched.some(({ block }) => block.editable)) return false;
  return likeness !== 'new';
}

/** Did a person only undo or redo? Then the cells are theirs: any write would end that. */
function isUndo({ restored, typed }: Overwritten, touched: readonly Site[], own: ReadEdits): boolean {
  const edited = touched.filter(({ block }) => block.editable);
  return restored.length > 0 && typed.length === 0 && edited.every((site) => own.wasRestored(site));
}

function noticeOf(
  notebook: LiveNotebook,
  reading: Reading,
  own: ReadEdits,
  computed: readonly Site[],
): string | undefined {
  const { overtakenPastes, ownFormulas } = own;
  if (overtakenPastes.length) return overtakenNotice(overtakenPastes);
  if (computed.length) return putBackNotice(notebook, reading, computed[0]);
  const [changed] = ownFormulas;
  if (!changed) return formulaNotice(reading, own);
  const { rect } = reading.found.get(siteId(changed)) ?? changed.block;
  return editTexts.ownFormula(toA1(rect), changed.block.title);
}

/** The message about a formula that was typed into weights, before a step writes a number over it. */
function formulaNotice({ found }: Reading, { touched }: ReadEdits): string | undefined {
  const formulasIn = (site: Site) => found.get(siteId(site))?.formulas;
  const weights = touched.find((site) => isParameter(site.block) && formulasIn(site));
  return weights && editTexts.formulaInWeights(toA1(formulasIn(weights)!), weights.block.title);
}

/** Only Excel knows what was pasted, and does not tell. */
function overtakenNotice(pastes: readonly Edit[]): string {
  const ranges = [...new Set(pastes.map(({ address }) => address))];
  return editTexts.overtaken(...firstOf(ranges));
}

/** The message about typing into a computed cell: that it was restored, and which cells to edit instead. */
function putBackNotice(notebook: LiveNotebook, reading: Reading, { key, block }: Site): string {
  const cellsOf = (own: Block) => toA1(reading.found.get(siteId({ key, block: own }))?.rect ?? own.rect);
  const cells = cellsOf(block);
  if (key !== 'values')
    return editTexts.computedOnSheet(reading.nameOf(key), cells, block.title, reading.nameOf('values'));
  if (block.name === NAMES.data) return editTexts.imageSource(cells);
  if (block.role === 'message') return editTexts.messageCell;
  const sources = editableSources(notebook, block);
  if (sources.length === 0) return editTexts.computedByStep(cells, block.title);
  const named = sources.map((source) => ({ cells: cellsOf(source), title: source.title }));
  return editTexts.computedFrom(cells, block.title, ...firstOf(named));
}

/** The nearest editable blocks that a block is computed from. */
function editableSources(notebook: LiveNotebook, block: Block) {
  const planned = new Map(notebook.plan.sheets.values.blocks.map((each) => [each.name, each]));
  const byName = blocksByName(notebook.plan.layout);
  let names = block.reads;
  while (names.length) {
    const editable = names
      .map((name) => planned.get(name))
      .filter((each) => each?.editable && each.role !== 'input');
    if (editable.length) return editable.map((each) => each!);
    names = names.flatMap((name) => byName.get(name)?.reads ?? []);
  }
  return [];
}

const MOST = 4;

/** The items to list in a message, and the number of the others. */
function firstOf<T>(all: readonly T[]): [named: readonly T[], more: number] {
  return [all.slice(0, MOST), Math.max(0, all.length - MOST)];
}
