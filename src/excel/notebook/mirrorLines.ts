import { columnName, parseA1 } from '../../notebook/sheet/address';
import { SHEET_KEYS, type SheetKey } from '../../notebook/sheet/plan';
import type { Reading } from '../read/reading';
import { siteIdOf } from '../read/site';

/** Whole rows or columns that were inserted on a sheet of a notebook, or deleted from it. */
export interface LineEdit {
  readonly key: SheetKey;
  readonly deed: 'inserted' | 'deleted';
  /** "7:8", or "C:D". */
  readonly lines: string;
}

/**
 * Does on a notebook's other sheets what a person did on one, so that the same address goes on to mean the same cell.
 * Sheets that lie otherwise already, or of which blocks are torn, are left alone; nothing is deleted in which something
 * stands.
 *
 * @param edits what was done since the sheets last lay alike, in its order
 * @returns whether anything was done
 */
export async function mirrorLines(
  context: Excel.RequestContext,
  reading: Reading,
  edits: readonly LineEdit[],
): Promise<boolean> {
  if (edits.length === 0 || reading.problems.some(({ cell }) => !cell)) return false;
  const [{ key }] = edits;
  if (edits.some((edit) => edit.key !== key)) return false;
  const others = SHEET_KEYS.filter(
    (other) => other !== key && reading.isThere(other) && isBehind(reading, key, other, edits),
  );
  const going = edits.filter(({ deed }) => deed === 'deleted');
  const inUse = others.flatMap((other) =>
    going.map(({ lines }) => reading.sheet(other).getRange(lines).getUsedRangeOrNullObject(true)),
  );
  for (const used of inUse) used.load('values');
  if (inUse.length) await context.sync();
  const isBlank = ({ isNullObject, values }: Excel.Range) =>
    isNullObject || (values as unknown[][]).flat().every((cell) => cell === '');
  if (others.length === 0 || !inUse.every(isBlank)) return false;
  for (const other of others)
    for (const { deed, lines } of edits) {
      const range = reading.sheet(other).getRange(lines);
      if (deed === 'inserted') range.insert(isRows(lines) ? 'Down' : 'Right');
      else range.delete(isRows(lines) ? 'Up' : 'Left');
    }
  await context.sync();
  return true;
}

/** Whether a sheet would lie as the one that was edited if the same were done there, and does not yet. */
function isBehind(reading: Reading, key: SheetKey, other: SheetKey, edits: readonly LineEdit[]): boolean {
  const { sheets } = reading.plan;
  const pairs = sheets[other].blocks.flatMap(({ name }) => {
    const own = reading.found.get(siteIdOf(key, name))?.rect;
    const theirs = reading.found.get(siteIdOf(other, name))?.rect;
    return own && theirs ? [{ own, theirs }] : [];
  });
  const isSame = (a: Corner, b: Corner) => a.row === b.row && a.column === b.column;
  return (
    pairs.some(({ own, theirs }) => !isSame(own, theirs)) &&
    pairs.every(({ own, theirs }) => isSame(own, edits.reduce<Corner>(moved, theirs)))
  );
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

function moved(corner: Corner, { deed, lines }: LineEdit): Corner {
  const { row, column, rows, columns } = parseA1(lines);
  const [side, first, count] = isRows(lines)
    ? (['row', row, rows] as const)
    : (['column', column, columns] as const);
  const at = corner[side];
  if (deed === 'inserted') return at >= first ? { ...corner, [side]: at + count } : corner;
  return at >= first + count ? { ...corner, [side]: at - count } : corner;
}

function isRows(lines: string): boolean {
  return /^\d/.test(lines);
}

/** "7:8", or "C:D", of an address that Excel reports for whole rows or columns; undefined for any other. */
export function wholeLines(address: string): string | undefined {
  const { row, column, rows, columns } = parseA1(address);
  if (columns >= LAST_COLUMN) return `${row + 1}:${row + rows}`;
  return rows >= LAST_ROW ? `${columnName(column)}:${columnName(column + columns - 1)}` : undefined;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
