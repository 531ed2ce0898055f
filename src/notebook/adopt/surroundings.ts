import {
  columnOf,
  idOf,
  rowOf,
  type CellId,
  type Meaning,
  type NamedCells,
  type Place,
  type Surroundings,
} from './meaning';
import { parseFormula, type Tree } from './parse';
import { meaningOf } from './reduce';
import { SHEET, Unreadable } from './tokens';

const WORD = /[\p{L}_\\][\p{L}\d_.\\]*/gu;
const NAMED_SHEET = new RegExp(SHEET, 'g');

/** The cells of a sheet from A1 on, as Excel returns values and formulas: "" for a blank cell. */
export interface Cells {
  readonly name: string;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** A defined name: "weights" of the workbook or of one sheet, with its formula, "='My net'!$A$1:$C$3". */
export interface DefinedName {
  readonly name: string;
  /** The sheet to which it belongs; undefined for one of the workbook. */
  readonly sheet: string | undefined;
  readonly formula: string;
}

/** The formulas of some sheets, each reduced once. What RAND() makes in a cell is known to the formulas that read it. */
export class Formulas {
  private readonly sheets = new Map<string, Cells>();
  private readonly known = new Map<string, Meaning | Unreadable | undefined>();
  /** Where nothing is drawn at random, no formula need be followed to know that. */
  private readonly hasChance: boolean;

  constructor(
    sheets: readonly Cells[],
    private readonly names: readonly DefinedName[] = [],
  ) {
    for (const sheet of sheets) this.sheets.set(sheet.name.toLowerCase(), sheet);
    this.hasChance = sheets.some(({ formulas }) =>
      formulas.some((row) =>
        row.some((content) => isFormula(content) && /\bRAND(BETWEEN)?\(/i.test(content)),
      ),
    );
  }

  /** What a cell holds: its formula, or what was typed; "" where it is blank. */
  contentOf({ sheet, cell }: Place): unknown {
    return this.sheets.get(sheet.toLowerCase())?.formulas[rowOf(cell)]?.[columnOf(cell)] ?? '';
  }

  /** What the formula in a cell computes; undefined where there is none. @throws Unreadable */
  meaningOf(place: Place): Meaning | undefined {
    const key = keyOf(place);
    if (!this.known.has(key)) {
      // A formula that comes back to itself computes nothing.
      this.known.set(key, undefined);
      this.known.set(key, this.reduce(place));
    }
    const known = this.known.get(key);
    if (known instanceof Unreadable) throw known;
    return known;
  }

  private reduce(place: Place): Meaning | Unreadable | undefined {
    const content = this.contentOf(place);
    if (!isFormula(content)) return undefined;
    const { sheet } = place;
    const surroundings: Surroundings = {
      sheet,
      lookUp: (read) => this.lookUp(read, sheet),
      named: (name, home) => this.named(name, home ?? sheet),
      typedNumber: (cell) => this.typedNumber({ sheet, cell }),
    };
    try {
      const meaning = meaningOf(parseFormula(content), surroundings);
      return meaning.is === 'chance' ? { ...meaning, at: place, key: keyOf(place) } : meaning;
    } catch (error) {
      if (error instanceof Unreadable) return error;
      throw error;
    }
  }

  /** A name of the sheet goes before one of the workbook. */
  private named(name: string, sheet: string): NamedCells | undefined {
    const called = this.names.filter((each) => isSame(each.name, name));
    const found =
      called.find((each) => each.sheet !== undefined && isSame(each.sheet, sheet)) ??
      called.find((each) => each.sheet === undefined);
    return found && cellsBehind(found.formula);
  }

  private lookUp(place: Place, from: string): Meaning | undefined {
    const typed = this.typedNumber(place);
    if (typed !== undefined)
      return place.sheet === from ? undefined : { is: 'elsewhere', sheet: place.sheet, number: typed };
    if (!this.hasChance) return undefined;
    try {
      const meaning = this.meaningOf(place);
      return meaning?.is === 'chance' ? meaning : undefined;
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  }

  private typedNumber(place: Place): number | undefined {
    const content = this.contentOf(place);
    if (content === '') return this.sheets.has(place.sheet.toLowerCase()) ? 0 : undefined;
    return typeof content === 'number' ? content : undefined;
  }
}

/** Whether the content of a cell is a formula, also in the braces of an array formula. */
export function isFormula(content: unknown): content is string {
  return typeof content === 'string' && /^\{?=/.test(content);
}

function keyOf({ sheet, cell }: Place): string {
  return `${cell} ${sheet.toLowerCase()}`;
}

/** The cells of a formula that is no more than a reference to them. */
function cellsBehind(formula: string): NamedCells | undefined {
  const tree = treeOf(formula);
  if (tree?.kind !== 'cells' || tree.sheet === undefined) return undefined;
  return { sheet: tree.sheet, rect: tree.rect };
}

function treeOf(formula: string): Tree | undefined {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The sheets that formulas of a sheet name, and those behind defined names. */
export function sheetsNamedIn(sheet: Cells, defined: readonly DefinedName[] = []): Set<string> {
  const words = new Set<string>();
  const names = new Set<string>();
  for (const [, content] of contentsOf(sheet)) {
    if (!isFormula(content)) continue;
    if (defined.length) for (const [word] of content.matchAll(WORD)) words.add(word.toLowerCase());
    if (content.includes('!'))
      for (const [, quoted, plain] of content.matchAll(NAMED_SHEET))
        names.add(quoted?.replaceAll("''", "'") ?? plain);
  }
  for (const { name, formula } of defined) {
    const cells = words.has(name.toLowerCase()) ? cellsBehind(formula) : undefined;
    if (cells) names.add(cells.sheet);
  }
  return names;
}

/** All cells of a sheet that hold something, in the order of reading. */
export function* contentsOf({ formulas }: Cells): Generator<readonly [CellId, unknown]> {
  for (const [row, cells] of formulas.entries())
    for (const [column, content] of cells.entries()) if (content !== '') yield [idOf(row, column), content];
}
