/** Parses call arguments: refuses what Excel would refuse, naming the call. */
import { ColorKit } from '@univerjs/core';
import { invalidArgument, kindNotPlayed } from '../host/errors';
import { type Argument, ExcelObject } from '../host/excelObject';
import type { Json } from '../host/wire';

export function text(value: Argument, location: string): string {
  if (typeof value === 'string') return value;
  throw invalidArgument(location);
}

export function textOr(value: Argument, fallback: string, location: string): string {
  return value === undefined || value === null ? fallback : text(value, location);
}

export function number(value: Argument, location: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw invalidArgument(location);
}

/** A number from `least` to `most`. */
export function within(value: Argument, least: number, most: number, location: string): number {
  const found = number(value, location);
  if (found >= least && found <= most) return found;
  throw invalidArgument(location);
}

export function whole(value: Argument, location: string, least = 0): number {
  const found = number(value, location);
  if (Number.isInteger(found) && found >= least) return found;
  throw invalidArgument(location);
}

export function wholeOr(
  value: Argument,
  fallback: number,
  location: string,
  least = Number.MIN_SAFE_INTEGER,
): number {
  return value === undefined || value === null ? fallback : whole(value, location, least);
}

export function truth(value: Argument, location: string): boolean {
  if (typeof value === 'boolean') return value;
  throw invalidArgument(location);
}

export function truthOr(value: Argument, fallback: boolean, location: string): boolean {
  return value === undefined || value === null ? fallback : truth(value, location);
}

export function oneOf<T extends string>(value: Argument, allowed: readonly T[], location: string): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined) throw invalidArgument(location);
  return found;
}

/**
 * One of several kinds of something.
 * @param lacking the kinds that Excel has and this workbook lacks
 * @throws ExcelError NotImplemented, with the kind's name, for one of those; InvalidArgument for a word of no
 *   meaning
 */
export function kindOf<T extends string>(
  value: Argument,
  played: readonly T[],
  lacking: readonly string[],
  what: string,
  location: string,
): T {
  if (typeof value === 'string' && lacking.includes(value)) throw kindNotPlayed(what, value, location);
  return oneOf(value, played, location);
}

/** A parser for a record field whose value is one of some words. */
export const choice =
  <T extends string>(allowed: readonly T[]) =>
  (value: Argument, location: string): T =>
    oneOf(value, allowed, location);

/** The name, number or id that identifies an item of a collection. */
export function itemKey(value: Argument, location: string): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw invalidArgument(location);
}

/**
 * A colour in the form that Excel returns, #RRGGBB: "HTML color code […], in the form #RRGGBB (e.g.,
 * "FFA500"), or as a named HTML color"
 * (https://learn.microsoft.com/javascript/api/excel/excel.rangefill#excel-excel-rangefill-color-member).
 */
export function color(value: Argument, location: string): string {
  const found = text(value, location);
  if (/^#?[0-9a-f]{6}$/i.test(found)) return `#${found.replace('#', '').toUpperCase()}`;
  const named = /^[a-z]+$/i.test(found) && found !== 'transparent' ? new ColorKit(found) : null;
  if (!named?.isValid) throw invalidArgument(location);
  return named.toHexString().toUpperCase();
}

export const json = (value: Argument): Json =>
  value === undefined || value instanceof ExcelObject ? null : value;
