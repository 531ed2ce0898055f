import { toA1 } from '../../notebook/sheet/address';
import type { Block } from '../../notebook/sheet/block';
import { blocksByName } from '../../notebook/layout';
import { NAMES } from '../../notebook/layout/outputs';
import type { Edit } from '../../excel/read/watch';
import type { Edits } from './mergeEdits';
import type { LiveNotebook } from './liveNotebook';
import type { Extra } from './writtenCells';
import { siteId, type Reading, type Site } from '../../excel/read/reading';

export const IMAGE = 'notebook.image';

/**
 * Compute what follows from edits that are read already. What was typed over in computed cells is put back;
 * what Ctrl+Z took back of the notebook's own writing is left as it is, so that Ctrl+Z can go on to the edit before.
 * @param edits what a person changed
 * @returns what is to be written beside that which changed
 */
export async function answerEdits(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
  edits: Edits,
): Promise<Extra> {
  const { touched, overtakenPastes } = edits;
  const overwritten = touched.filter(({ block }) => !block.editable);
  const undone = overwritten.length ? await notebook.undone(context, overwritten) : [];
  if (undone.length && undone.length === touched.length) return { still: true, notice: UNDONE };
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

/** Only Excel knows what it was, and does not say so. */
function overtakenNotice(pastes: readonly Edit[]): string {
  const cells = listed([...new Set(pastes.map(({ address }) => address))]);
  return `${cells} changed while the notebook was writing there, and holds what it wrote. If you pasted other numbers, paste them once more.`;
}

const UNDONE =
  'Undo took back what the notebook had computed. Press Ctrl+Z again to take back your edit as well; ' +
  'Step, or any edit, computes it anew.';

/**
 * Put the image of the trainer's settings, and its target, on the page, whatever stands there now.
 * @returns the sites that are to be written
 */
export function showImage({ plan, trainer }: LiveNotebook, reading: Reading): string[] {
  const replaced = plan.sheets.values.blocks.filter(
    ({ role, name }) => role === 'input' || role === 'target' || name === IMAGE,
  );
  const sites = replaced.map((block): Site => ({ key: 'values', block }));
  for (const site of sites) reading.forgive(site);
  trainer.showImage();
  return sites.map(siteId);
}

/** What to tell somebody who typed into a computed cell: that it is put back, and which cells to edit. */
function putBackNotice(notebook: LiveNotebook, reading: Reading, { key, block }: Site): string {
  const sheet = reading.nameOf(key);
  const cells = toA1(reading.found.get(siteId({ key, block }))?.rect ?? block.rect);
  if (key !== 'values') {
    return `On '${sheet}', ${cells} (${block.title}) is computed and was put back. Edit the blue cells of '${reading.nameOf('values')}'.`;
  }
  if (block.name === NAMES.data)
    return `${cells} says where the images come from. For others, choose them in the model table (Model), or import some.`;
  if (block.role === 'message')
    return 'The message cell is written by the notebook; what was typed there is gone.';
  const sources = editableSources(notebook, block).map((source) => {
    const found = reading.found.get(siteId({ key, block: source }));
    return `${toA1(found?.rect ?? source.rect)} (${source.title})`;
  });
  const advice = sources.length
    ? `To change it, edit ${listed(sources)}.`
    : 'It changes with every step; Reset starts again.';
  return `${cells} (${block.title}) is computed and was put back. ${advice}`;
}

/** The nearest cells up the stream that a person may type into. */
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

function listed(words: readonly string[]): string {
  if (words.length > MOST)
    return `${words.slice(0, MOST).join(', ')} or ${words.length - MOST} more blocks before it`;
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
