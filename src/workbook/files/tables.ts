/** Tables: their cells stand on the sheet; here are their areas, names and styles. */
import type { Workbook } from '@cj-tech-master/excelts';
import { formatRect, parseRect } from '../addresses/a1';
import type { StoredRecords } from '../objects/records';
import type { TableRecord } from '../objects/tables/store';
import { type Parts, change, textOf } from './parts';
import { elementsOf, parsedXml } from './xmlText';

/** @param sheetNames by ids of sheets */
export function tablesToFile(
  workbook: Workbook,
  { records }: StoredRecords<TableRecord>,
  sheetNames: ReadonlyMap<string, string>,
): void {
  for (const { sheetId, name, area, showHeaders, style } of records) {
    const sheet = workbook.getWorksheet(sheetNames.get(sheetId) ?? '');
    if (!sheet) continue;
    // The library writes what it is given into the cells, so it is given what stands there.
    const cell = (row: number, column: number) => sheet.getCell(row + 1, column + 1);
    const body = { first: area.row + Number(showHeaders), last: area.row + area.rows - 1 };
    const across = Array.from({ length: area.columns }, (_, at) => area.column + at);
    sheet.addTable({
      name,
      ref: formatRect(area).split(':')[0],
      headerRow: showHeaders,
      style: { theme: style, showRowStripes: true },
      columns: across.map((column, at) => ({
        name: showHeaders ? cell(area.row, column).text : `Column${at + 1}`,
      })),
      rows: Array.from({ length: body.last - body.first + 1 }, (_, at) =>
        across.map((column) => cell(body.first + at, column).value),
      ),
    });
  }
}

/** The library gives every table filter buttons. */
export function tableFiltersToFile(parts: Parts, { records }: StoredRecords<TableRecord>): void {
  const without = new Set(records.filter((table) => !table.showFilterButton).map(({ name }) => name));
  for (const { path, table } of tableParts(parts))
    if (without.has(table.getAttribute('name') ?? ''))
      change(parts, path, (text) => text.replace(/<autoFilter\b[^>]*?(?:\/>|>.*?<\/autoFilter>)/s, ''));
}

function tableParts(parts: Parts): { path: string; table: Element }[] {
  return Object.keys(parts)
    .filter((path) => /^xl\/tables\/[^/]+\.xml$/.test(path))
    .flatMap((path) =>
      elementsOf(parsedXml(textOf(parts, path)!), 'table').map((table) => ({ path, table })),
    );
}

/** @param sheetIds by names of sheets */
export function tablesFromFile(
  parts: Parts,
  workbook: Workbook,
  sheetIds: ReadonlyMap<string, string>,
): StoredRecords<TableRecord> {
  const filtered = new Set(
    tableParts(parts)
      .filter(({ table }) => elementsOf(table, 'autoFilter').length > 0)
      .map(({ table }) => table.getAttribute('name')),
  );
  const records = workbook.worksheets.flatMap((sheet) =>
    sheet.getTables().flatMap(({ table }) => {
      const area = parseRect(table.tableRef ?? table.ref);
      return area ? [{ table, area, sheetId: sheetIds.get(sheet.name)! }] : [];
    }),
  );
  return {
    records: records.map(({ table, area, sheetId }, at) => ({
      id: `{table${at + 1}}`,
      sheetId,
      name: table.name,
      area,
      showHeaders: table.headerRow !== false,
      showFilterButton: filtered.has(table.name),
      style: table.style?.theme ?? '',
    })),
    next: records.length + 1,
  };
}
