import { parseA1, type Rect } from '../sheet/address';
import { tokensOf, Unreadable, type Token } from './tokens';

/** A formula as a tree. */
export type Tree =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'cells'; readonly sheet: string | undefined; readonly rect: Rect }
  | { readonly kind: 'name'; readonly sheet: string | undefined; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly Tree[] }
  | { readonly kind: 'pair'; readonly sign: string; readonly left: Tree; readonly right: Tree };

/** Binary operators, from those that bind least. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

const NOTHING: Tree = { kind: 'number', value: 0 };

/**
 * The tree of a formula such as "=SUM(A2:C4*$AD$11:$AF$13)", also in braces.
 * @throws Unreadable if it uses what recognisable sheets do not
 */
export function parseFormula(formula: string): Tree {
  const parser = new Parser(tokensOf(formula.replace(/^\{?=/, '')));
  const tree = parser.expression();
  parser.end();
  return tree;
}

/** Signs and brackets within each other. Excel nests functions to 64; deeper than this, the stack would end. */
const DEEPEST = 400;

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  expression(level = 0): Tree {
    if (level === LEVELS.length) return this.signed();
    let left = this.expression(level + 1);
    for (;;) {
      const sign = LEVELS[level].find((each) => this.takes(each));
      if (sign === undefined) return left;
      left = { kind: 'pair', sign, left, right: this.expression(level + 1) };
    }
  }

  end(): void {
    if (this.at < this.tokens.length) throw new Unreadable(this.word());
  }

  private signed(): Tree {
    if (++this.depth > DEEPEST) throw new Unreadable(this.word());
    try {
      return this.withSign();
    } finally {
      this.depth--;
    }
  }

  private withSign(): Tree {
    if (this.takes('+')) return this.signed();
    if (this.takes('-')) return { kind: 'pair', sign: '-', left: NOTHING, right: this.signed() };
    const value = this.primary();
    if (!this.takes('%')) return value;
    return { kind: 'pair', sign: '/', left: value, right: { kind: 'number', value: 100 } };
  }

  private primary(): Tree {
    if (this.takes('(')) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    const token = this.tokens[this.at];
    if (!token || token.kind === 'sign') throw new Unreadable(this.word());
    this.at += 1;
    if (token.kind === 'number') return token;
    if (token.kind === 'call') return { kind: 'call', name: token.name, inputs: this.inputs() };
    if (token.kind === 'name') return token;
    return { kind: 'cells', sheet: token.sheet, rect: parseA1(token.address) };
  }

  private inputs(): Tree[] {
    const inputs: Tree[] = [];
    if (this.takes(')')) return inputs;
    do inputs.push(this.isAt(',') || this.isAt(')') ? NOTHING : this.expression());
    while (this.takes(','));
    this.expect(')');
    return inputs;
  }

  private isAt(sign: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' && token.text === sign;
  }

  private takes(sign: string): boolean {
    if (!this.isAt(sign)) return false;
    this.at += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw new Unreadable(this.word());
  }

  private word(): string {
    const token = this.tokens[this.at];
    if (!token) return '…';
    return token.kind === 'sign' ? token.text : 'name' in token ? token.name : 'a value';
  }
}
