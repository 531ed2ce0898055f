/** Whether a formula is one: Excel refuses to take `=1+` into a cell. What it computes is not looked at. */
import type { Token, TokenKind } from './tokens';

/** What Excel computes and this workbook's engine does not. */
export type Lack =
  | 'structured references'
  | 'functions that it names itself'
  | 'unions of ranges'
  | 'intersections of ranges'
  | 'references through several sheets'
  | 'other workbooks';

export interface Syntax {
  readonly lacks: ReadonlySet<Lack>;
  readonly calls: readonly Call[];
  /** Names that stand for themselves: of cells, tables, variables. */
  readonly names: readonly string[];
}

/** A function with the number of its arguments, left-out ones counted: `IF(A1,,2)` has three. */
export interface Call {
  readonly name: string;
  readonly count: number;
}

/** Functions can be nested to this depth ("Excel specifications and limits", support.microsoft.com). */
const DEEPEST = 64;

/** Null for a malformed formula. */
export function syntaxOf(tokens: readonly Token[]): Syntax | null {
  const reader = new Reader(tokens);
  try {
    reader.expression();
    reader.end();
    return reader;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

class Malformed extends Error {}

/** Could an operand be cells? Then ranges can be made of it: `A1:INDEX(B:B,3)`. */
type Operand = 'cells' | 'value';

class Reader implements Syntax {
  readonly lacks = new Set<Lack>();
  readonly calls: Call[] = [];
  readonly names: string[] = [];
  private at = 0;
  private depth = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  end(): void {
    this.skip();
    if (this.at < this.tokens.length) throw new Malformed();
  }

  /** Operands with operators between them; which of them binds more does not matter here. */
  expression(): void {
    if (++this.depth > DEEPEST) throw new Malformed();
    do {
      while (this.takes('operator', '+', '-', '@'));
      this.operand();
    } while (this.takes('operator', '+', '-', '*', '/', '^', '&', '=', '<', '>', '<>', '<=', '>='));
    this.depth--;
  }

  private operand(): void {
    let kind = this.primary();
    for (;;) {
      if (this.takes('operator', ':')) {
        if (kind !== 'cells' || this.primary() !== 'cells') throw new Malformed();
      } else if (kind === 'cells' && this.takes('operator', '#')) continue;
      else if (this.takes('operator', '%')) kind = 'value';
      else if (this.isOperandNext()) {
        // Nothing but a space between two operands.
        if (kind !== 'cells' || this.primary() !== 'cells') throw new Malformed();
        this.lacks.add('intersections of ranges');
      } else return;
    }
  }

  private primary(): Operand {
    this.skip();
    const token = this.tokens[this.at++];
    switch (token?.kind) {
      case 'string':
      case 'number':
        return 'value';
      case 'error':
        return token.text.toUpperCase() === '#REF!' ? 'cells' : 'value';
      case 'reference':
        return 'cells';
      case 'sheet':
        return this.onSheet(token.text);
      case 'columns':
        this.lacks.add('structured references');
        return 'cells';
      case 'name':
        return this.named(token.text);
      case 'mark':
        if (token.text === '(') return this.inParentheses();
        if (token.text === '{') return this.array();
    }
    throw new Malformed();
  }

  private onSheet(text: string): Operand {
    if (text.includes('[')) this.lacks.add('other workbooks');
    else if (!text.startsWith("'") && text.includes(':')) this.lacks.add('references through several sheets');
    const token = this.tokens[this.at++];
    if (token?.kind === 'name') return this.named(token.text);
    if (token?.kind === 'reference' || token?.text.toUpperCase() === '#REF!') return 'cells';
    throw new Malformed();
  }

  private named(text: string): Operand {
    if (this.takes('mark', '(')) {
      this.calls.push({ name: text, count: this.list() });
      return 'cells';
    }
    this.names.push(text);
    if (this.tokens[this.at]?.kind === 'columns') {
      this.at++;
      this.lacks.add('structured references');
      return 'cells';
    }
    return /^(true|false)$/i.test(text) ? 'value' : 'cells';
  }

  /**
   * The arguments of a function, and of what it returns if that is a function: `LAMBDA(x,x+1)(2)`.
   * @returns how many there are in the first list
   */
  private list(): number {
    let count = 0;
    if (!this.takes('mark', ')')) {
      do {
        if (!this.isNext('mark', ',', ')')) this.expression();
        count++;
      } while (this.takes('mark', ','));
      this.expect(')');
    }
    if (this.takes('mark', '(')) this.list();
    return count;
  }

  private inParentheses(): Operand {
    this.expression();
    while (this.takes('mark', ',')) {
      this.lacks.add('unions of ranges');
      this.expression();
    }
    this.expect(')');
    if (this.takes('mark', '(')) this.list();
    return 'cells';
  }

  /** `{1,2;3,4}`: constants, in rows of equal length. */
  private array(): Operand {
    const lengths: number[] = [];
    do {
      let length = 0;
      do {
        this.constant();
        length++;
      } while (this.takes('mark', ','));
      lengths.push(length);
    } while (this.takes('mark', ';'));
    this.expect('}');
    if (lengths.some((length) => length !== lengths[0])) throw new Malformed();
    return 'value';
  }

  private constant(): void {
    const isSigned = this.takes('operator', '+', '-');
    this.skip();
    const { kind, text } = this.tokens[this.at++] ?? {};
    const isConstant =
      kind === 'number' ||
      (!isSigned && (kind === 'string' || kind === 'error' || /^(true|false)$/i.test(text ?? '')));
    if (!isConstant) throw new Malformed();
  }

  private skip(): void {
    while (this.tokens[this.at]?.kind === 'space') this.at++;
  }

  private isNext(kind: TokenKind, ...texts: string[]): boolean {
    this.skip();
    const token = this.tokens[this.at];
    return token?.kind === kind && texts.includes(token.text);
  }

  private isOperandNext(): boolean {
    this.skip();
    const token = this.tokens[this.at];
    return (
      token !== undefined && token.kind !== 'operator' && (token.kind !== 'mark' || '({'.includes(token.text))
    );
  }

  private takes(kind: TokenKind, ...texts: string[]): boolean {
    const isThere = this.isNext(kind, ...texts);
    if (isThere) this.at++;
    return isThere;
  }

  private expect(mark: string): void {
    if (!this.takes('mark', mark)) throw new Malformed();
  }
}
