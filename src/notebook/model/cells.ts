import { initialisers, type InitialiserName } from '../../engine/initialisers';
import type { Padding, Stride } from '../../engine/spec';
import { shortStride } from '../sheet/strideWords';
import type { Initial } from '../sheet/spec';

/** A cell with an invalid value; the message says what is expected. */
export class CellFault extends Error {}

/** A whole number of at least `least`; `usual` if the cell is blank. */
export function wholeIn(value: unknown, what: string, usual?: number, least = 1): number {
  if (value === '' && usual !== undefined) return usual;
  const number = typeof value === 'string' ? Number(value.trim() || NaN) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= least) return number;
  throw new CellFault(`${what} is ${shown(value)}; type a whole number, ${least} or more.`);
}

/** A share: from 0 up to, but not including, 1. */
export function shareIn(value: unknown, what: string): number {
  const number = typeof value === 'string' ? Number(value.trim() || NaN) : value;
  if (typeof number === 'number' && number >= 0 && number < 1) return number;
  throw new CellFault(
    `${what} is ${shown(value)}; type a number from 0 up to, but not including, 1, such as 0.5.`,
  );
}

/** "3×3", "3x3", "3 by 5", or 3 for both. */
export function kernelIn(value: unknown, usual?: [number, number]): [number, number] {
  if (value === '' && usual) return usual;
  const sides = sidesIn(value);
  if (sides) return sides;
  throw new CellFault(
    `The kernel is ${shown(value)}; type its height and width, such as 3×3, or 3 for both.`,
  );
}

/** 2 for both, or "2×1" for rows and columns, written as a kernel is. */
export function strideIn(value: unknown, usual: Stride): Stride {
  if (value === '') return usual;
  const sides = sidesIn(value);
  if (sides) return shortStride(sides);
  throw new CellFault(
    `The stride is ${shown(value)}; type a whole number, 1 or more, or rows and columns, such as 2×1.`,
  );
}

/** Two whole numbers, 1 or more; one stands for both. Undefined where there are none. */
function sidesIn(value: unknown): [number, number] | undefined {
  const match = /^\s*(\d+)\s*(?:(?:[×x*]|by)\s*(\d+)\s*)?$/i.exec(String(value));
  const [height, width] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  return height >= 1 && width >= 1 ? [height, width] : undefined;
}

/** "valid", "same", or a number of pixels. */
export function paddingIn(value: unknown): Padding {
  const typed = String(value).trim().toLowerCase();
  if (typed === '') return 'valid';
  if (typed === 'valid' || typed === 'same') return typed;
  if (/^\d+$/.test(typed)) return Number(typed);
  throw new CellFault(
    `The padding is ${shown(value)}; choose valid or same, or type a number of pixels, such as 1.`,
  );
}

/**
 * "He normal", or a name with its argument: "normal 0.02", "constant 0.1". Undefined if the cell is blank.
 */
export function initialIn(value: unknown): Initial | undefined {
  const typed = String(value).trim();
  if (typed === '') return undefined;
  const match = /^(.*?)\s*(-?\d*\.?\d+(?:e-?\d+)?)?$/i.exec(typed);
  const names = Object.keys(initialisers) as InitialiserName[];
  const initialiser = names.find((name) => name.toLowerCase() === alias(match?.[1] ?? '').toLowerCase());
  if (!initialiser) {
    throw new CellFault(
      `The initialiser is ${shown(value)}; choose one of ${names.join(', ')}. ` +
        'A number may follow uniform, normal and constant: normal 0.02.',
    );
  }
  return match?.[2] === undefined ? { initialiser } : { initialiser, argument: Number(match[2]) };
}

/** Xavier is Glorot, and Kaiming is He. */
function alias(name: string): string {
  return name.replace(/^glorot/i, 'Xavier').replace(/^kaiming/i, 'He');
}

/** A cell's content as a message quotes it. */
export function shown(value: unknown): string {
  if (value === '' || value === undefined) return 'missing';
  return typeof value === 'string' ? `"${value.slice(0, 30)}"` : String(value);
}
