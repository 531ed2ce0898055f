/** Reading of call arguments: what Excel would refuse is refused here, with the call's name. */
import { invalidArgument } from '../host/errors';
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

export function oneOf<T extends string>(value: Argument, allowed: readonly T[], location: string): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined) throw invalidArgument(location);
  return found;
}

/** One of some words, as a field of a record is parsed. */
export const choice =
  <T extends string>(allowed: readonly T[]) =>
  (value: Argument, location: string): T =>
    oneOf(value, allowed, location);

/** The name, number or id by which an item of a collection is asked for. */
export function itemKey(value: Argument, location: string): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw invalidArgument(location);
}

/** `#RRGGBB`, or one of the names that HTML knows. */
export function color(value: Argument, location: string): string {
  const found = text(value, location);
  if (/^#?[0-9a-f]{6}$/i.test(found)) return `#${found.replace('#', '').toUpperCase()}`;
  if (/^[a-z]+$/i.test(found)) return NAMED_COLORS[found.toLowerCase()] ?? found;
  throw invalidArgument(location);
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000FF',
  gray: '#808080',
  green: '#008000',
  orange: '#FFA500',
  red: '#FF0000',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

export const json = (value: Argument): Json =>
  value === undefined || value instanceof ExcelObject ? null : value;
