import { TextDecoder, TextEncoder } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { type DocumentData, documentOf } from '../../../src/workbook/book/document';
import type { OpenedFile } from '../../../src/workbook/files';
import type { Book } from '../../../src/workbook/objects/book';

/** The add-in whose settings are in the tests' files. */
const ADDIN = { id: '5d2b0f0e-7a35-4f0e-9f6d-3c0a4b1c8e21', version: '0.1.0.0' };

/** Node's makes arrays of Node, which are none of the window's; the library that packs files wants those. */
class OwnEncoder {
  private readonly encoder = new TextEncoder();
  encode(text: string): Uint8Array {
    return new Uint8Array(this.encoder.encode(text));
  }
}

/** The room, loaded when first used, as the page does. */
function files() {
  window.TextEncoder = OwnEncoder as unknown as typeof window.TextEncoder;
  window.TextDecoder ??= TextDecoder as unknown as typeof window.TextDecoder;
  window.structuredClone ??= (value: unknown) => deserialize(serialize(value));
  return import('../../../src/workbook/files');
}

export async function xlsxOf(document: DocumentData): Promise<Uint8Array> {
  return (await files()).documentToXlsx(document, ADDIN);
}

export const saved = (book: Book): Promise<Uint8Array> => xlsxOf(documentOf(book));

/** @param book any open one: it knows which functions are computed */
export async function opened(bytes: Uint8Array, { grid }: Book, name = 'Book1'): Promise<OpenedFile> {
  const isFunction = (each: string) => grid.calculation.argumentsOf(each) !== null;
  return (await files()).xlsxToDocument(bytes, name, ADDIN, isFunction);
}
