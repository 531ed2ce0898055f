import { toA1, type Rect } from '../../notebook/sheet/address';
import type { PlannedBlock, Scale, SheetPlan } from '../../notebook/sheet/plan';
import { addressesOf } from './addresses';
import { untracked } from '../context';
import { setFormat } from './subRange';
import { stripsOf } from './mergeRanges';

/** Blue on cream is yours to type over, black on white is computed, dark red on pink is refused. */
const EDITABLE = { font: '#1034A6', fill: '#FFFBEA' };
const COMPUTED = { font: '#262626' };
const REFUSED = { font: '#9C0006', fill: '#FFC7CE' };

/** Colours of the original sheet's scales, and a light blue for the negative side. */
const LIGHT = '#FCFCFF';
const RED = '#F8696B';
const BLUE = '#8DB4E2';
const FRAME = '#7F7F7F';

const SMALL = 7;
const SMALL_LABEL = 8;

/** Queue the looks of all blocks and labels: requests for each kind of looks, none for a block, let alone a cell. */
export function styleSheet(sheet: Excel.Worksheet, { blocks, labels }: SheetPlan): void {
  const rectsOf = (matters: (block: PlannedBlock) => boolean) =>
    blocks.filter(matters).map(({ rect }) => rect);
  const format = (rects: readonly Rect[], set: (format: Excel.RangeFormat) => void) => {
    // The format of several ranges at once has every member that is set here.
    for (const address of addressesOf(rects))
      set(untracked(sheet.getRanges(address)).format as unknown as Excel.RangeFormat);
  };
  for (const { code, rect } of formatsOf(blocks)) setFormat(untracked(sheet.getRange(toA1(rect))), code);
  const all = rectsOf(() => true);
  format(all, (cells) => {
    cells.verticalAlignment = 'Center';
    cells.horizontalAlignment = 'Right';
  });
  format(
    rectsOf(({ role }) => role === 'message'),
    (cells) => (cells.horizontalAlignment = 'Left'),
  );
  format(
    rectsOf(({ editable }) => editable),
    (cells) => (cells.font.color = EDITABLE.font),
  );
  format(
    rectsOf(({ editable }) => !editable),
    (cells) => (cells.font.color = COMPUTED.font),
  );
  // A colour scale fills the cells of its block itself; a fill would show in the gaps of a spread one.
  format(
    rectsOf(({ editable, scale }) => editable && !scale),
    (cells) => (cells.fill.color = EDITABLE.fill),
  );
  format(
    rectsOf(({ small }) => small),
    (cells) => (cells.font.size = SMALL),
  );
  for (const { rect } of blocks.filter(({ framed }) => framed)) frame(untracked(sheet.getRange(toA1(rect))));
  const cellsWith = (matters: (label: SheetPlan['labels'][number]) => boolean): Rect[] =>
    labels.filter(matters).map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
  format(
    cellsWith(() => true),
    (cells) => (cells.verticalAlignment = 'Center'),
  );
  format(
    cellsWith(({ kind }) => kind === 'heading'),
    (cells) => (cells.font.bold = true),
  );
  format(
    cellsWith(({ small }) => small),
    (cells) => (cells.font.size = SMALL_LABEL),
  );
}

/** Queue the colours of cells of a block as they are when nothing is wrong with them. */
export function styleCells(range: Excel.Range, block: PlannedBlock): void {
  range.format.font.color = block.editable ? EDITABLE.font : COMPUTED.font;
  if (block.editable && !block.scale) range.format.fill.color = EDITABLE.fill;
  else range.format.fill.clear();
}

/** Queue the looks of cells that a person types into, outside of a page. */
export function styleTyped(range: Excel.Range): void {
  range.format.font.color = EDITABLE.font;
  range.format.fill.color = EDITABLE.fill;
}

/** Queue the marking of a cell that holds no usable number. */
export function styleRefused(range: Excel.Range): void {
  range.format.font.color = REFUSED.font;
  range.format.fill.color = REFUSED.fill;
}

/** Queue the colour scale of a block, from its own smallest number to its largest. */
export function scaleBlock(range: Excel.Range, scale: Scale): void {
  const { criteria } = SCALES[scale];
  range.conditionalFormats.add(Excel.ConditionalFormatType.colorScale).colorScale.criteria = criteria;
}

/** Queue the list that a cell offers; what is not in it is refused by the notebook, which says why. */
export function offerWords(range: Excel.Range, words: readonly string[]): void {
  range.dataValidation.rule = { list: { inCellDropDown: true, source: listOf(words) } };
  range.dataValidation.errorAlert = {
    showAlert: false,
    style: 'Information',
    title: 'Not in the list',
    message: 'The notebook says what it expects here.',
  };
}

/** Excel takes lists up to this length, in which a comma ends a word. */
const LONGEST_LIST = 255;

function listOf(words: readonly string[]): string {
  const fitting: string[] = [];
  for (const word of words.filter((each) => !each.includes(',')))
    if ([...fitting, word].join(',').length <= LONGEST_LIST) fitting.push(word);
  return fitting.join(',');
}

function frame(range: Excel.Range): void {
  for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
    const border = range.format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = FRAME;
  }
}

const SCALES: Readonly<Record<Scale, { criteria: Excel.ConditionalColorScaleCriteria }>> = {
  sequential: {
    criteria: {
      minimum: { type: 'LowestValue', color: LIGHT },
      maximum: { type: 'HighestValue', color: RED },
    },
  },
  diverging: {
    criteria: {
      minimum: { type: 'LowestValue', color: BLUE },
      midpoint: { type: 'Number', formula: '0', color: LIGHT },
      maximum: { type: 'HighestValue', color: RED },
    },
  },
};

/** The number formats of all blocks, in ranges that go over neighbours of the same format and over no others. */
function formatsOf(blocks: readonly PlannedBlock[]): { code: string; rect: Rect }[] {
  return stripsOf(blocks).flatMap(({ parts }) => {
    const runs: PlannedBlock[][] = [];
    for (const block of parts) {
      const run = runs.at(-1);
      if (run?.at(-1)?.format === block.format) run.push(block);
      else runs.push([block]);
    }
    return runs.map((run) => {
      const [first, last] = [run[0].rect, run.at(-1)!.rect];
      return { code: run[0].format, rect: { ...first, rows: last.row + last.rows - first.row } };
    });
  });
}
