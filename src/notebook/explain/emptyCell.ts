import { labelsAt } from '../glossary/labelAt';
import type { Block } from '../sheet/block';
import type { Label } from '../sheet/layout';
import type { SheetKey } from '../sheet/plan';
import { sentence, type CellRef, type Explanation } from './explanation';
import type { Scene } from './scene';

/** What to say about a cell without a number: a heading, a label, a gap, or a cell outside the network. */
export function nothingAt(
  scene: Scene,
  at: CellRef,
  block: Block | undefined,
): Pick<Explanation, 'title' | 'where' | 'parts' | 'frames'> {
  const label = block ? undefined : labelAt(scene, at);
  const [title, where, text] = block ? gapOf(block) : label ? wordOf(at.key, label) : OUTSIDE;
  return { title, where, parts: [sentence(text)], frames: [] };
}

/** "Conv1, map 1", with what the sheet shows of it. */
export function titleOf(key: SheetKey, { title }: Block): string {
  return `${BEFORE[key]}${key === 'values' ? title.charAt(0).toUpperCase() + title.slice(1) : title}${AFTER[key] ?? ''}`;
}

const BEFORE: Readonly<Record<SheetKey, string>> = {
  values: '',
  gradients: 'Gradient (∂) of ',
  velocities: 'Memory (v) of ',
  secondMoments: 'Memory (v²) of ',
  next: 'Next step of ',
  rotated: '',
  changes: 'Change (Δ) of ',
};

const AFTER: Readonly<Partial<Record<SheetKey, string>>> = { rotated: ', rotated by 180°' };

const OUTSIDE: readonly [string, string, string] = [
  'Not a cell of the network',
  'This cell is not part of the notebook.',
  'Select a cell of a map, a filter, a weight or the loss to see where its value comes from.',
];

function gapOf({ title, jump }: Block): readonly [string, string, string] {
  return [
    `Gap in ${title}`,
    'There is no number here.',
    `The cells of this block stand in every ${ordinal(jump)} row and column, so that each is in the row ` +
      'of its receptive field.',
  ];
}

/** Texts longer than this are sentences, not names. */
const LONGEST_NAME = 40;

/** The sheets in whose first cell the heading of the input stands. */
const WITH_INPUT: ReadonlySet<SheetKey> = new Set(['values', 'gradients', 'changes']);

/** Whether a text is the note on top of a weight sheet, which names nothing. */
function isNote(key: SheetKey, { row, column, text }: Label): boolean {
  if (text.length > LONGEST_NAME) return true;
  return !WITH_INPUT.has(key) && row === 0 && column === 0;
}

const NOTE: readonly [string, string, string] = ['Note', 'A text, no number.', 'A note about this sheet.'];

function wordOf(key: SheetKey, label: Label): readonly [string, string, string] {
  if (isNote(key, label)) return NOTE;
  const { text, kind } = label;
  return kind === 'heading'
    ? [`Heading "${text}"`, 'A word, no number.', 'It names the cells below it.']
    : [`Label "${text}"`, 'A word, no number.', 'It names the cells beside it.'];
}

/** The label in a cell, if inserted rows or columns leave no doubt that it is there. */
function labelAt({ context }: Scene, at: CellRef): Label | undefined {
  const plan = context.plan.sheets[at.key];
  const placeOf = (name: string) => {
    const block = plan.blocks.find((each) => each.name === name);
    return block && context.placeOf(at.key, block);
  };
  const { labels, isSure } = labelsAt(plan, placeOf, at);
  return isSure ? labels[0] : undefined;
}

function ordinal(jump: number): string {
  const words = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
  return words[jump] ?? `${jump}th`;
}
