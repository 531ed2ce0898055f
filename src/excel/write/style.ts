import { toA1, type Rect, cellRect } from '../../notebook/sheet/address';
import type { PlannedBlock, Scale, SheetPlan } from '../../notebook/sheet/plan';
import {
  BAND,
  BAR,
  BLUE,
  COMPUTED,
  EDITABLE,
  LIGHT,
  QUIET,
  RED,
  REFUSED,
} from '../../notebook/sheet/colours';
import { addressesOf, formatAll, frame } from './rangeFormats';
import { untracked } from '../context';
import { BYTES, type Requests } from '../requests';
import { setFormat } from './subRange';
import { stripsOf } from './mergeRanges';
import { listTexts } from '../../texts/excel/lists';

/** Points; all else has Excel's usual size. */
const SMALL = 7;

/** Queues the formatting of all blocks and labels: calls per kind of format, none per block or cell. */
export async function styleSheet(
  requests: Requests,
  sheet: Excel.Worksheet,
  { blocks, labels, bands }: SheetPlan,
): Promise<void> {
  const rectsOf = (matters: (block: PlannedBlock) => boolean) =>
    blocks.filter(matters).map(({ rect }) => rect);
  const format = (rects: readonly Rect[], set: (format: Excel.RangeFormat) => void) =>
    formatAll(requests, sheet, rects, set);
  for (const { code, rect } of formatsOf(blocks)) {
    await requests.room(BYTES.call);
    setFormat(untracked(sheet.getRange(toA1(rect))), code);
  }
  const all = rectsOf(() => true);
  await format(all, (cells) => {
    cells.verticalAlignment = 'Center';
    cells.horizontalAlignment = 'Right';
  });
  await format(
    rectsOf(({ role }) => role === 'message'),
    (cells) => (cells.horizontalAlignment = 'Left'),
  );
  await format(
    rectsOf((block) => fontOf(block) === EDITABLE.font),
    (cells) => (cells.font.color = EDITABLE.font),
  );
  await format(
    rectsOf((block) => fontOf(block) === COMPUTED.font),
    (cells) => (cells.font.color = COMPUTED.font),
  );
  // A colour scale fills its block's cells itself; a fill would show in the gaps of a spread block.
  await format(
    rectsOf(({ editable, scale }) => editable && !scale),
    (cells) => (cells.fill.color = EDITABLE.fill),
  );
  await format(
    rectsOf(({ small }) => small),
    (cells) => (cells.font.size = SMALL),
  );
  await format(
    rectsOf(({ framed }) => framed),
    (cells) => frame(cells),
  );
  const cellsWith = (matters: (label: SheetPlan['labels'][number]) => boolean): Rect[] =>
    labels.filter(matters).map(({ row, column }) => cellRect(row, column));
  await format(
    cellsWith(() => true),
    (cells) => (cells.verticalAlignment = 'Center'),
  );
  await format(
    cellsWith(({ kind }) => kind === 'heading'),
    (cells) => (cells.font.bold = true),
  );
  await format(
    cellsWith(({ small }) => small),
    (cells) => (cells.font.size = SMALL),
  );
  await format(
    cellsWith(({ kind }) => kind === 'caption'),
    (cells) => (cells.font.color = QUIET),
  );
  for (const key of labels.filter(({ kind }) => kind === 'key')) {
    await requests.room(BYTES.call);
    untracked(sheet.getCell(key.row, key.column)).format.fill.color = key.fill!;
  }
  await format(bands, (cells) => (cells.fill.color = BAND));
}

/** Blue would not be legible on the colours of a scale. */
function fontOf({ editable, scale }: PlannedBlock): string {
  return editable && !scale ? EDITABLE.font : COMPUTED.font;
}

/** Queues the normal colours of a block's cells, without problems. */
export function styleCells(range: Excel.Range, block: PlannedBlock): void {
  range.format.font.color = fontOf(block);
  if (block.editable && !block.scale) range.format.fill.color = EDITABLE.fill;
  else range.format.fill.clear();
}

/** Queues the formatting of editable cells that are not part of a notebook's page. */
export function styleTyped(range: Excel.Range): void {
  range.format.font.color = EDITABLE.font;
  range.format.fill.color = EDITABLE.fill;
}

/** Queues highlighting a cell without a usable number. */
export function styleRefused(range: Excel.Range): void {
  range.format.font.color = REFUSED.font;
  range.format.fill.color = REFUSED.fill;
}

/** Queues the colour scale of a block: 0 is white, the largest number red, the smallest blue if it is below 0. */
export function scaleBlock(range: Excel.Range, scale: Scale): void {
  const { criteria } = SCALES[scale];
  range.conditionalFormats.add(Excel.ConditionalFormatType.colorScale).colorScale.criteria = criteria;
}

/** Queues a bar behind each probability, as long as its part of the cell's width. */
export function barBlock(range: Excel.Range): void {
  const { dataBar } = range.conditionalFormats.add(Excel.ConditionalFormatType.dataBar);
  dataBar.lowerBoundRule = { type: 'Number', formula: '=0' };
  dataBar.upperBoundRule = { type: 'Number', formula: '=1' };
  dataBar.positiveFormat.fillColor = BAR;
}

/**
 * Queues that zeros are white, whatever else is in their block: how a scale colours a block whose lowest, middle and highest
 * number are all 0 is not documented, and blue says less than 0. Call after `scaleBlock`: what comes last goes first.
 */
export async function whitenZeros(
  requests: Requests,
  sheet: Excel.Worksheet,
  rects: readonly Rect[],
): Promise<void> {
  for (const address of addressesOf(rects)) {
    await requests.room(address.length + ZEROS_BYTES);
    const { cellValue } = untracked(sheet.getRanges(address)).conditionalFormats.add(
      Excel.ConditionalFormatType.cellValue,
    );
    cellValue.rule = { formula1: '=0', operator: 'EqualTo' };
    cellValue.format.fill.color = LIGHT;
  }
}

const ZEROS_BYTES = 8 * BYTES.call;

/** Queues the list of choices of a cell; other words are refused by the notebook, with a message. */
export function offerWords(range: Excel.Range, words: readonly string[]): void {
  range.dataValidation.rule = { list: { inCellDropDown: true, source: listOf(words) } };
  range.dataValidation.errorAlert = {
    showAlert: false,
    style: 'Information',
    title: listTexts.notInList,
    message: listTexts.seeNotebook,
  };
}

/** The longest list that Excel accepts; a comma separates its words. */
const LONGEST_LIST = 255;

function listOf(words: readonly string[]): string {
  const fitting: string[] = [];
  for (const word of words.filter((each) => !each.includes(',')))
    if ([...fitting, word].join(',').length <= LONGEST_LIST) fitting.push(word);
  return fitting.join(',');
}

const SCALES: Readonly<Record<Scale, { criteria: Excel.ConditionalColorScaleCriteria }>> = {
  sequential: {
    criteria: {
      minimum: { type: 'Number', formula: '0', color: LIGHT },
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

/** The number formats of all blocks, as ranges that cover only neighbours with the same format. */
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
