import { columnName, toA1, type Rect } from '../../notebook/sheet/address';
import type { PlannedBlock, SheetPlan } from '../../notebook/sheet/plan';
import {
  goneStretch,
  insertedLines,
  lineMap,
  missingLines,
  type Insertion,
  type Stretch,
} from '../../notebook/repair/lines';
import { movedPlan } from '../../notebook/repair/movedPlan';
import { repairTexts } from '../../texts/excel/repair';
import { untracked } from '../context';
import { rectNamed } from '../read/reader';
import { BYTES, Requests } from '../requests';
import { repaint } from './repaint';

/** What a repair did to a sheet. */
export interface Repaired {
  readonly deleted: string[];
  readonly inserted: string[];
  /** Labels that were written again. */
  readonly labels: number;
}

/** A sheet cannot be repaired; the message says what stands in the way. */
export class RepairError extends Error {}

type Axis = 'rows' | 'columns';

type Known = (block: PlannedBlock) => ArrayLike<number> | undefined;

/** A block of the sheet, where it is, and what its cells hold. */
interface Present {
  readonly block: PlannedBlock;
  readonly rect: Rect | undefined;
  /** Whether its name is there, if only for cells that are gone. */
  readonly isNamed: boolean;
  rows: readonly (readonly unknown[])[];
}

/**
 * Puts a notebook's sheet in order, where it stands: rows and columns that were inserted into blocks are deleted if
 * nothing stands in them, those that were deleted from blocks are inserted, names, labels, formats and colour scales are
 * as planned again. No number is written, and nothing that somebody wrote beside the blocks is lost.
 *
 * @param known the numbers of a block that may be typed into, as they were last known; undefined if nobody knows them
 * @throws RepairError where it cannot be told what was done to the sheet
 */
export async function repairSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  known: Known,
): Promise<Repaired> {
  const present = await presentBlocks(context, sheet, plan);
  const ways = { rows: wayOf(present, 'rows', known), columns: wayOf(present, 'columns', known) };
  await refuseOccupied(context, sheet, ways);
  const requests = new Requests(context);
  for (const axis of ['rows', 'columns'] as const) {
    const { deleted, inserted } = ways[axis];
    for (const line of deleted.toReversed()) {
      await requests.room(BYTES.call);
      untracked(sheet.getRange(lineAddress(axis, line))).delete(axis === 'rows' ? 'Up' : 'Left');
    }
    for (const { at, count } of inserted) {
      await requests.room(BYTES.call);
      untracked(sheet.getRange(lineAddress(axis, at, count))).insert(axis === 'rows' ? 'Down' : 'Right');
    }
  }
  const placed = movedPlan(plan, ways.rows.map, ways.columns.map);
  await nameAgain(requests, sheet, placed, present, ways.rows.isMoved || ways.columns.isMoved);
  const labels = await repaint(requests, sheet, placed);
  return {
    deleted: [...named('rows', ways.rows.deleted), ...named('columns', ways.columns.deleted)],
    inserted: [
      ...ways.rows.inserted.map(({ at, count }) => lineAddress('rows', at, count)),
      ...ways.columns.inserted.map(({ at, count }) => lineAddress('columns', at, count)),
    ],
    labels,
  };
}

/** The blocks with the cells that their names refer to; with what these hold where there are too many, or too few. */
async function presentBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
): Promise<Present[]> {
  const { names } = sheet;
  names.load('items/name,items/formula');
  await context.sync();
  const rects = new Map(names.items.map(({ name, formula }) => [name, rectNamed(String(formula))]));
  const present = plan.blocks.map((block): Present => ({
    block,
    rect: rects.get(block.name),
    isNamed: rects.has(block.name),
    rows: [],
  }));
  const requests = new Requests(context);
  const loading: [Present, Excel.Range][] = [];
  for (const each of present) {
    const { rect, block } = each;
    if (!rect || (rect.rows === block.rect.rows && rect.columns === block.rect.columns)) continue;
    await requests.room(2 * BYTES.call, rect.rows * rect.columns * BYTES.number);
    const range = untracked(sheet.getRange(toA1(rect)));
    range.load('values');
    loading.push([each, range]);
  }
  await requests.send();
  for (const [each, range] of loading) each.rows = range.values as unknown[][];
  return present;
}

/** What to do along one axis, and where planned lines are when it is done. */
interface Way {
  readonly deleted: readonly number[];
  readonly inserted: readonly Insertion[];
  readonly isMoved: boolean;
  readonly map: (planned: number) => number;
}

function wayOf(present: readonly Present[], axis: Axis, known: Known): Way {
  const there = present.flatMap((each) =>
    each.rect ? [stretchOf(each.block, each.rect, each.rows, axis, known)] : [],
  );
  const gone = present.flatMap(({ block, rect }) => {
    const planned = plannedAlong(block.rect, axis);
    const stretch = rect ? undefined : goneStretch(planned, there);
    return stretch ? [stretch] : [];
  });
  const deleted = insertedLines([...there, ...gone]);
  if (!deleted) throw new RepairError(repairTexts.cannotTell(axis));
  const inserted = missingLines(deleted.stretches);
  const map = lineMap(inserted.stretches);
  if (!map) throw new RepairError(repairTexts.movedInPart);
  const isMoved = deleted.found.length + inserted.found.length > 0;
  return { deleted: deleted.found, inserted: inserted.found, isMoved, map };
}

function plannedAlong({ row, column, rows, columns }: Rect, axis: Axis) {
  return axis === 'rows' ? { plannedFirst: row, planned: rows } : { plannedFirst: column, planned: columns };
}

function stretchOf(
  block: PlannedBlock,
  rect: Rect,
  rows: Present['rows'],
  axis: Axis,
  known: Known,
): Stretch {
  const { plannedFirst, planned } = plannedAlong(block.rect, axis);
  const [first, count] = axis === 'rows' ? [rect.row, rect.rows] : [rect.column, rect.columns];
  const place = { first, count, plannedFirst, planned };
  if (count === planned) return place;
  const lines = axis === 'rows' ? rows : columnsOf(rows);
  if (count > planned) return { ...place, blank: lines.map((cells) => cells.every((cell) => cell === '')) };
  return { ...place, gaps: gapsIn(lines, block, planned - count, axis, known) };
}

/** Before which lines those that are missing may have stood: what is left is as it was known. */
function gapsIn(
  lines: readonly (readonly unknown[])[],
  block: PlannedBlock,
  missing: number,
  axis: Axis,
  known: Known,
): number[] {
  const all = Array.from({ length: lines.length + 1 }, (_, gap) => gap);
  // What is computed is written anew, wherever it is.
  if (!block.editable || block.jump > 1) return all;
  const { rows, columns } = block.rect;
  const numbers = Array.from(known(block) ?? []);
  const whole = Array.from({ length: rows }, (_, row) => numbers.slice(row * columns, (row + 1) * columns));
  const before = axis === 'rows' ? whole : columnsOf(whole);
  const same = (line: number, was: number) => isLeftOf(lines[line], before[was] ?? []);
  return all.filter((gap) => lines.every((_, line) => same(line, line < gap ? line : line + missing)));
}

/** Whether cells hold what is left of a line: all of it or, where lines across it were inserted or deleted, parts of it. */
function isLeftOf(cells: readonly unknown[], line: readonly number[]): boolean {
  if (cells.length === line.length) return cells.every((cell, at) => cell === line[at]);
  let from = 0;
  return cells
    .filter((cell) => cell !== '')
    .every((cell) => (from = line.indexOf(cell as number, from) + 1) > 0);
}

function columnsOf<Cell>(rows: readonly (readonly Cell[])[]): Cell[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((cells) => cells[column]));
}

/** @throws RepairError if something stands in the rows or columns that are to go */
async function refuseOccupied(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  ways: Readonly<Record<Axis, Way>>,
): Promise<void> {
  const lines = (['rows', 'columns'] as const).flatMap((axis) =>
    ways[axis].deleted.map((line) => {
      const used = sheet.getRange(lineAddress(axis, line)).getUsedRangeOrNullObject(true);
      used.load('address,values');
      return { axis, line, used };
    }),
  );
  if (lines.length) await context.sync();
  for (const { axis, line, used } of lines)
    if (!used.isNullObject && (used.values as unknown[][]).flat().some((cell) => cell !== ''))
      throw new RepairError(
        repairTexts.occupied(
          axis,
          lineName(axis, line),
          used.address.slice(used.address.lastIndexOf('!') + 1),
        ),
      );
}

/** Names whose cells are not those of their block, because they were gone or lines were inserted at their edge. */
async function nameAgain(
  requests: Requests,
  sheet: Excel.Worksheet,
  placed: SheetPlan,
  present: readonly Present[],
  isMoved: boolean,
): Promise<void> {
  for (const [index, { name, title, rect }] of placed.blocks.entries()) {
    const now = present[index].rect;
    const isWhole = now?.rows === rect.rows && now.columns === rect.columns;
    if (isWhole && (isMoved || (now.row === rect.row && now.column === rect.column))) continue;
    await requests.room(3 * BYTES.call);
    if (present[index].isNamed) sheet.names.getItem(name).delete();
    sheet.names.add(name, untracked(sheet.getRange(toA1(rect))), title);
  }
}

/** "7:8" or "C:D". */
function lineAddress(axis: Axis, line: number, count = 1): string {
  return `${lineName(axis, line)}:${lineName(axis, line + count - 1)}`;
}

function lineName(axis: Axis, line: number): string {
  return axis === 'rows' ? String(line + 1) : columnName(line);
}

function named(axis: Axis, lines: readonly number[]): string[] {
  return lines.map((line) => lineAddress(axis, line));
}
