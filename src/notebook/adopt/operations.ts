import { chosen, compared, maskRule, shifted } from './chance';
import type { Mask, Meaning, Surroundings, Term } from './meaning';
import { Unreadable } from './tokens';

type ChanceMeaning = Meaning & { readonly is: 'chance' };

/** The most cells multiplied by each other: a pixel, its weight, and one more, which is then refused by name. */
const MOST_FACTORS = 3;

export function constant(value: number): Meaning {
  return sumOf(value === 0 ? [] : [{ factor: value, cells: [] }]);
}

/** The number that is written in the formula itself; undefined if it is none. */
export function numberIn(meaning: Meaning | undefined): number | undefined {
  if (meaning?.is === 'elsewhere') return meaning.number;
  if (
    meaning?.is !== 'sum' ||
    meaning.rectified ||
    meaning.terms.some(({ cells, mask }) => cells.length || mask)
  )
    return undefined;
  return meaning.terms.reduce((sum, { factor }) => sum + factor, 0);
}

/** The number that follows from typed cells, such as a rate; undefined if it does not. */
function typedIn(meaning: Meaning, { typedNumber }: Surroundings): number | undefined {
  if (meaning.is !== 'sum' || meaning.rectified) return numberIn(meaning);
  return meaning.terms.reduce<number | undefined>((sum, { factor, cells, mask }) => {
    const product = cells.reduce((all, cell) => all * (typedNumber(cell) ?? NaN), factor);
    return sum === undefined || mask || Number.isNaN(product) ? undefined : sum + product;
  }, 0);
}

/** What is made of a number on another sheet and of other numbers; undefined if there is no such number. */
export function withElsewhere(sign: string, left: Meaning, right: Meaning): Meaning | undefined {
  const given = [left, right].find((each) => each.is === 'elsewhere');
  const [a, b] = [numberIn(left), numberIn(right)];
  const join = ARITHMETIC[sign];
  if (given?.is !== 'elsewhere' || a === undefined || b === undefined || !join) return undefined;
  return { ...given, number: join(a, b) };
}

const ARITHMETIC: Readonly<Record<string, ((a: number, b: number) => number) | undefined>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

export function plus(left: Meaning, right: Meaning, surroundings: Surroundings): Meaning {
  if (left.is === 'chance') return shiftedBy(left, 1, right, surroundings);
  if (right.is === 'chance') return shiftedBy(right, 1, left, surroundings);
  return sumOf([...termsOf(left), ...termsOf(right)]);
}

export function minus(left: Meaning, right: Meaning, surroundings: Surroundings): Meaning {
  if (right.is === 'chance') return shiftedBy(right, -1, left, surroundings);
  if (left.is === 'chance') return shiftedBy(left, 1, scaled(right, -1), surroundings);
  return difference(left, right);
}

const difference = (left: Meaning, right: Meaning): Meaning => total([left, scaled(right, -1)]);

function shiftedBy(chance: ChanceMeaning, factor: number, by: Meaning, surroundings: Surroundings): Meaning {
  const offset = typedIn(by, surroundings) ?? refuse('RAND()');
  return { ...chance, chance: shifted(chance.chance, factor, offset), at: undefined };
}

export function multiply(left: Meaning, right: Meaning): Meaning {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (one.is === 'test') return same(one.above0, termsOf(other)) ? rectified(one.above0) : refuse('>');
    if (one.is === 'chance') return byChance(one, other);
    const number = numberIn(one);
    if (number !== undefined && masksOf(other).length) return withMaskTimes(other, number);
  }
  const others = termsOf(right);
  return sumOf(
    termsOf(left).flatMap((a) =>
      others.map((b) => {
        const cells = [...a.cells, ...b.cells];
        if (cells.length > MOST_FACTORS || (a.mask && b.mask)) refuse('*');
        return { factor: a.factor * b.factor, cells, mask: a.mask ?? b.mask };
      }),
    ),
  );
}

function byChance(one: ChanceMeaning, other: Meaning): Meaning {
  const number = numberIn(other);
  if (number !== undefined) return { ...one, chance: shifted(one.chance, number, 0), at: undefined };
  const rule = maskRule(one.chance);
  if (!rule || masksOf(other).length) refuse('RAND()');
  const mask: Mask = { ...rule, at: one.at, key: one.key };
  if (other.is === 'max') return { ...other, mask };
  if (other.is !== 'sum') refuse('RAND()');
  const { terms } = other;
  // A number that is kept may be made larger before it is masked, or after it.
  if (terms.length === 1 && terms[0].factor !== 1)
    return withMaskTimes({ ...other, terms: [{ ...terms[0], factor: 1, mask }] }, terms[0].factor);
  return { ...other, terms: terms.map((term) => ({ ...term, mask })) };
}

function masksOf(meaning: Meaning): Mask[] {
  if (meaning.is === 'max') return meaning.mask ? [meaning.mask] : [];
  return meaning.is === 'sum' ? meaning.terms.flatMap(({ mask }) => mask ?? []) : [];
}

/** What is kept, times a number: no cell holds that mask any more. */
function withMaskTimes(meaning: Meaning, factor: number): Meaning {
  const times = (mask: Mask | undefined): Mask | undefined =>
    mask && factor !== 1 ? { ...mask, kept: mask.kept * factor, at: undefined } : mask;
  if (meaning.is === 'max') return { ...meaning, mask: times(meaning.mask) };
  if (meaning.is !== 'sum' || meaning.terms.some(({ mask }) => !mask)) refuse('*');
  return { ...meaning, terms: meaning.terms.map((term) => ({ ...term, mask: times(term.mask) })) };
}

export function divide(left: Meaning, right: Meaning, surroundings: Surroundings): Meaning {
  const number = numberIn(left);
  const isOfMask = left.is === 'chance' || masksOf(left).length > 0;
  // What a network computes is never divided by a cell; a mask is.
  const divisor = isOfMask || number !== undefined ? typedIn(right, surroundings) : numberIn(right);
  if (!divisor) refuse('/');
  if (number !== undefined) return constant(number / divisor);
  return isOfMask ? multiply(left, constant(1 / divisor)) : scaled(left, 1 / divisor);
}

export function comparison(sign: string, left: Meaning, right: Meaning, surroundings: Surroundings): Meaning {
  const ofChance = (one: ChanceMeaning, how: string, other: Meaning): Meaning => {
    const number = typedIn(other, surroundings) ?? refuse(sign);
    return { ...one, chance: compared(one.chance, how, number), at: undefined };
  };
  if (left.is === 'chance') return ofChance(left, sign, right);
  if (right.is === 'chance') return ofChance(right, MIRRORED[sign] ?? sign, left);
  switch (sign) {
    case '>':
    case '>=':
      return { is: 'test', above0: termsOf(difference(left, right)), orEqual: sign === '>=' };
    case '<':
    case '<=':
      return { is: 'test', above0: termsOf(difference(right, left)), orEqual: sign === '<=' };
    default:
      return refuse(sign);
  }
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

export function total(parts: readonly Meaning[]): Meaning {
  if (parts.length === 1) return parts[0];
  return sumOf(parts.flatMap(termsOf));
}

export function scaled(meaning: Meaning, factor: number): Meaning {
  return sumOf(termsOf(meaning).map((term) => ({ ...term, factor: term.factor * factor })));
}

/** MAX(0, sum) rectifies; MAX of cells is a pool. */
export function largest(parts: readonly Meaning[]): Meaning {
  const sums = parts.map(termsOf);
  const others = sums.filter((terms) => terms.length > 0);
  if (others.length < sums.length && others.length === 1) return rectified(others[0]);
  const cells = sums.map((terms) =>
    terms.length === 1 && terms[0].factor === 1 && terms[0].cells.length === 1 && !terms[0].mask
      ? terms[0].cells[0]
      : refuse('MAX'),
  );
  return { is: 'max', cells };
}

/** IF(sum > 0, sum, 0), and the other way round; IF(RAND() < rate, 0, sum). */
export function choice([test, yes, no = sumOf([])]: readonly Meaning[]): Meaning {
  if (test?.is === 'chance' && yes) return chosenBy(test, yes, no);
  if (test?.is !== 'test' || !yes) refuse('IF');
  const [whenTrue, whenFalse] = [termsOf(yes), termsOf(no)];
  if (whenFalse.length === 0 && same(test.above0, whenTrue)) return rectified(whenTrue);
  if (whenTrue.length === 0 && same(termsOf(scaled(sumOf(test.above0), -1)), whenFalse))
    return rectified(whenFalse);
  return refuse('IF');
}

function chosenBy(test: ChanceMeaning, yes: Meaning, no: Meaning): Meaning {
  const [whenTrue, whenFalse] = [numberIn(yes), numberIn(no)];
  const made = (one: number, other: number): ChanceMeaning => ({
    ...test,
    chance: chosen(test.chance, one, other),
    at: undefined,
  });
  if (whenTrue !== undefined && whenFalse !== undefined) return made(whenTrue, whenFalse);
  if (whenTrue === 0) return byChance(made(0, 1), no);
  if (whenFalse === 0) return byChance(made(1, 0), yes);
  return refuse('IF');
}

function refuse(what: string): never {
  throw new Unreadable(what);
}

function sumOf(terms: readonly Term[]): Meaning {
  return { is: 'sum', terms, rectified: false };
}

function rectified(terms: readonly Term[]): Meaning {
  return { is: 'sum', terms, rectified: true };
}

/** The terms of a sum that is not rectified. */
function termsOf(meaning: Meaning): readonly Term[] {
  switch (meaning.is) {
    case 'sum':
      return meaning.rectified ? refuse('IF') : meaning.terms;
    case 'elsewhere':
      return refuse(`'${meaning.sheet}'!`);
    case 'chance':
      return refuse('RAND()');
    default:
      return refuse(meaning.is === 'max' ? 'MAX' : 'IF');
  }
}

function same(one: readonly Term[], other: readonly Term[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ factor, cells, mask }, index) =>
        factor === other[index].factor &&
        cells.join() === other[index].cells.join() &&
        mask?.key === other[index].mask?.key,
    )
  );
}
