import type { Reading } from '../../excel/read/reading';
import { siteId, type Site } from '../../excel/read/site';
import type { Edit } from '../../excel/read/watch';
import { rewriteTexts } from '../../excel/write/writer';
import { toA1 } from '../../notebook/sheet/address';
import type { Block } from '../../notebook/sheet/block';
import { blocksByName } from '../../notebook/layout';
import { NAMES } from '../../notebook/layout/outputs';
import type { LiveNotebook } from './liveNotebook';
import { ReadEdits } from './mergeEdits';
import { IMAGE, showImage } from './pageImage';
import type { Outcome } from './writtenCells';
import { editTexts } from '../../texts/addin/edits';

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
    for (const edit of overtakenTexts) notebook.heard(edit);
    // They hold the earlier contents again, and are treated like any others.
    reading = await read();
  }
  const own = new ReadEdits(notebook, reading, edits);
  own.merge();
  return { reading, outcome: await computeAnswer(context, notebook, reading, own) };
}

async function computeAnswer(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
  { touched, overtakenPastes }: ReadEdits,
): Promise<Outcome> {
  const overwritten = touched.filter(({ block }) => !block.editable);
  const undone = overwritten.length ? await notebook.undone(context, overwritten) : [];
  if (undone.length && undone.length === touched.length) return { still: true, notice: editTexts.undone };
  const computed = overwritten.filter((site) => !undone.includes(site));
  for (const site of computed) reading.forgive(site);
  const force = new Set(computed.map(siteId));
  const image = touched.find(({ block }) => block.name === IMAGE);
  if (image && reading.values.has(siteId(image))) showImage(notebook, reading).forEach((id) => force.add(id));
  notebook.trainer.compute();
  return { force, notice: noticeOf(notebook, reading, { computed, overtakenPastes }) };
}

function noticeOf(
  notebook: LiveNotebook,
  reading: Reading,
  { computed, overtakenPastes }: { computed: readonly Site[]; overtakenPastes: readonly Edit[] },
): string | undefined {
  if (overtakenPastes.length) return overtakenNotice(overtakenPastes);
  return computed.length ? putBackNotice(notebook, reading, computed[0]) : undefined;
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
