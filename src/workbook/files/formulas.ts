/** Formulas as they stand in a file: without the equals sign, with prefixes where old Excel did not know a function. */
import { tokensOf } from '../formulas/tokens';
import type { Token } from '../formulas/tokens';

/**
 * Functions that files name with a prefix, of those that are computed here ("Issue: An _xlfn. prefix is displayed in front
 * of a formula", support.microsoft.com; ECMA-376 and [MS-XLSX] 2.2.2).
 */
const PREFIXED = new Set(
  `ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT
  BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS
  CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP
  ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FLOOR.MATH FLOOR.PRECISE FORMULATEXT GAMMA
  GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN
  ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT
  NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC
  PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI
  SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE
  TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEIBULL.DIST
  WORKDAY.INTL WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST FILTER SORT SORTBY`.split(/\s+/),
);

/** These have a second prefix. */
const WORKSHEET = new Set(['FILTER', 'SORT', 'SORTBY']);

/** Functions that take ranges as they are, so that a formula with no other use of ranges has a single value. */
const TAKE_RANGES = new Set(
  `SUM SUMPRODUCT MAX MIN AVERAGE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS SUMIF SUMIFS AVERAGEIF AVERAGEIFS MAXIFS MINIFS PRODUCT
  SUMSQ SUMXMY2 SUMX2MY2 SUMX2PY2 MEDIAN STDEV STDEV.S STDEV.P STDEVP VAR VAR.S VAR.P VARP DEVSQ LARGE SMALL AND OR XOR MATCH
  VLOOKUP HLOOKUP ROWS COLUMNS CORREL SLOPE INTERCEPT RSQ GEOMEAN HARMEAN CONCAT TEXTJOIN`.split(/\s+/),
);

/** Functions whose result is an array. */
const GIVE_ARRAYS =
  /^(SEQUENCE|RANDARRAY|UNIQUE|SORT|SORTBY|FILTER|TRANSPOSE|MMULT|MINVERSE|MUNIT|FREQUENCY|LINEST|MAP|SCAN|BYROW|BYCOL|MAKEARRAY|.STACK|TOCOL|TOROW|TAKE|DROP|EXPAND|WRAP.*|CHOOSE.+|TEXTSPLIT|LET|LAMBDA|INDEX|XLOOKUP|OFFSET|ROW|COLUMN|MODE.MULT)$/;

/** `=MAX(0,A1)` as `MAX(0,A1)`. */
export function formulaToFile(formula: string): string {
  const tokens = tokensOf(formula);
  if (!tokens) return formula.slice(1);
  return tokens.map((token, at) => (isCall(tokens, at) ? prefixed(token.text) : token.text)).join('');
}

function prefixed(name: string): string {
  const known = name.toUpperCase();
  if (!PREFIXED.has(known)) return name;
  return `_xlfn.${WORKSHEET.has(known) ? '_xlws.' : ''}${name}`;
}

export const formulaFromFile = (formula: string): string =>
  `=${formula.replace(/^=/, '').replace(/_xl(?:fn|ws|pm|udf)\./gi, '')}`;

/**
 * Whether a formula is to be computed as an array. All formulas are, here and in today's Excel; but in a file those that
 * are not marked so are read as of old Excel, which takes one cell of a range where it wants a single value.
 */
export function isArrayFormula(formula: string): boolean {
  const tokens = (tokensOf(formula) ?? []).filter(({ kind }) => kind !== 'space');
  const calls: string[] = [];
  for (const [at, { kind, text }] of tokens.entries()) {
    if (isCall(tokens, at) && GIVE_ARRAYS.test(text.toUpperCase())) return true;
    if (text === '(')
      calls.push(isCall(tokens, at - 1) ? tokens[at - 1].text.toUpperCase() : (calls.at(-1) ?? ''));
    if (text === ')') calls.pop();
    if (text === '{' || text === '#') return true;
    if (isRange(tokens, at) && !isTakenAsRange(tokens, at, calls)) return true;
    // A name may stand for a range.
    if (kind === 'name' && !isCall(tokens, at) && !/^(TRUE|FALSE)$/i.test(text)) return true;
  }
  return false;
}

const isCall = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'name' && tokens[at + 1]?.text === '(';

/** Is this the second corner of `A1:B2`, or `A:A`? */
const isRange = (tokens: readonly Token[], at: number): boolean =>
  tokens[at].kind === 'reference' && (tokens[at].text.includes(':') || tokens[at - 1]?.text === ':');

function isTakenAsRange(tokens: readonly Token[], at: number, calls: readonly string[]): boolean {
  const call = calls.at(-1) ?? '';
  // It computes with arrays whatever stands in its brackets, but for functions, which would want single values.
  if (call === 'SUMPRODUCT') return true;
  if (!TAKE_RANGES.has(call)) return false;
  const first = tokens[at].text.includes(':') ? at : at - 2;
  const before = tokens[first - 1]?.kind === 'sheet' ? tokens[first - 2] : tokens[first - 1];
  return isBetween(before) && isBetween(tokens[at + 1]);
}

const isBetween = (token: Token | undefined): boolean => token !== undefined && /^[(),]$/.test(token.text);
