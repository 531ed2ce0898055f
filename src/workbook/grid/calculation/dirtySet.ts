/** Dirty set: what has changed since the last calculation, in the form that Univer's calculation expects. */
import type { IUnitRange } from '@univerjs/core';
import type { IActiveDirtyManagerService } from '@univerjs/engine-formula';

type DirtyReport = ReturnType<Parameters<IActiveDirtyManagerService['register']>[1]['getDirtyData']>;
type MapName = Exclude<keyof DirtyReport, 'dirtyRanges' | 'forceCalculation'>;
type Marks = Record<string, Record<string, unknown>>;

const MAPS: readonly MapName[] = [
  'dirtyNameMap',
  'dirtyDefinedNameMap',
  'dirtySuperTableMap',
  'dirtyUnitFeatureMap',
  'dirtyUnitOtherFormulaMap',
  'clearDependencyTreeCache',
];

export class DirtySet {
  private ranges: IUnitRange[] = [];
  private maps = new Map<MapName, Marks>();
  private all = false;

  get isEmpty(): boolean {
    return this.ranges.length === 0 && this.maps.size === 0 && !this.all;
  }

  addRanges(ranges: Iterable<IUnitRange>): void {
    for (const range of ranges) this.ranges.push(range);
  }

  add(report: DirtyReport): void {
    this.addRanges(report.dirtyRanges ?? []);
    if (report.forceCalculation) this.all = true;
    for (const name of MAPS) {
      const marks = report[name] as Marks | undefined;
      if (!marks || Object.keys(marks).length === 0) continue;
      const own = this.maps.get(name) ?? {};
      merge(own, marks);
      this.maps.set(name, own);
    }
  }

  /**
   * Empties the set, and returns its content as parameters of the calculation. These include the current
   * sheet names; `nameOf` is null for a deleted sheet.
   */
  take(all: boolean, nameOf: (sheetId: string) => string | null) {
    const maps = Object.fromEntries(MAPS.map((name) => [name, this.maps.get(name) ?? {}]));
    for (const [unitId, sheets] of Object.entries(maps.dirtyNameMap)) {
      const names = Object.keys(sheets).map((id) => [id, nameOf(id)] as const);
      maps.dirtyNameMap[unitId] = Object.fromEntries(names.filter(([, name]) => name !== null));
    }
    const taken = { ...maps, dirtyRanges: distinct(this.ranges), forceCalculation: all || this.all };
    this.ranges = [];
    this.maps = new Map();
    this.all = false;
    return taken;
  }
}

/** Merges nested marks (by workbook, then by sheet or name, then by rule), copying what is merged in. */
function merge(own: Record<string, unknown>, added: Record<string, unknown>): void {
  for (const [name, mark] of Object.entries(added)) {
    if (!isMarks(mark)) {
      own[name] = mark;
      continue;
    }
    const inner = own[name];
    const copy = isMarks(inner) ? inner : {};
    merge(copy, mark);
    own[name] = copy;
  }
}

const isMarks = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A cell marked twice counts once. */
function distinct(ranges: readonly IUnitRange[]): IUnitRange[] {
  const byPlace = ranges.map((each) => {
    const { startRow, startColumn, endRow, endColumn } = each.range;
    return [[each.unitId, each.sheetId, startRow, startColumn, endRow, endColumn].join(), each] as const;
  });
  return [...new Map(byPlace).values()];
}
