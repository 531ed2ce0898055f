import { createContext } from 'react';
import { toA1 } from '../../notebook/sheet/address';
import type { CellRef, Operand, Part } from '../../notebook/explain/explanation';
import { SUFFIX } from '../../notebook/layout/planNotebook';
import type { SheetKey } from '../../notebook/sheet/plan';
import { explainTexts } from '../../texts/pane/explain';

/** Names of sheets, needed for addresses. */
interface SheetNames {
  /** The sheet of the explained cell; addresses on other sheets name theirs. */
  readonly sheet?: SheetKey;
  /** Name of the value sheet: "Lesson 4". */
  readonly valueSheet: string;
}

/** The links in an explanation. */
interface Links extends SheetNames {
  /** The numbers whose address is a link; see `firstNamed`. */
  readonly linked: ReadonlySet<Operand>;
  goTo(cell: CellRef): void;
}

export const LinksContext = createContext<Links>({
  valueSheet: explainTexts.valueSheet,
  linked: new Set(),
  goTo: () => undefined,
});

/** "AD11", or "∂ AD11" or "Lesson 4 AD11" for one on another sheet. */
export function addressText({ key, row, column }: CellRef, { sheet, valueSheet }: SheetNames): string {
  const address = toA1({ row, column, rows: 1, columns: 1 });
  if (key === sheet) return address;
  return `${key === 'values' ? valueSheet : SUFFIX[key].trim()} ${address}`;
}

/** The first number to name each cell: one link to each cell is enough. */
export function firstNamed(parts: readonly Part[]): Set<Operand> {
  const [first, cells] = [new Set<Operand>(), new Set<string>()];
  for (const operand of parts.flatMap(operandsOf)) {
    if (!operand.cell) continue;
    const { key, row, column } = operand.cell;
    const cell = `${key} ${row} ${column}`;
    if (!cells.has(cell)) first.add(operand);
    cells.add(cell);
  }
  return first;
}

/** In the order in which they are shown with an address. */
function operandsOf(part: Part): readonly Operand[] {
  switch (part.kind) {
    case 'sum':
    case 'list':
      return part.terms.flatMap((term) => [term, ...(term.factors ?? [])]);
    case 'product':
      return part.factors;
    case 'quotient':
      return [part.over, part.under];
    default:
      return [];
  }
}
