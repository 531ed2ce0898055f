/** Opens what is kept of a document, or says which part of it is missing or damaged. */
import type { IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { DocumentData } from '../book/document';
import { texts } from '../texts';
import { BAND_ROWS, type Rows, unpacked } from './bands';
import type { DocumentEntry } from './library';
import { BOOK, INVENTORY, type Parts, RESOURCES, STYLES, placeOf, sheetPart, xmlPart } from './parts';
import { isBand, isBook, isList, isListOfTexts, isRecord, isSheet } from './shapes';

const words = texts.documents.unreadable;

/** How content is kept today; a change that older pages cannot read makes it one more. */
export const FORMAT = 1;

/** The message is the reason, for people. */
export class UnreadableDocument extends Error {
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'UnreadableDocument';
  }
}

/**
 * The document of which these are all parts; null for a new one, which nobody has opened yet.
 * @throws UnreadableDocument
 */
export function readDocument(entry: DocumentEntry, parts: Parts): DocumentData | null {
  if ((entry.format ?? 1) > FORMAT) throw new UnreadableDocument(words.newerVersion);
  if (parts.size === 0 && entry.sheets.length === 0) return null;
  return new Reading(parts).document();
}

type Sheet = Partial<IWorksheetData> & { cellData: Rows };

class Reading {
  constructor(private readonly parts: Parts) {}

  document(): DocumentData {
    // Documents that were last kept by an older page have no inventory.
    const listed = this.parts.has(INVENTORY) ? this.read(INVENTORY, isListOfTexts) : [];
    this.need([BOOK, STYLES, RESOURCES, ...listed]);
    const { workbook, xmlParts, ...rest } = this.read(BOOK, isBook);
    const order = workbook.sheetOrder ?? [];
    this.need([...order.map(sheetPart), ...xmlParts.map(xmlPart)]);
    return {
      ...rest,
      workbook: {
        ...workbook,
        sheets: this.sheets(),
        styles: this.read(STYLES, isRecord) as IWorkbookData['styles'],
        resources: this.read(RESOURCES, isList) as IWorkbookData['resources'],
      },
      xmlParts: xmlParts.map((id) => [id, String(this.parts.get(xmlPart(id)))]),
    };
  }

  private sheets(): Record<string, Sheet> {
    const sheets: Record<string, Sheet> = {};
    for (const part of this.parts.keys()) {
      const { sheet, band } = placeOf(part);
      if (sheet !== null && band === null)
        sheets[sheet] = { ...(this.read(part, isSheet) as object), cellData: {} };
    }
    for (const part of this.parts.keys()) {
      const { sheet, band } = placeOf(part);
      if (sheet !== null && band !== null && sheet in sheets) this.addCells(part, sheets[sheet].cellData);
    }
    return sheets;
  }

  private addCells(part: string, cells: Rows): void {
    const band = this.parts.get(part);
    if (!isBand(band)) throw this.damaged(part);
    try {
      unpacked(band, cells);
    } catch (error) {
      throw this.damaged(part, error);
    }
  }

  private read<Shape>(part: string, isOfShape: (value: unknown) => value is Shape): Shape {
    let value: unknown;
    try {
      value = JSON.parse(String(this.parts.get(part)));
    } catch (error) {
      throw this.damaged(part, error);
    }
    if (!isOfShape(value)) throw this.damaged(part);
    return value;
  }

  private need(names: readonly string[]): void {
    const missing = new Set(names.filter((part) => !this.parts.has(part)).map((part) => this.named(part)));
    if (missing.size > 0) throw new UnreadableDocument(words.missing([...missing]));
  }

  private damaged(part: string, cause?: unknown): UnreadableDocument {
    return new UnreadableDocument(words.damaged(this.named(part)), cause);
  }

  /** What a part holds, for people. */
  private named(part: string): string {
    const { sheet, band } = placeOf(part);
    if (sheet === null)
      return (
        { [BOOK]: words.book, [INVENTORY]: words.book, [STYLES]: words.styles, [RESOURCES]: words.resources }[
          part
        ] ?? words.settings
      );
    const name = this.nameOf(sheet);
    return band === null ? words.sheet(name) : words.rows(band * BAND_ROWS + 1, (band + 1) * BAND_ROWS, name);
  }

  /** A sheet's name, as far as it can be read. */
  private nameOf(sheet: string): string | null {
    try {
      const value: unknown = JSON.parse(String(this.parts.get(sheetPart(sheet))));
      return isSheet(value) ? value.name : null;
    } catch {
      return null;
    }
  }
}
