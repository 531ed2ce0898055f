/** Whole numbers with commas between thousands: "1,000", "−12,345,678". */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/;

/** A comma as decimal sign: "0,01", ",5", "1,5e-3". */
const DECIMAL_COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;

/**
 * The number that a person typed, with a point or a comma as decimal sign.
 * @returns 'ambiguous' where a comma may stand between thousands as well; undefined for what is no number
 */
export function typedNumber(text: string): number | 'ambiguous' | undefined {
  const plain = text.trim().replace('−', '-');
  if (THOUSANDS.test(plain)) return 'ambiguous';
  const number = Number(DECIMAL_COMMA.test(plain) ? plain.replace(',', '.') : plain);
  return plain !== '' && Number.isFinite(number) ? number : undefined;
}
