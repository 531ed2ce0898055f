import { fromBase64, toBase64 } from './base64';
import { DataError, type ImageSet } from './imageSet';

/** Version of the text format in which an image set is kept in a workbook. */
const VERSION = 1;

/** Largest set that is kept in a workbook, in bytes of pixels: 2,000 images of 28×28. */
export const MAX_PACKED_BYTES = 2000 * 28 * 28;

const ARRAYS = { Uint8Array, Float32Array, Float64Array };

/** JSON at the beginning, before the numbers. */
interface Header extends Omit<ImageSet, 'pixels' | 'labels'> {
  readonly version: typeof VERSION;
  readonly element: keyof typeof ARRAYS;
  /** In bytes. */
  readonly pixelBytes: number;
}

/** Bytes of the number that gives the header's length. */
const LENGTH_BYTES = 4;

/** Whether a set is small enough to be kept in a workbook. */
export function canPack({ pixels }: Pick<ImageSet, 'pixels'>): boolean {
  return pixels.byteLength <= MAX_PACKED_BYTES;
}

/** A set as base64 text: header, pixels and labels, compressed. */
export async function packSet({ pixels, labels, ...about }: ImageSet): Promise<string> {
  const element = pixels.constructor.name as keyof typeof ARRAYS;
  const pixelBytes = pixels.byteLength;
  const header = new TextEncoder().encode(
    JSON.stringify({ ...about, version: VERSION, element, pixelBytes } satisfies Header),
  );
  const bytes = new Uint8Array(LENGTH_BYTES + header.length + pixelBytes + labels.length);
  new DataView(bytes.buffer).setUint32(0, header.length);
  bytes.set(header, LENGTH_BYTES);
  bytes.set(bytesOf(pixels), LENGTH_BYTES + header.length);
  bytes.set(labels, LENGTH_BYTES + header.length + pixelBytes);
  return toBase64(await through(new CompressionStream('deflate'), bytes));
}

/**
 * Reads what `packSet` wrote.
 *
 * @throws DataError for any other text, or one of a later version
 */
export async function unpackSet(text: string): Promise<ImageSet> {
  try {
    const bytes = await through(new DecompressionStream('deflate'), fromBase64(text));
    const from = LENGTH_BYTES + new DataView(bytes.buffer).getUint32(0);
    const header = JSON.parse(new TextDecoder().decode(bytes.slice(LENGTH_BYTES, from))) as Header;
    const { version, element, pixelBytes, ...about } = header;
    if (version !== VERSION) throw new Error(`Version ${String(version)}`);
    const pixels = new ARRAYS[element](bytes.slice(from, from + pixelBytes).buffer);
    return { ...about, pixels, labels: bytes.slice(from + pixelBytes) };
  } catch (cause) {
    throw new DataError(`Images in the workbook cannot be read: ${String(cause)}`);
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ImageSet['pixels']): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // An error is reported by the reading side as well.
  const written = writer.write(bytes as BufferSource).then(() => writer.close());
  const [read] = await Promise.all([allOf(stream.readable), written]);
  return read;
}

/** Nothing that is kept in a workbook is so long, in bytes; what somebody else has written there may be. */
const MOST_BYTES = 16 * MAX_PACKED_BYTES;

async function allOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const reader = stream.getReader();
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    length += next.value.length;
    if (length > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`);
  }
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
