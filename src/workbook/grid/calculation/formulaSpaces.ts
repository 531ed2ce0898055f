/**
 * Spaces in formulas stay when references are adjusted to cells that moved: Univer counts the spaces around a reference to it,
 * and writes it anew without them, `=C3* D3` for `=C2 * D2`.
 */
import type { Injector } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';

type Nodes = NonNullable<ReturnType<LexerTreeBuilder['sequenceNodesBuilder']>>;
type Node = Nodes[number];

/** Univer's number for a reference, in an enumeration that TypeScript does not let pass here. */
const REFERENCE = 4;

export function keepFormulaSpaces(injector: Injector): void {
  const builder = injector.get(LexerTreeBuilder);
  const nodesOf = builder.sequenceNodesBuilder.bind(builder);
  builder.sequenceNodesBuilder = (formula) => nodesOf(formula)?.flatMap(spacesApart);
}

/** Its spaces, one by one as Univer has all that is no word, and the reference between them. */
function spacesApart(node: Node): Node[] {
  if (typeof node === 'string' || (node.nodeType as number) !== REFERENCE) return [node];
  const { token, startIndex, endIndex } = node;
  const before = token.length - token.trimStart().length;
  const after = token.length - token.trimEnd().length;
  if (before === 0 && after === 0) return [node];
  const reference = {
    ...node,
    token: token.trim(),
    startIndex: startIndex + before,
    endIndex: endIndex - after,
  };
  return [...token.slice(0, before), reference, ...token.slice(token.length - after)];
}
