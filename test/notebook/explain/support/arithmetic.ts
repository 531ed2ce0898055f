import type {
  CellRef,
  Explanation,
  FunctionName,
  Operand,
  Part,
  Term,
} from '../../../../src/notebook/explain/explanation';

/**
 * Add up every part of an explanation anew, by other means than those that made it, and look up every number that is
 * said to stand in a cell.
 * @returns what the parts come to; undefined when they come to no number
 * @throws Error that names the part where the numbers do not agree
 */
export function addUp({ parts }: Explanation, valueAt: (cell: CellRef) => number): number | undefined {
  const results = new Map<string, number>();
  let last: number | undefined;
  const look = (operand: Operand, part: Part) => {
    if (operand.cell) agree(operand.value, valueAt(operand.cell), part, `the cell of ${operand.label}`);
    const before = results.get(operand.label);
    if (!operand.cell && before !== undefined)
      agree(operand.value, before, part, `${operand.label}, which was computed before`);
  };
  for (const part of parts) {
    for (const operand of operandsOf(part)) look(operand, part);
    for (const { value, cell } of cellsOf(part))
      if (cell) agree(value, valueAt(cell), part, 'a cell of a grid');
    const expected = comesTo(part);
    if (expected === undefined || !('result' in part)) continue;
    agree(part.result.value, expected, part, 'its result');
    results.set(part.result.label, part.result.value);
    last = part.result.value;
  }
  return last;
}

export function isClose(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function comesTo(part: Part): number | undefined {
  switch (part.kind) {
    case 'sentence':
      return undefined;
    case 'list':
      part.terms.forEach((term) => checkTerm(term, part));
      return undefined;
    case 'products': {
      const { factors, products } = part;
      products.rows.forEach((row, r) =>
        row.forEach(({ value }, c) => {
          const numbers = factors.map(({ rows }) => rows[r][c].value);
          agree(value, times(numbers), part, `product ${r}, ${c}`);
        }),
      );
      return total(products.rows.flat().map(({ value }) => value));
    }
    case 'candidates': {
      const { rows, marked } = part.grid;
      const there = rows.flat().filter(({ outside }) => !outside);
      const largest = Math.max(...there.map(({ value }) => value));
      agree(rows[marked!.row][marked!.column].value, largest, part, 'the marked one');
      return largest;
    }
    case 'sum':
      part.terms.forEach((term) => checkTerm(term, part));
      return total(part.terms.map(({ value }) => value)) + (part.rest?.value ?? 0);
    case 'product':
      return times(part.factors.map(({ value }) => value));
    case 'quotient':
      return part.over.value / part.under.value;
    case 'applied':
      // Of a probability almost 0 or 1 the logarithm is known only from the logits.
      if (part.name === 'minusLog' && Math.abs(part.input.value - 0.5) > 0.499999) return part.result.value;
      return FUNCTIONS[part.name as keyof typeof FUNCTIONS](part.input.value);
  }
}

function checkTerm({ label, value, factors }: Term, part: Part): void {
  if (factors) agree(value, times(factors.map((factor) => factor.value)), part, label);
}

function operandsOf(part: Part): readonly Operand[] {
  switch (part.kind) {
    case 'sum':
    case 'list':
      return part.terms.flatMap((term) => [term, ...(term.factors ?? [])]);
    case 'product':
      return part.factors;
    case 'quotient':
      return [part.over, part.under];
    case 'applied':
      return [part.input];
    case 'candidates':
      return [part.result];
    default:
      return [];
  }
}

function cellsOf(part: Part) {
  if (part.kind === 'candidates') return part.grid.rows.flat();
  return part.kind === 'products' ? part.factors.flatMap(({ rows }) => rows.flat()) : [];
}

function agree(found: number, expected: number, part: Part, what: string): void {
  if (isClose(found, expected)) return;
  throw new Error(`${what} is ${found} instead of ${expected} in ${JSON.stringify(part)}`);
}

const times = (numbers: readonly number[]) => numbers.reduce((a, b) => a * b, 1);
const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** From textbooks, as a check on what the explanation takes from the engine. */
const FUNCTIONS: Record<Exclude<FunctionName, 'none' | 'softmax'>, (x: number) => number> = {
  relu: (x) => Math.max(0, x),
  leakyRelu: (x) => Math.max(x, 0.01 * x),
  sigmoid: (x) => 0.5 + 0.5 * Math.tanh(x / 2),
  tanh: (x) => 1 - 2 / (Math.exp(2 * x) + 1),
  gelu: (x) => x / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  silu: (x) => 0.5 * x + 0.5 * x * Math.tanh(x / 2),
  root: (x) => x ** 0.5,
  minusLog: (x) => -Math.log2(x) * Math.LN2,
  square: (x) => x ** 2,
};
