/** Counts what of a file has no place in a document, and says so. */
import type { Workbook } from '@cj-tech-master/excelts';
import type { ICellData } from '@univerjs/core';
import { syntaxOf } from '../formulas/syntax';
import { tokensOf } from '../formulas/tokens';
import { texts } from '../texts';
import type { Parts } from './parts';

type Kind = keyof typeof texts.files.leftOut;

/** Kinds of parts that nothing of is read, by their paths. */
const UNREAD: readonly (readonly [Kind, RegExp])[] = [
  ['pictures', /^xl\/media\//],
  ['pivotTables', /^xl\/pivotTables\/[^/]+\.xml$/],
  ['macros', /vbaProject\.bin$/],
  ['links', /^xl\/externalLinks\/[^/]+\.xml$/],
];

export class LeftOut {
  private readonly counts = new Map<Kind, number>();
  private readonly functions = new Set<string>();

  constructor(private readonly isFunction: (name: string) => boolean) {}

  count(kind: Kind, by = 1): void {
    if (by > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + by);
  }

  /** Those that are known; the others are counted. */
  unknown<T>(kind: Kind, all: readonly (T | null)[]): T[] {
    const known = all.filter((each) => each !== null);
    this.count(kind, all.length - known.length);
    return known;
  }

  /** The cell, with its value alone where its formula cannot be computed. */
  computable(cell: ICellData): ICellData {
    if (!cell.f) return cell;
    const tokens = tokensOf(cell.f);
    const syntax = tokens && syntaxOf(tokens);
    const missing = syntax?.calls.filter(({ name }) => !this.isFunction(name)) ?? [];
    if (syntax && syntax.lacks.size === 0 && missing.length === 0) return cell;
    for (const { name } of missing) this.functions.add(name.toUpperCase());
    this.count('formulas');
    return { v: cell.v, t: cell.t };
  }

  note(file: Workbook, parts: Parts): void {
    for (const [kind, path] of UNREAD)
      this.count(kind, Object.keys(parts).filter((each) => path.test(each)).length);
    for (const sheet of file.worksheets) this.count('shapes', sheet.getShapes().length);
  }

  get words(): string[] {
    return [...this.counts].map(([kind, count]) =>
      texts.files.leftOut[kind](count, [...this.functions].sort()),
    );
  }
}
