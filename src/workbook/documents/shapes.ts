/** Whether what is kept has the shape that opening it relies on. */
import type { Band } from './bands';
import type { BookPart } from './parts';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

export const isListOfTexts = (value: unknown): value is readonly string[] =>
  isList(value) && value.every(isText);

export const isSheet = (value: unknown): value is { readonly id: string; readonly name: string } =>
  isRecord(value) && isText(value.id) && isText(value.name);

export const isBook = (value: unknown): value is BookPart =>
  isRecord(value) &&
  isRecord(value.workbook) &&
  isListOfTexts(value.workbook.sheetOrder) &&
  isListOfTexts(value.xmlParts) &&
  isList(value.settings) &&
  value.settings.every(isList) &&
  isRecord(value.protection) &&
  isList(value.protection.sheets) &&
  [value.tables, value.charts, value.shapes].every(areRecords);

/** As `StoredRecords`. */
const areRecords = (value: unknown) =>
  isRecord(value) && typeof value.next === 'number' && isList(value.records) && value.records.every(isRecord);

export const isBand = (value: unknown): value is Band =>
  isRecord(value) &&
  value.places instanceof Int32Array &&
  value.values instanceof Float64Array &&
  value.styles instanceof Int32Array &&
  value.places.length === 2 * value.values.length &&
  value.styles.length === value.values.length &&
  isList(value.looks) &&
  isText(value.others);
