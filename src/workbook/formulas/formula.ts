/** A formula as Excel takes it into a cell. */
import { quoteSheet, splitSheet } from '../addresses/a1';
import { type Call, type Lack, type Syntax, syntaxOf } from './syntax';
import { type Token, tokensOf } from './tokens';

export interface Formula {
  /** As Excel shows it: functions, cells and constants in capitals, sheets in quotes only where they need them. */
  readonly text: string;
  /** What of it this workbook cannot compute. */
  readonly lack: Lack | null;
}

/** What is known of the workbook that a formula is for. */
export interface FormulaRules {
  isTable(name: string): boolean;
  /** How many arguments a function takes; null for one that is not known. */
  argumentsOf(name: string): { readonly least: number; readonly most: number } | null;
}

/** In characters ("Excel specifications and limits", support.microsoft.com, "Length of formula contents"). */
const LONGEST = 8192;

/**
 * Reads a text that begins with an equals sign; null for a malformed formula, which Excel refuses, as it does one with "too
 * many" or "too few arguments for this function".
 */
export function readFormula(text: string, rules: FormulaRules = UNKNOWN): Formula | null {
  if (text.length > LONGEST) return null;
  const tokens = tokensOf(text);
  const syntax = tokens && syntaxOf(tokens);
  if (!tokens || !syntax || !syntax.calls.every((call) => fits(call, syntax, rules))) return null;
  return { text: canonical(tokens), lack: lackOf(syntax, rules) };
}

function lackOf({ lacks, names, calls }: Syntax, rules: FormulaRules): Lack | null {
  const [lack] = lacks;
  if (lack) return lack;
  // A table's name alone is a structured reference, too: to its data.
  if (names.some((name) => rules.isTable(name))) return 'structured references';
  return calls.some(({ name }) => isAmong(names, name)) ? 'functions that it names itself' : null;
}

const isAmong = (names: readonly string[], name: string) =>
  names.some((each) => each.toLowerCase() === name.toLowerCase());

const UNKNOWN: FormulaRules = { isTable: () => false, argumentsOf: () => null };

function fits({ name, count }: Call, { names }: Syntax, rules: FormulaRules): boolean {
  const wanted = rules.argumentsOf(name);
  if (!wanted || isAmong(names, name)) return true;
  return count >= wanted.least && count <= wanted.most;
}

function canonical(tokens: readonly Token[]): string {
  let text = '=';
  for (let i = 0; i < tokens.length; i++) {
    const { kind } = tokens[i];
    if (kind === 'name') {
      text += spelled(tokens, i);
      if (isCalled(tokens, i)) while (tokens[i + 1].kind === 'space') i++;
    } else text += WRITTEN[kind]?.(tokens[i].text) ?? tokens[i].text;
  }
  return text;
}

const upper = (text: string) => text.toUpperCase();

const WRITTEN: { readonly [K in Token['kind']]?: (text: string) => string } = {
  error: upper,
  reference: upper,
  number: numeral,
  sheet: (text) => (text.startsWith("'") ? unquoted(text) : text),
};

/** `'Sheet1'!` needs no quotes; `'Lesson 4'!` does, and `'Sheet 1:Sheet 3'!` is not one sheet. */
function unquoted(text: string): string {
  const name = splitSheet(text).sheet!;
  return /[[\]:]/.test(name) ? text : `${quoteSheet(name)}!`;
}

/** Names stay as they are typed, those of functions are in capitals. */
function spelled(tokens: readonly Token[], at: number): string {
  const { text } = tokens[at];
  if (/^(true|false)$/i.test(text)) return upper(text);
  return isCalled(tokens, at) && !isVariable(tokens, text) ? upper(text) : text;
}

function isCalled(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (tokens[next]?.kind === 'space') next++;
  return tokens[next]?.text === '(' && tokens[next].kind === 'mark';
}

/** Whether a function is one that the formula itself has named: `LET(f,LAMBDA(x,x+1),f(2))`. */
const isVariable = (tokens: readonly Token[], name: string) =>
  tokens.some(
    ({ kind, text }, at) =>
      kind === 'name' && text.toLowerCase() === name.toLowerCase() && !isCalled(tokens, at),
  );

/** `.50` is 0.5. Numbers with exponents, and those of more digits than Excel keeps, stay as they are written. */
function numeral(text: string): string {
  const digits = text.replace(/\D/g, '').length;
  return /e/i.test(text) || digits > KEPT_DIGITS ? upper(text) : plain(text);
}

const KEPT_DIGITS = 15;

function plain(text: string): string {
  const [whole, fraction = ''] = text.split('.');
  const digits = fraction.replace(/0+$/, '');
  return (whole.replace(/^0+(?=\d)/, '') || '0') + (digits && `.${digits}`);
}
