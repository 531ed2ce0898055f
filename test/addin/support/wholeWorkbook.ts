import type { Book } from '../../../src/workbook/objects/book';
import { documentOf } from '../../../src/workbook/book/document';

type Plain = Readonly<Record<string, unknown>>;

/** Keys of what is numbered anew whenever it is made. */
const NUMBERED = new Set(['id', 'cfId', 'uid', 'rev', 'unitId', 'subUnitId', 'next', 'formulaOrRefStringId']);

/**
 * Everything that is in a workbook, by sheet: cells with their formats, sizes, names, rules, charts, what is stored; with
 * names instead of ids, so that a workbook can be compared with another one.
 * @param leftOut row and column, as in "11,39", of a cell that is left out on all sheets
 */
export function wholeWorkbook(book: Book, leftOut: string): Record<string, unknown> {
  const { workbook, settings, xmlParts, tables, charts, shapes, protection } = JSON.parse(
    JSON.stringify(documentOf(book)),
  ) as ReturnType<typeof documentOf>;
  const sheets = Object.entries(workbook.sheets ?? {});
  const names = new Map(sheets.map(([id, { name }]) => [id, name ?? '']));
  const styles = (workbook.styles ?? {}) as Plain;
  const named = (value: unknown) => withNames(value, names);
  const byName = (value: unknown) => sorted(named(value));
  return {
    order: workbook.sheetOrder?.map((id) => names.get(id)),
    ...Object.fromEntries(
      sheets.map(([, { cellData, columnData, rowData, freeze, hidden, showGridlines, name }]) => [
        `sheet ${name}`,
        {
          cells: cellsOf(cellData as Plain, styles, leftOut),
          columnData,
          rowData,
          freeze,
          hidden,
          showGridlines,
        },
      ]),
    ),
    resources: Object.fromEntries(
      (workbook.resources ?? []).map(({ name, data }) => [
        name,
        sorted(rulesOf(named(JSON.parse(data || '{}')))),
      ]),
    ),
    settings: named(settings),
    xmlParts: xmlParts.map(([, xml]) => named(xml)).sort(),
    objects: [tables, charts, shapes].map(({ records }) => byName(withoutNumbers(records))),
    protection: named(protection),
  };
}

/** "Table2" was the second to be made, whether the first is still there or not. */
const withoutNumbers = (records: readonly { readonly name: string }[]) =>
  records.map((each) => ({ ...each, name: each.name.replace(/^(Table)\d+$/, '$1') }));

/** Of the cells that hold something, or look like something: of a formula its text, for its number follows when it is calculated. */
function cellsOf(rows: Plain, styles: Plain, leftOut: string): Plain {
  const cells: Record<string, unknown> = {};
  for (const [row, columns] of Object.entries(rows))
    for (const [column, cell] of Object.entries(columns as Plain)) {
      if (`${row},${column}` === leftOut) continue;
      const { v, f, t, s } = (cell ?? {}) as Plain;
      const style = withoutBlack((typeof s === 'string' ? styles[s] : s) as Plain | undefined);
      const held = f ? { f } : v !== '' && v !== null && v !== undefined ? { v, t } : {};
      const isPlain = !style || Object.keys(style).length === 0;
      if (Object.keys(held).length || !isPlain)
        cells[`${row},${column}`] = isPlain ? held : { ...held, style };
    }
  return cells;
}

/** Black letters are black whether somebody says so or not. */
function withoutBlack({ cl, ...style }: Plain = {}): Plain {
  return (cl as { rgb?: string } | undefined)?.rgb === '#000000'
    ? style
    : { ...style, ...(cl ? { cl } : {}) };
}

/** In texts and keys, too: what is stored is JSON within text. */
function withNames(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    let text = value;
    for (const [id, name] of names) text = text.replaceAll(id, `‹${name}›`);
    return text;
  }
  if (Array.isArray(value)) return value.map((each) => withNames(each, names));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => !NUMBERED.has(key));
  return Object.fromEntries(entries.map(([key, each]) => [withNames(key, names), withNames(each, names)]));
}

/** Lists and members in an order that does not depend on when they were made. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every id of a sheet that is there has been replaced. */
const isOfGoneSheet = ({ localSheetId }: Plain) => String(localSheetId).startsWith('{');

/** By sheet, without those of sheets that are gone, and by name where there are no sheets. */
function rulesOf(resource: unknown): unknown {
  const entries = Object.entries(resource as Plain);
  const isBySheet = entries.some(([key, value]) => key.startsWith('‹') && Array.isArray(value));
  if (!isBySheet) return entries.map(([, value]) => value).filter((name) => !isOfGoneSheet(name as Plain));
  return Object.fromEntries(
    entries.filter(([key, value]) => key.startsWith('‹') && (value as unknown[]).length > 0),
  );
}

/** Where two differ, in words; empty if they are the same. */
export function differences(one: unknown, other: unknown, at = '', most = 12): string[] {
  if (Object.is(one, other)) return [];
  const isBranch = (value: unknown): value is Plain => typeof value === 'object' && value !== null;
  if (!isBranch(one) || !isBranch(other))
    return [`${at}: ${JSON.stringify(one)?.slice(0, 160)} | ${JSON.stringify(other)?.slice(0, 160)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const found: string[] = [];
  for (const key of keys) {
    if (found.length >= most) break;
    found.push(...differences(one[key], other[key], at ? `${at} › ${key}` : key, most));
  }
  return found;
}
