/**
 * Workbook files: a document as .xlsx and back. What the library for such files reads and writes is one file a kind of
 * thing, both ways beside each other; what it does not know is written into the file's parts behind it (parts.ts).
 *
 * files/ is loaded when the first file is opened or saved. May import book/document.ts, of objects/ what records look like,
 * addresses/, formulas/, grid/ and texts.ts; it knows no open workbook.
 */
export { documentToXlsx } from './documentToXlsx';
export { type AddinIdentity } from './storedByAddins';
export { FileError, type OpenedFile, xlsxToDocument } from './xlsxToDocument';
