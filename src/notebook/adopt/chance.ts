import { Unreadable } from './tokens';

/**
 * What a formula makes of one RAND(): a line of it, factor · RAND() + offset, or one of two numbers, depending on which side
 * of a boundary RAND() falls.
 */
export type Chance =
  | { readonly is: 'line'; readonly factor: number; readonly offset: number }
  | { readonly is: 'either'; readonly boundary: number; readonly below: number; readonly above: number };

/** RAND() itself: at least 0, below 1. */
export const UNIFORM: Chance = { is: 'line', factor: 1, offset: 0 };
/** RANDBETWEEN(0,1). */
export const COIN: Chance = { is: 'either', boundary: 0.5, below: 0, above: 1 };

/** `factor` · chance + `offset`. */
export function shifted(chance: Chance, factor: number, offset: number): Chance {
  if (chance.is === 'line')
    return { is: 'line', factor: chance.factor * factor, offset: chance.offset * factor + offset };
  return both(chance, (value) => value * factor + offset);
}

/** 1 where the comparison with a number holds, otherwise 0. That RAND() is exactly the boundary is never the case. */
export function compared(chance: Chance, sign: string, number: number): Chance {
  const holds = COMPARISONS[sign];
  if (!holds) throw new Unreadable(sign);
  if (chance.is === 'either') return both(chance, (value) => Number(holds(value, number)));
  const { factor, offset } = chance;
  const boundary = (number - offset) / factor;
  const at = (uniform: number) => Number(holds(factor * uniform + offset, number));
  return { is: 'either', boundary, below: at(boundary - 1), above: at(boundary + 1) };
}

const COMPARISONS: Readonly<Record<string, ((a: number, b: number) => boolean) | undefined>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
};

/** One number where it is not 0, another where it is: IF(chance, yes, no). */
export function chosen(chance: Chance, yes: number, no: number): Chance {
  if (chance.is === 'line') throw new Unreadable('IF(RAND()');
  return both(chance, (value) => (value === 0 ? no : yes));
}

/** INT(chance), where that is one of two numbers. */
export function floored(chance: Chance): Chance {
  if (chance.is === 'either') return both(chance, Math.floor);
  const { factor, offset } = chance;
  const low = Math.floor(Math.min(offset, offset + factor));
  const boundary = (low + 1 - offset) / factor;
  if (Math.max(offset, offset + factor) > low + 2) throw new Unreadable('INT(RAND()');
  return factor > 0
    ? { is: 'either', boundary, below: low, above: low + 1 }
    : { is: 'either', boundary, below: low + 1, above: low };
}

/** A mask: how often it is 0, and what it is otherwise. */
export interface MaskRule {
  readonly rate: number;
  readonly kept: number;
}

/** The rule of a chance that drops some and keeps others; undefined for any other. */
export function maskRule(chance: Chance): MaskRule | undefined {
  if (chance.is === 'line') return undefined;
  const { below, above } = chance;
  const boundary = Math.min(1, Math.max(0, chance.boundary));
  // With a rate of 0, nothing is ever dropped.
  if (below === 0 && above > 0) return { rate: boundary, kept: above };
  if (above === 0 && below > 0) return { rate: Number((1 - boundary).toPrecision(12)), kept: below };
  return undefined;
}

function both(
  chance: Chance & { readonly is: 'either' },
  change: (value: number) => number,
): Chance & { readonly is: 'either' } {
  return { ...chance, below: change(chance.below), above: change(chance.above) };
}
