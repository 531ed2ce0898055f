/** A piece of a formula, as Excel returns it: in English, with commas. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'cells'; readonly sheet: string | undefined; readonly address: string }
  | { readonly kind: 'call'; readonly name: string }
  /** A defined name, perhaps of a certain sheet. */
  | { readonly kind: 'name'; readonly sheet: string | undefined; readonly name: string }
  | { readonly kind: 'sign'; readonly text: string };

/** A formula, or a part of it, that the recogniser does not read; the message completes "AH3: …". */
export class Unreadable extends Error {}

/** The name of a sheet before its cells: in quotes, or plain. */
export const SHEET = /(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!/;
const CELLS = /\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.])/;
const PATTERN = new RegExp(
  [
    /\s+/.source,
    `(?<cells>(?:${SHEET.source})?${CELLS.source})`,
    /(?<number>\d+\.?\d*(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?)/.source,
    /(?<call>[A-Z_][\w.]*)\(/.source,
    `(?<name>(?:${SHEET.source})?[\\p{L}_\\\\][\\p{L}\\d_.\\\\]*)(?![\\p{L}\\w.(!])`,
    /(?<sign><=|>=|<>|[-+*/^%(),<>=@{}])/.source,
  ].join('|'),
  'iyu',
);

/**
 * The tokens of a formula without its =. Braces of an array formula, and @, which takes one cell of a range, are left out:
 * a recognised formula has one result either way.
 * @throws Unreadable at the first piece that is none
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  for (let at = 0; at < text.length; at = PATTERN.lastIndex) {
    const match = PATTERN.exec(text);
    if (!match?.groups) throw new Unreadable(text.slice(at, at + 20));
    const { cells, number, call, name, sign } = match.groups;
    if (cells !== undefined) tokens.push(cellsToken(cells));
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    // Newer functions are stored with a prefix.
    else if (call !== undefined)
      tokens.push({ kind: 'call', name: call.toUpperCase().replace(/^(_XLFN\.|_XLWS\.)+/, '') });
    else if (name !== undefined) tokens.push(nameToken(name));
    else if (sign !== undefined && !'{}@'.includes(sign)) tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}

function cellsToken(text: string): Token {
  const [sheet, address] = withSheet(text);
  return { kind: 'cells', sheet, address: address.replaceAll('$', '') };
}

function nameToken(text: string): Token {
  const [sheet, name] = withSheet(text);
  return { kind: 'name', sheet, name };
}

/** "'My net'!A1" in its two parts. */
function withSheet(text: string): readonly [sheet: string | undefined, rest: string] {
  const split = text.lastIndexOf('!');
  const sheet = split < 0 ? undefined : text.slice(0, split).replace(/^'|'$/g, '').replaceAll("''", "'");
  return [sheet, text.slice(split + 1)];
}
