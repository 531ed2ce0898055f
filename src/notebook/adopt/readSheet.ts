import { parseA1, type Rect } from '../sheet/address';
import { columnOf, rowOf, type CellId, type Mask, type Meaning, type Place, type Term } from './meaning';
import { contentsOf, Formulas, isFormula, type Cells, type DefinedName } from './surroundings';
import { Unreadable } from './tokens';

/** A sheet, and the others of its workbook that its formulas name. */
export interface SheetCells extends Cells {
  readonly others?: readonly Cells[];
  /** The defined names that formulas may use. */
  readonly names?: readonly DefinedName[];
}

/** A cell that sums up products. */
export interface Sum {
  readonly cell: CellId;
  readonly products: readonly Term[];
  /** Cells added by themselves, such as a bias. */
  readonly singles: readonly Term[];
  readonly constant: number;
  readonly rectified: boolean;
  /** The mask by which all of it is multiplied; a product may have one of its own. */
  readonly mask: Mask | undefined;
}

/** A cell that is the largest of others. */
export interface Largest {
  readonly cell: CellId;
  readonly cells: readonly CellId[];
  readonly mask: Mask | undefined;
}

/** A formula that is none of these, with its first part that was not understood. */
export interface Foreign {
  readonly cell: CellId;
  readonly part: string;
  /** The cells of this sheet that it names. */
  readonly reads: readonly Rect[];
}

/** A sheet whose formulas are reduced to what they compute. */
export class ReadSheet {
  readonly sums: Sum[] = [];
  readonly largest: Largest[] = [];
  readonly foreign: Foreign[] = [];
  /** What is in typed cells, without blanks. */
  private readonly typed = new Map<CellId, unknown>();
  private readonly formulas = new Set<CellId>();
  /** Cells that only repeat another cell. */
  private readonly copies = new Map<CellId, CellId>();

  private readonly computed: Formulas;
  readonly name: string;

  constructor(private readonly cells: SheetCells) {
    this.name = cells.name;
    this.computed = new Formulas([cells, ...(cells.others ?? [])], cells.names);
    const meanings: [CellId, Meaning][] = [];
    for (const [cell, content] of contentsOf(cells)) {
      if (!isFormula(content)) this.typed.set(cell, content);
      else {
        this.formulas.add(cell);
        this.read(cell, content, meanings);
      }
    }
    for (const [cell, meaning] of meanings) this.take(cell, meaning);
  }

  isFormula(cell: CellId): boolean {
    return this.formulas.has(cell);
  }

  isBlank(cell: CellId): boolean {
    return !this.formulas.has(cell) && !this.typed.has(cell);
  }

  /** The number in a typed cell: 0 in a blank one, as formulas take it; undefined where text or a formula stands. */
  typedNumber(cell: CellId): number | undefined {
    if (this.formulas.has(cell)) return undefined;
    const content = this.typed.get(cell) ?? 0;
    return typeof content === 'number' ? content : undefined;
  }

  /** What a formula has come to. */
  result(cell: CellId): unknown {
    return this.resultAt({ sheet: this.name, cell });
  }

  /** The same on any sheet that was read. */
  resultAt({ sheet, cell }: Place): unknown {
    const { cells } = this;
    const home = [cells, ...(cells.others ?? [])].find(({ name }) => isSame(name, sheet));
    return home?.values[rowOf(cell)]?.[columnOf(cell)];
  }

  /** The cell that another repeats, or itself. */
  origin(cell: CellId): CellId {
    const before = this.copies.get(cell);
    return before === undefined || before === cell ? cell : this.origin(before);
  }

  private read(cell: CellId, formula: string, meanings: [CellId, Meaning][]): void {
    try {
      const meaning = this.computed.meaningOf({ sheet: this.name, cell });
      if (!meaning) return;
      const repeated = repeatedBy(meaning);
      if (repeated !== undefined && repeated !== cell) this.copies.set(cell, repeated);
      else meanings.push([cell, meaning]);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.foreign.push({ cell, part: error.message, reads: namedIn(formula) });
    }
  }

  private take(cell: CellId, meaning: Meaning): void {
    const origin = (each: CellId) => this.origin(each);
    if (meaning.is === 'max')
      this.largest.push({ cell, cells: meaning.cells.map(origin), mask: meaning.mask });
    else if (meaning.is === 'test') this.foreign.push({ cell, part: '>', reads: [] });
    else if (meaning.is === 'sum') this.sums.push(sumOf(cell, meaning, origin));
  }
}

function sumOf(
  cell: CellId,
  meaning: Meaning & { readonly is: 'sum' },
  origin: (cell: CellId) => CellId,
): Sum {
  const masks = new Set(meaning.terms.map(({ mask }) => mask?.key));
  const mask = masks.size === 1 ? meaning.terms[0].mask : undefined;
  const terms = meaning.terms.map((term): Term => ({
    ...term,
    cells: term.cells.map(origin),
    mask: mask ? undefined : term.mask,
  }));
  const withCells = (count: number) => terms.filter(({ cells }) => cells.length === count);
  return {
    cell,
    products: terms.filter(({ cells }) => cells.length > 1),
    singles: withCells(1),
    constant: withCells(0).reduce((sum, { factor }) => sum + factor, 0),
    rectified: meaning.rectified,
    mask,
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The cell of a formula such as =AH3. */
function repeatedBy(meaning: Meaning): CellId | undefined {
  if (meaning.is !== 'sum' || meaning.rectified || meaning.terms.length !== 1) return undefined;
  const [{ factor, cells, mask }] = meaning.terms;
  return factor === 1 && cells.length === 1 && !mask ? cells[0] : undefined;
}

/** The cells that a formula names, whatever it does with them. */
function namedIn(formula: string): Rect[] {
  return [...formula.matchAll(/(?<![!\w$.])\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(])/g)].map(
    ([address]) => parseA1(address),
  );
}
