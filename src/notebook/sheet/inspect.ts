import { columnName, toA1, type Rect } from './address';
import type { Block } from './block';
import { asNumber, settingNamed } from './settings';

/** A problem on a sheet that prevents computing with a block, in words. */
export interface Problem {
  /** Name of the block. */
  readonly block: string;
  /** The cell at fault, if it is a single one. */
  readonly cell?: { readonly row: number; readonly column: number };
  /** The same for faults that one thing done by a person may have led to. */
  readonly cause: string;
  /** The cell, or else the block, in a few words. */
  readonly where: string;
  /** What was found, where, what is expected, what to do. */
  readonly message: string;
}

/** What a block's cells hold: numbers row by row, or a problem. */
export type Inspected =
  { values: number[]; problems?: undefined } | { values?: undefined; problems: Problem[] };

/**
 * Read the cells of a block as numbers.
 * @param place the block's cells now; undefined if they were deleted
 * @param rows the values of those cells, as Excel returns them: numbers, text, booleans, "" for a blank
 */
export function inspect(
  block: Block,
  place: Rect | undefined,
  rows: readonly (readonly unknown[])[],
): Inspected {
  const shape = inspectPlace(block, place);
  if (shape) return { problems: [shape] };
  const { row, column } = place!;
  const problems: Problem[] = [];
  const values: number[] = [];
  for (let r = 0; r < block.rect.rows; r += block.jump) {
    for (let c = 0; c < block.rect.columns; c += block.jump) {
      const value = rows[r][c];
      const number = numberIn(block, value);
      if (number !== undefined) values.push(number);
      else
        problems.push({
          block: block.name,
          cell: { row: row + r, column: column + c },
          cause: `${kindOf(value)}, not ${expected(block)}`,
          where: cellName(row + r, column + c),
          message: refusal(block, value, row + r, column + c),
        });
    }
  }
  return problems.length ? { problems } : { values };
}

/** Checks that the block's cells are still there with their size; they may have moved. */
export function inspectPlace(block: Block, place: Rect | undefined): Problem | undefined {
  const { rows, columns } = block.rect;
  if (place && place.rows === rows && place.columns === columns) return undefined;
  const message = place
    ? `${toA1(place)} (${block.title}) should be ${rows}×${columns} cells and is now ${place.rows}×${place.columns}: a row or column was ` +
      'inserted or deleted inside it. Undo that (Ctrl+Z), or press Repair.'
    : `The cells of ${block.title} (named ${block.name}) are gone. Undo the deletion (Ctrl+Z), or press Repair.`;
  return { block: block.name, cause: place ? 'resized' : 'gone', where: block.title, message };
}

/** The number in a cell; undefined if its block does not accept it. */
function numberIn(block: Block, value: unknown): number | undefined {
  const setting = settingNamed(block.name);
  if (setting) return asNumber(setting, value);
  // To the formulas of an adopted sheet a blank cell is 0.
  if (block.isAdopted && value === '') return 0;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  if (block.role === 'target' && !(value >= 0 && value <= 1)) return undefined;
  return value;
}

function refusal(block: Block, value: unknown, row: number, column: number): string {
  const advice = decimalAdvice(value) ?? `Type ${expected(block)}.`;
  return `${cellName(row, column)} (${block.title}) holds ${describe(value)}. ${advice}`;
}

function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/**
 * A number that is text because its decimal sign is not that of this Excel: had it been, the cell would hold a number.
 * (A point in a text may also come from a cell that is formatted as text.)
 */
function decimalAdvice(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^[+\-−]?\d+,\d+$/.test(text))
    return `The decimal sign of this Excel is a point: type ${text.replace(',', '.').replace('−', '-')}.`;
  if (/^[+\-]?\d*\.\d+$/.test(text))
    return `If the decimal sign of this Excel is a comma, type ${text.replace('.', ',')}; if the cell is formatted as text, format it as General.`;
  return undefined;
}

/** Faults of one kind may have come from one paste. */
function kindOf(value: unknown): string {
  if (value === '') return 'nothing';
  return typeof value === 'string' && value.startsWith('#') ? 'error' : typeof value;
}

function describe(value: unknown): string {
  if (value === '') return 'nothing';
  if (typeof value === 'string')
    return value.startsWith('#') ? `the error ${value}` : `the text "${shorten(value)}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return `the number ${String(value)}`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function expected(block: Block): string {
  if (block.role === 'target') return 'a number from 0 to 1';
  return settingNamed(block.name)?.expected ?? 'a number, such as 0';
}
