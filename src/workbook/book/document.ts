/**
 * A workbook as plain data: what is kept of it while it is closed, and what a file is written from. Whatever is kept of a
 * workbook anywhere is in here; a store or a file format that keeps this keeps everything.
 */
import { IResourceManagerService, type IWorkbookData, UniverInstanceType } from '@univerjs/core';
import { Rect } from '../addresses/rect';
import type { Json } from '../host/wire';
import type { Book } from '../objects/book';
import type { ChartRecord, SeriesRecord, Source } from '../objects/charts/store';
import type { StoredRecords } from '../objects/records';
import type { ShapeRecord } from '../objects/shapes/store';
import type { TableRecord } from '../objects/tables/store';

/** JSON: a `Rect` is its four numbers. */
export interface DocumentData {
  /** Cells, formats, sizes and order of all sheets; names, conditional formats and validation as Univer's resources. */
  readonly workbook: Partial<IWorkbookData>;
  readonly activeSheet: string | null;
  readonly settings: readonly (readonly [name: string, value: Json])[];
  readonly xmlParts: readonly (readonly [id: string, xml: string])[];
  /** As in `Book.startup`. */
  readonly startup: string;
  /** Ids of protected sheets, and whether the workbook's structure is protected. */
  readonly protection: { readonly sheets: readonly string[]; readonly structure: boolean };
  readonly tables: StoredRecords<TableRecord>;
  readonly charts: StoredRecords<ChartRecord>;
  readonly shapes: StoredRecords<ShapeRecord>;
}

/** What Univer's plugins keep; its drawings are charts, which are kept as such. */
const RESOURCES = new Set([
  'SHEET_DEFINED_NAME_PLUGIN',
  'SHEET_CONDITIONAL_FORMATTING_PLUGIN',
  'SHEET_DATA_VALIDATION_PLUGIN',
]);

/**
 * The document as it is now. It shares its cells with the workbook: make text of it, or copy it, at once.
 * @param resources as they are now, for whoever knows that they have not changed
 */
export function documentOf(book: Book, resources = resourcesOf(book)): DocumentData {
  const { grid, settings, xmlParts, startup, protection, tables, charts, shapes } = book;
  grid.flush();
  return {
    workbook: { ...grid.workbook.getSnapshot(), resources },
    activeSheet: grid.workbook.getActiveSheet()?.getSheetId() ?? null,
    settings: [...settings],
    xmlParts: [...xmlParts],
    startup: startup.state,
    protection: { sheets: [...protection.sheets], structure: protection.structure },
    tables: tables.stored,
    charts: charts.stored,
    shapes: shapes.stored,
  };
}

export function resourcesOf({ grid }: Book): NonNullable<IWorkbookData['resources']> {
  return grid.injector
    .get(IResourceManagerService)
    .getResources(grid.unitId, UniverInstanceType.UNIVER_SHEET)
    .filter(({ name }) => RESOURCES.has(name));
}

/** Gives a book, over a Univer workbook made from `document.workbook`, everything else that the document holds. */
export function restore(book: Book, document: DocumentData): void {
  const { grid, settings, xmlParts, startup, protection, tables, charts, shapes } = book;
  for (const [name, value] of document.settings) settings.set(name, value);
  for (const [id, xml] of document.xmlParts) xmlParts.set(id, xml);
  startup.state = document.startup;
  for (const sheet of document.protection.sheets) protection.sheets.add(sheet);
  protection.structure = document.protection.structure;
  tables.restore(document.tables, (table) => ({ ...table, area: rect(table.area) }));
  charts.restore(document.charts, withRects);
  shapes.restore(document.shapes, (shape) => ({ ...shape }));
  const active = document.activeSheet === null ? null : grid.sheet(document.activeSheet);
  if (active) grid.asAddin(() => grid.workbook.setActiveSheet(active));
  void grid.calculation.opened();
}

const rect = ({ row, column, rows, columns }: Rect): Rect => new Rect(row, column, rows, columns);

const source = (cells: Source | null): Source | null =>
  cells && { sheetId: cells.sheetId, area: rect(cells.area) };

function withRects(chart: ChartRecord): ChartRecord {
  return { ...chart, source: source(chart.source), series: chart.series?.map(withRectsOfSeries) ?? null };
}

const withRectsOfSeries = ({ name, values, labels }: SeriesRecord): SeriesRecord => ({
  name: typeof name === 'string' ? name : source(name),
  values: source(values),
  labels: source(labels),
});
