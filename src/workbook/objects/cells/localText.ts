/** What a person types where a comma stands before decimals, as it is typed in the United States. */

/** The parts of a formula in which commas and semicolons are no signs of it. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/;
const SIGNS = new RegExp(`(${QUOTED.source})|(\\d),(\\d)|;`, 'g');
/** Day, month and perhaps year, with points between them. */
const DATE = /^\s*(\d{1,2})\.(\d{1,2})(?:\.(\d{2,4})?)?\s*$/;
/** Signs, digits, points and commas alone. */
const NUMBER = /^[\s()+\-$]*\d*(?:[.,]\d+)+(?:e[+-]?\d+)?\s*%?\)?\s*$/i;

export function fromDecimalComma(text: string): string {
  if (/^[=+-]\s*[^\d\s.,]/.test(text) || text.startsWith('='))
    return text.replace(SIGNS, (_, quoted?: string, before?: string, after?: string) =>
      quoted !== undefined ? quoted : before !== undefined ? `${before}.${after}` : ',',
    );
  const date = DATE.exec(text);
  if (date) return [date[2], date[1], date[3]].filter(Boolean).join('/');
  if (!NUMBER.test(text)) return text;
  return text.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ','));
}
