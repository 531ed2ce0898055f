/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// What is kept of a document is opened as it was, or it is said which part of it is missing or damaged.
import { documentOf } from '../../../src/workbook/book/document';
import type { DocumentEntry } from '../../../src/workbook/documents/library';
import { type Part, partsOf } from '../../../src/workbook/documents/parts';
import { FORMAT, readDocument } from '../../../src/workbook/documents/reading';
import { headlessExcel, type HeadlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
let parts: Map<string, Part>;
const entry: DocumentEntry = { id: '1', name: 'Book1', changed: 1, opened: 1, sheets: ['Sheet1'] };

beforeAll(async () => {
  excel = await headlessExcel();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B2').values = [
      [1, 'text'],
      ['=A1+1', true],
    ];
    sheet.getRange('C130').values = [[7]];
    sheet.getRange('A1').format.fill.color = '#FFFF00';
    context.workbook.customXmlParts.add('<kept xmlns="urn:test"/>');
    await context.sync();
  });
});
afterAll(() => excel.close());
beforeEach(() => {
  parts = new Map(partsOf(documentOf(excel.book)));
});

/** As JSON, which is what is kept of all but the cells. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const part = (pattern: RegExp) => [...parts.keys()].find((each) => pattern.test(each))!;

test('whole content is the document that it was made of', () => {
  expect(plain(readDocument(entry, parts))).toEqual(plain(documentOf(excel.book)));
});

test('a document that nobody has opened yet has no content', () => {
  expect(readDocument({ ...entry, sheets: [] }, new Map())).toBeNull();
});

test.each([
  [/^book$/, 'some of it is missing (the list of its sheets).'],
  [/^styles$/, 'some of it is missing (its formats).'],
  [/^resources$/, 'some of it is missing (its names and rules).'],
  [/^xml\//, 'some of it is missing (what the add-in keeps in it).'],
  [/^sheet\//, 'some of it is missing (a sheet).'],
  [/^cells\/.*\/2$/, 'some of it is missing (rows 129 to 192 of the sheet "Sheet1").'],
])('without its part %s it is not opened', (pattern, reason) => {
  parts.delete(part(pattern));
  expect(() => readDocument(entry, parts)).toThrow(reason);
});

test('several parts are missing, or all', () => {
  for (const name of parts.keys()) if (name.startsWith('cells/') || name === 'styles') parts.delete(name);
  expect(() => readDocument(entry, parts)).toThrow(
    'some of it is missing (its formats, rows 1 to 64 of the sheet "Sheet1", and rows 129 to 192 of the sheet "Sheet1").',
  );
  expect(() => readDocument(entry, new Map())).toThrow('some of it is missing');
});

test.each([
  [/^book$/, '{"workbook"', 'some of it is damaged (the list of its sheets).'],
  [/^book$/, '{"workbook":{}}', 'some of it is damaged (the list of its sheets).'],
  [/^styles$/, '[]', 'some of it is damaged (its formats).'],
  [/^resources$/, '{}', 'some of it is damaged (its names and rules).'],
  [/^sheet\//, 'null', 'some of it is damaged (a sheet).'],
  [/^cells\/.*\/2$/, 'no band', 'some of it is damaged (rows 129 to 192 of the sheet "Sheet1").'],
])('its part %s is damaged: %s', (pattern, content, reason) => {
  parts.set(part(pattern), content);
  expect(() => readDocument(entry, parts)).toThrow(reason);
});

test('a band with broken text, or of which half is gone', () => {
  const name = part(/^cells\/.*\/0$/);
  const band = parts.get(name) as object;
  const reason = 'some of it is damaged (rows 1 to 64 of the sheet "Sheet1").';
  parts.set(name, { ...band, others: '{"0":' } as Part);
  expect(() => readDocument(entry, parts)).toThrow(reason);
  parts.set(name, { ...band, places: new Int32Array() } as Part);
  expect(() => readDocument(entry, parts)).toThrow(reason);
});

test('a document of a newer version of the page is left to that', () => {
  expect(() => readDocument({ ...entry, format: FORMAT + 1 }, parts)).toThrow(
    'it was written by a newer version of this page. Reload the page to get that version.',
  );
});
