import { type IStyleData, type IWorksheetData, type IWorkbookData } from '@univerjs/core';
import type { DocumentData } from '../../../src/workbook/book/document';
import { cellsOf, formulasIn } from '../../../src/workbook/files/cells';
import { resourcesOf } from '../../../src/workbook/files/resources';

/** A document without what a file is free to say otherwise: ids of styles and rules, the order of keys, unused rows. */
export function comparable({ workbook, protection, tables, charts, settings, xmlParts }: DocumentData) {
  const sheets = workbook.sheets ?? {};
  const nameOf = (id: string | undefined) => sheets[id ?? '']?.name ?? id;
  const { names, rules, validation } = resourcesOf(workbook);
  return {
    sheets: (workbook.sheetOrder ?? []).map((id) => sheetOf(sheets[id], workbook)),
    names: names
      .map(({ name, formulaOrRefString, comment, hidden, localSheetId }) => ({
        name,
        formulaOrRefString,
        comment: comment ?? '',
        hidden: hidden ?? false,
        scope: nameOf(localSheetId),
      }))
      .sort((one, other) => (`${one.scope}!${one.name}` < `${other.scope}!${other.name}` ? -1 : 1)),
    rules: bySheet(rules, nameOf, ({ ranges, rule }) => ({ ranges: ranges.map(corners), rule })),
    validation: bySheet(
      validation,
      nameOf,
      ({ ranges, ...rule }) => ({ ...rule, uid: undefined, ranges: ranges.map(corners) }),
      byPlace,
    ),
    protection: { ...protection, sheets: protection.sheets.map(nameOf) },
    tables: tables.records.map(({ sheetId, ...table }) => ({
      ...table,
      id: undefined,
      sheetId: nameOf(sheetId),
    })),
    charts: charts.records.map(({ name, type, sheetId, title, axisTitles, left, top, width, height }) => ({
      name,
      type,
      sheet: nameOf(sheetId),
      title,
      axisTitles,
      place: [left, top, width, height].map((points) => Math.round(points * 100) / 100),
    })),
    settings,
    xmlParts,
  };
}

const byPlace = (one: { ranges: number[][] }, other: { ranges: number[][] }) =>
  String(one.ranges) < String(other.ranges) ? -1 : 1;

interface Range {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}
const corners = (range: Range) => [range.startRow, range.startColumn, range.endRow, range.endColumn];

function bySheet<T, R>(
  all: Readonly<Record<string, readonly T[]>>,
  nameOf: (id: string) => string | undefined,
  plain: (rule: T) => R,
  compare?: (one: R, other: R) => number,
): Record<string, R[]> {
  const order = (rules: R[]) => (compare ? rules.sort(compare) : rules);
  const filled = Object.entries(all).filter(([, rules]) => rules.length > 0);
  return Object.fromEntries(filled.map(([id, rules]) => [nameOf(id), order(rules.map(plain))]));
}

function sheetOf(sheet: Partial<IWorksheetData>, { styles = {}, defaultStyle }: Partial<IWorkbookData>) {
  const { name, hidden, freeze, mergeData = [], showGridlines, tabColor, zoomRatio, cellData = {} } = sheet;
  const formulaOf = formulasIn(cellData);
  const usual = typeof defaultStyle === 'object' ? defaultStyle : {};
  const known = new Map<unknown, string | undefined>();
  const style = (s: unknown) => {
    if (!known.has(s)) {
      const own = (typeof s === 'string' ? styles[s] : s) as IStyleData | null | undefined;
      known.set(s, own ? sorted(withoutUsual({ ...usual, ...own })) : undefined);
    }
    return known.get(s);
  };
  // As texts, of which many thousands are compared in no time.
  const cells: Record<string, string> = {};
  for (const [row, column, cell] of cellsOf(cellData)) {
    const { v = null, t, s } = cell;
    const plain = { v, t, f: formulaOf(row, column, cell) ?? undefined, s: style(s) };
    if (v !== null || plain.f || plain.s)
      cells[`${row},${column}`] = JSON.stringify(v === null ? { ...plain, t: undefined } : plain);
  }
  return {
    name,
    hidden,
    freeze: { rows: Math.max(0, freeze?.ySplit ?? 0), columns: Math.max(0, freeze?.xSplit ?? 0) },
    merged: mergeData.map(corners),
    showGridlines,
    tabColor,
    zoomRatio,
    cells,
    widths: sizes(sheet.columnData, ({ w }) => w, sheet.defaultColumnWidth),
    heights: sizes(sheet.rowData, ({ h, ia }) => (ia === 1 ? undefined : h), sheet.defaultRowHeight),
  };
}

/** In pixels, to the hundredth: widths are kept in 256ths of a digit. */
function sizes<T>(
  lines: Readonly<Record<number, T | undefined>> = {},
  size: (line: T) => number | undefined,
  usual: number | undefined,
): Record<string, number> {
  const known = Object.entries(lines).map(([at, line]) => [at, (line && size(line)) ?? usual ?? 0] as const);
  return Object.fromEntries(
    known.filter(([, pixels]) => pixels !== usual).map(([at, pixels]) => [at, Math.round(pixels * 10) / 10]),
  );
}

const withoutUsual = ({ ff, fs, ...style }: IStyleData): IStyleData => ({
  ...style,
  ...(ff && ff !== 'Calibri' && { ff }),
  ...(fs && fs !== 11 && { fs }),
});

/** As JSON, with the members of objects in order. */
function sorted(value: IStyleData): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
