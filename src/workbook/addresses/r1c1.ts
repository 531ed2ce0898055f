/**
 * Converts formulas between R1C1 notation, in which a formula that is filled down is the same text in every
 * cell, and A1 notation, which Univer uses. A text is parsed once; each cell then only inserts its own
 * numbers.
 */
import { columnIndex, columnName } from './a1';
import { MAX_COLUMNS, MAX_ROWS } from './rect';

/** A row or column of a reference: absolute, or relative to the cell with the formula. */
interface Line {
  readonly at: number;
  readonly isAbsolute: boolean;
}

/** A cell has a row and a column; whole rows and columns run from one line to another. */
type Reference =
  | { readonly kind: 'cell'; readonly row: Line; readonly column: Line }
  | { readonly kind: 'rows' | 'columns'; readonly from: Line; readonly to: Line };

/** Text and references alternate; the first and last part are text, possibly empty. */
interface Parts {
  readonly texts: readonly string[];
  readonly references: readonly Reference[];
}

/** Converts the formulas of a range; parses each text only once, since most cells have the same one. */
export class R1C1Formulas {
  private readonly known = new Map<string, Parts | null>();

  /**
   * The A1 formula for a cell (zero-based); null if a reference leaves the sheet, or is written in A1
   * notation.
   */
  toA1(text: string, row: number, column: number): string | null {
    let parts = this.known.get(text);
    if (parts === undefined) this.known.set(text, (parts = partsOfR1C1(text)));
    return parts && joined(parts, (reference) => inA1(reference, row, column));
  }
}

/** The R1C1 form of the A1 formula `text` in a cell. */
export function toR1C1(text: string, row: number, column: number): string {
  return joined(partsOfA1(text, row, column), inR1C1)!;
}

function joined({ texts, references }: Parts, write: (reference: Reference) => string | null): string | null {
  let formula = texts[0];
  for (let i = 0; i < references.length; i++) {
    const written = write(references[i]);
    if (written === null) return null;
    formula += written + texts[i + 1];
  }
  return formula;
}

function inA1(reference: Reference, row: number, column: number): string | null {
  if (reference.kind === 'cell') {
    const letters = lineInA1(reference.column, column, MAX_COLUMNS, columnName);
    const digits = lineInA1(reference.row, row, MAX_ROWS, rowNumber);
    return letters === null || digits === null ? null : letters + digits;
  }
  const isRows = reference.kind === 'rows';
  const line = (each: Line) =>
    isRows ? lineInA1(each, row, MAX_ROWS, rowNumber) : lineInA1(each, column, MAX_COLUMNS, columnName);
  const from = line(reference.from);
  const to = line(reference.to);
  return from === null || to === null ? null : `${from}:${to}`;
}

function lineInA1(line: Line, own: number, count: number, name: (at: number) => string): string | null {
  const at = line.isAbsolute ? line.at : own + line.at;
  if (at < 0 || at >= count) return null;
  return line.isAbsolute ? `$${name(at)}` : name(at);
}

const rowNumber = (row: number) => String(row + 1);

function inR1C1(reference: Reference): string {
  if (reference.kind === 'cell') return lineInR1C1('R', reference.row) + lineInR1C1('C', reference.column);
  const letter = reference.kind === 'rows' ? 'R' : 'C';
  const from = lineInR1C1(letter, reference.from);
  const to = lineInR1C1(letter, reference.to);
  return from === to ? from : `${from}:${to}`;
}

function lineInR1C1(letter: string, { at, isAbsolute }: Line): string {
  if (isAbsolute) return `${letter}${at + 1}`;
  return at === 0 ? letter : `${letter}[${at}]`;
}

/** Parts without references: texts, quoted sheet names, names, table columns, numbers. */
const TEXT = `"(?:[^"]|"")*"?|'(?:[^']|'')*'?`;
const COLUMNS_OF_TABLE = String.raw`\[(?:[^[\]]|\[[^\]]*\])*\]`;
const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.?\\]*(?:${COLUMNS_OF_TABLE})?|${COLUMNS_OF_TABLE}`;
const NUMBER = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const OTHER = `${NAME}|${NUMBER}`;
/** What may not follow a reference, since it would make it the name of a function, sheet or anything else. */
const END = String.raw`(?![\p{L}\p{N}_.?\\([!])`;

const LINE = String.raw`(?:\[-?\d+\]|\d+)?`;
const IN_R1C1 = `(?<reference>R${LINE}C${LINE}|R${LINE}:R${LINE}|C${LINE}:C${LINE}|[RC]${LINE})${END}`;
const CELL = String.raw`\$?[a-z]{1,3}\$?\d{1,7}`;
const IN_A1 = String.raw`(?<reference>${CELL}|\$?[a-z]{1,3}:\$?[a-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})${END}`;

const R1C1 = new RegExp(`${TEXT}|${IN_R1C1}|(?<alien>${CELL})${END}|${OTHER}`, 'giu');
const A1 = new RegExp(`${TEXT}|${IN_A1}|${OTHER}`, 'giu');

function partsOfR1C1(text: string): Parts | null {
  const parts = new PartsOf(text);
  for (const match of text.matchAll(R1C1)) {
    const { reference, alien } = match.groups!;
    if (reference !== undefined) parts.add(match.index, reference, referenceInR1C1(reference));
    else if (alien !== undefined && referenceInA1(alien, 0, 0)) return null;
  }
  return parts.end();
}

function partsOfA1(text: string, row: number, column: number): Parts {
  const parts = new PartsOf(text);
  for (const match of text.matchAll(A1)) {
    const written = match.groups!.reference;
    const reference = written === undefined ? null : referenceInA1(written, row, column);
    if (reference) parts.add(match.index, written, reference);
  }
  return parts.end();
}

/** Cuts references out of a text, from left to right. */
class PartsOf {
  private readonly texts: string[] = [];
  private readonly references: Reference[] = [];
  private done = 0;
  constructor(private readonly text: string) {}

  add(at: number, written: string, reference: Reference): void {
    this.texts.push(this.text.slice(this.done, at));
    this.references.push(reference);
    this.done = at + written.length;
  }

  end(): Parts {
    return { texts: [...this.texts, this.text.slice(this.done)], references: this.references };
  }
}

function referenceInR1C1(written: string): Reference {
  const [from, to = from] = [...written.matchAll(/([RC])(?:\[(-?\d+)\]|(\d+))?/gi)].map(
    ([, letter, offset, number]) => ({
      letter: letter.toUpperCase(),
      line:
        number === undefined
          ? { at: Number(offset ?? 0), isAbsolute: false }
          : { at: Number(number) - 1, isAbsolute: true },
    }),
  );
  if (from.letter !== to.letter) return { kind: 'cell', row: from.line, column: to.line };
  return { kind: from.letter === 'R' ? 'rows' : 'columns', from: from.line, to: to.line };
}

/** Null for what is not a cell of a worksheet but a name: XYZ1. */
function referenceInA1(written: string, row: number, column: number): Reference | null {
  const lines = [...written.matchAll(/(\$?)(?:([a-z]+)|(\d+))/gi)].map(([, dollar, letters, digits]) => {
    const isAbsolute = dollar !== '';
    const at = letters === undefined ? Number(digits) - 1 : columnIndex(letters);
    const own = letters === undefined ? row : column;
    const count = letters === undefined ? MAX_ROWS : MAX_COLUMNS;
    const line = { at: isAbsolute ? at : at - own, isAbsolute };
    return { line, isRow: letters === undefined, isOnSheet: at >= 0 && at < count };
  });
  const [from, to] = lines;
  if (!from.isOnSheet || !to.isOnSheet) return null;
  if (from.isRow !== to.isRow) return { kind: 'cell', row: to.line, column: from.line };
  return { kind: from.isRow ? 'rows' : 'columns', from: from.line, to: to.line };
}
