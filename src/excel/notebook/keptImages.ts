import { inWorkbook } from '../context';

/**
 * Characters per custom XML part. Images kept in the workbook are stored in such parts, which are invisible
 * and travel with the file. A text is cut into one piece per part, since Excel on the web refuses requests
 * and answers of more than 5 MB.
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 */
const LETTERS = 500_000;

/** The namespace of the parts of one image set. */
const namespaceOf = (id: string) => `urn:cellvolution:images:${id}`;

/** Stores a base64 text under the id of an image set, replacing what was stored there. */
export async function keepImages(id: string, text: string): Promise<void> {
  await forgetImages(id);
  const pieces = Array.from({ length: Math.ceil(text.length / LETTERS) }, (_, index) =>
    text.slice(index * LETTERS, (index + 1) * LETTERS),
  );
  for (const [index, piece] of pieces.entries())
    await addPart(
      `<images xmlns="${namespaceOf(id)}" piece="${index + 1}" of="${pieces.length}">${piece}</images>`,
    );
}

function addPart(xml: string): Promise<void> {
  return inWorkbook(async (context) => {
    context.workbook.customXmlParts.add(xml);
    await context.sync();
  });
}

/** The text stored under an id; undefined if there is none, or parts of it are missing. */
export async function keptImages(id: string): Promise<string | undefined> {
  const pieces: Piece[] = [];
  for (const part of await partsOf(id)) pieces.push(pieceOf(await xmlOf(part)));
  pieces.sort((one, other) => one.piece - other.piece);
  const isWhole =
    pieces.length > 0 && pieces.every(({ piece, of }, at) => piece === at + 1 && of === pieces.length);
  return isWhole ? pieces.map(({ text }) => text).join('') : undefined;
}

/** Deletes what is stored under the id of an image set. */
export async function forgetImages(id: string): Promise<void> {
  await inWorkbook(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(namespaceOf(id));
    parts.load('items/id');
    await context.sync();
    for (const part of parts.items) part.delete();
    await context.sync();
  });
}

interface Piece {
  readonly piece: number;
  readonly of: number;
  readonly text: string;
}

function partsOf(id: string): Promise<string[]> {
  return inWorkbook(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(namespaceOf(id));
    parts.load('items/id');
    await context.sync();
    return parts.items.map((part) => part.id);
  });
}

/** One part in one answer. */
function xmlOf(part: string): Promise<string> {
  return inWorkbook(async (context) => {
    const xml = context.workbook.customXmlParts.getItem(part).getXml();
    await context.sync();
    return xml.value;
  });
}

/**
 * Excel may return the XML in another form than it was given: with a declaration, or attributes in another
 * order.
 */
function pieceOf(xml: string): Piece {
  const numberOf = (name: string) => Number(new RegExp(`\\s${name}\\s*=\\s*["'](\\d+)["']`).exec(xml)?.[1]);
  const text = /<images[^>]*>([^<]*)</.exec(xml)?.[1].trim() ?? '';
  return { piece: numberOf('piece'), of: numberOf('of'), text };
}
