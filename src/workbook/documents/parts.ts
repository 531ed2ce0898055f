/**
 * A document in parts: what changes rarely apart from what changes often, and the cells of each sheet in bands of rows. So a
 * typed cell costs a band, not the document.
 */
import type { IWorkbookData } from '@univerjs/core';
import type { DocumentData } from '../book/document';
import { type Band, bandsOf, packed } from './bands';

/** A part: a text, or the cells of a band. */
export type Part = string | Band;

/** Content by the name of a part. */
export type Parts = ReadonlyMap<string, Part>;

/** Names of parts; what follows the last slash of those with cells is the number of a band. */
export const BOOK = 'book';
export const STYLES = 'styles';
export const RESOURCES = 'resources';
/** The names of all other parts, so that it is seen when one is missing. */
export const INVENTORY = 'inventory';
const XML = 'xml/';
const SHEET = 'sheet/';
const CELLS = 'cells/';

export const xmlPart = (id: string) => XML + id;
export const sheetPart = (id: string) => SHEET + id;
export const cellsPart = (id: string, band: number) => `${CELLS}${id}/${band}`;
export const holdsCells = (part: string) => part.startsWith(CELLS);

/** Of which sheet a part is, and which band of its cells; null where it is of none. */
export function placeOf(part: string): { readonly sheet: string | null; readonly band: number | null } {
  if (part.startsWith(SHEET)) return { sheet: part.slice(SHEET.length), band: null };
  if (!holdsCells(part)) return { sheet: null, band: null };
  const end = part.lastIndexOf('/');
  return { sheet: part.slice(CELLS.length, end), band: Number(part.slice(end + 1)) };
}

/** The part with the book, where sheets, styles, resources and XML are missing. */
export interface BookPart extends Omit<DocumentData, 'xmlParts'> {
  /** In their order. */
  readonly xmlParts: readonly string[];
}

/** All parts of a document. */
export function partsOf(document: DocumentData): Parts {
  const parts = new Map<string, Part>(bookParts(document)).set(STYLES, stylesPart(document));
  for (const [id, { cellData = {}, ...sheet }] of Object.entries(document.workbook.sheets ?? {})) {
    parts.set(sheetPart(id), JSON.stringify(sheet));
    for (const [band, rows] of bandsOf(cellData)) parts.set(cellsPart(id, band), packed(cellData, rows));
  }
  return parts.set(INVENTORY, inventoryPart(parts.keys()));
}

export const inventoryPart = (parts: Iterable<string>): string =>
  JSON.stringify([...parts].filter((part) => part !== INVENTORY).sort());

/** The parts that are neither styles nor of a sheet. */
export function bookParts({ workbook, xmlParts, ...rest }: DocumentData): Map<string, string> {
  const { resources, ...others } = { ...workbook, sheets: undefined, styles: undefined };
  const book: BookPart = { ...rest, workbook: others, xmlParts: xmlParts.map(([id]) => id) };
  return new Map([
    [BOOK, JSON.stringify(book)],
    [RESOURCES, resourcesText(resources ?? [])],
    ...xmlParts.map(([id, xml]) => [xmlPart(id), xml] as const),
  ]);
}

/** Looked at twice a second, they are made a text of once. */
const resourceTexts = new WeakMap<object, string>();

function resourcesText(resources: NonNullable<IWorkbookData['resources']>): string {
  const known = resourceTexts.get(resources);
  if (known !== undefined) return known;
  const text = JSON.stringify(resources);
  resourceTexts.set(resources, text);
  return text;
}

export const stylesPart = ({ workbook }: DocumentData): string => JSON.stringify(workbook.styles ?? {});
