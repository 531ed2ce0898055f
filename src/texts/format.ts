import { LANGUAGE } from './language';

/** The forms of a noun after a number. English has `one` and `other`; other languages have more. */
type NounForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const wholeNumber = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 0 });
const pluralRules = new Intl.PluralRules(LANGUAGE);
const conjunction = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });
const disjunction = new Intl.ListFormat(LANGUAGE, { type: 'disjunction' });

/** Formatters by number of decimals; kept, since they are expensive to create. */
const decimalNumber = new Map<number, Intl.NumberFormat>();
const percentNumber = new Map<number, Intl.NumberFormat>();
const roundedNumber = new Map<number, Intl.NumberFormat>();

/** A count: "529,984". */
export function whole(count: number): string {
  return wholeNumber.format(count);
}

/** A number with that many decimals, zeros included: "0.50". */
export function decimals(value: number, places: number): string {
  return formatter(decimalNumber, 'decimal', places).format(value);
}

/** A number with at most that many decimals, and no minus before a 0: "-0.25", "3". */
export function rounded(value: number, places: number): string {
  const number = Number(value.toFixed(places)) || 0;
  return formatter(roundedNumber, 'decimal', places, 0).format(number);
}

/** A share, 0 … 1, as "95%", or with one decimal as "95.4%". */
export function percent(share: number, places = 0): string {
  return formatter(percentNumber, 'percent', places).format(share);
}

/** The form of a noun after a number: "image" for 1, "images" for 0 and 2. */
export function plural(count: number, forms: NounForms): string {
  return forms[pluralRules.select(count)] ?? forms.other;
}

/** A number and its noun: "1 image", "1,200 images". */
export function counted(count: number, forms: NounForms): string {
  return `${whole(count)} ${plural(count, forms)}`;
}

/** "a", "a and b", "a, b, and c". */
export function allOf(items: Iterable<string>): string {
  return conjunction.format(items);
}

/** "a", "a or b", "a, b, or c". */
export function oneOf(items: Iterable<string>): string {
  return disjunction.format(items);
}

/** @param least minimum number of decimals */
function formatter(
  made: Map<number, Intl.NumberFormat>,
  style: 'decimal' | 'percent',
  places: number,
  least = places,
) {
  let format = made.get(places);
  if (!format) {
    format = new Intl.NumberFormat(LANGUAGE, {
      style,
      minimumFractionDigits: least,
      maximumFractionDigits: places,
    });
    made.set(places, format);
  }
  return format;
}
