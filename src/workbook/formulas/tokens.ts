/**
 * Splits a formula in A1 notation into tokens.
 *
 * formulas/ is for the syntax of formulas, not for their results. It may import addresses/.
 */
import { parseRect } from '../addresses/a1';

export type TokenKind =
  | 'space'
  | 'string'
  | 'error'
  /** The prefix of a reference: `Sheet1!`, `'Lesson 4'!`, `Sheet1:Sheet3!`, `[Book.xlsx]Sheet1!`. */
  | 'sheet'
  /** `$A$1`, `A:C`, `1:3`; `A1:B2` is two references with a colon between them. */
  | 'reference'
  | 'number'
  /** A function, a defined name, a table, TRUE, FALSE. */
  | 'name'
  /** `[Amount]`, `[[#Headers],[Amount]]`. */
  | 'columns'
  | 'operator'
  | 'mark';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const ERRORS =
  'DIV/0!|N/A|NAME\\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!';
const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.?\\]*`;
const SHEET = String.raw`[\p{L}\p{N}_.]+`;
/** What may not follow a reference, since it would make it a longer name. */
const END = String.raw`(?![\p{L}\p{N}_.?\\(])`;
const IN_COLUMNS = String.raw`(?:[^[\]']|'.)*`;

/** In order of precedence: the first that matches is the token. */
const KINDS: readonly (readonly [TokenKind, string])[] = [
  ['space', String.raw`\s+`],
  ['string', `"(?:[^"]|"")*"`],
  ['error', `#(?:${ERRORS})`],
  ['sheet', String.raw`'(?:[^']|'')+'!|(?:\[[^\][]+\])?${SHEET}(?::${SHEET})?!`],
  [
    'reference',
    String.raw`(?:\$?[a-z]{1,3}\$?\d{1,7}|\$?[a-z]{1,3}:\$?[a-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})${END}`,
  ],
  ['number', String.raw`(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`],
  ['name', NAME],
  ['columns', String.raw`\[(?:${IN_COLUMNS}|(?:${IN_COLUMNS}\[${IN_COLUMNS}\])*${IN_COLUMNS})\]`],
  ['operator', '<>|<=|>=|[-+*/^&=<>%@#:]'],
  ['mark', '[(){},;]'],
];

const WORD = new RegExp(KINDS.map(([, source]) => `(${source})`).join('|'), 'iuy');

/** The tokens of a formula after its equals sign; null if there is anything else between them. */
export function tokensOf(formula: string): Token[] | null {
  const tokens: Token[] = [];
  for (WORD.lastIndex = 1; WORD.lastIndex < formula.length;) {
    const match = WORD.exec(formula);
    if (!match) return null;
    const kind = KINDS[match.findIndex((part, index) => index > 0 && part !== undefined) - 1][0];
    tokens.push({ kind: isOutside(kind, match[0]) ? 'name' : kind, text: match[0] });
  }
  return tokens;
}

/** Whether a name looks like a cell but is outside a worksheet: `XFE1`, `ABC1048577`. */
const isOutside = (kind: TokenKind, text: string) =>
  kind === 'reference' && /^[a-z]+\d+$/i.test(text) && parseRect(text) === null;
