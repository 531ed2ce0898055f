import { deflateSync } from 'node:zlib';

/** What PNG calls them: how a pixel is stored. */
const COLOUR_TYPES = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4 } as const;

interface Picture {
  readonly type: keyof typeof COLOUR_TYPES;
  readonly depth: 8 | 16;
  readonly width: number;
  /** The samples of each row as bytes. */
  readonly rows: readonly (readonly number[])[];
  /** Chunks between header and pixels, such as gAMA. */
  readonly chunks?: readonly Buffer[];
}

/** A PNG file, byte by byte as its specification has it. https://www.w3.org/TR/png-3/ */
export function pngFile({ type, depth, width, rows, chunks = [] }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([depth, COLOUR_TYPES[type]], 8);
  const pixels = deflateSync(Buffer.concat(rows.map((row) => Buffer.from([0, ...row]))));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...chunks,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Says that samples are proportional to light: a viewer would make them brighter. */
export function linearLight(): Buffer {
  const gamma = Buffer.alloc(4);
  gamma.writeUInt32BE(100_000);
  return chunk('gAMA', gamma);
}

/** The checksum of a chunk; zlib has it only in later versions of Node. https://www.w3.org/TR/png-3/#D-CRCAppendix */
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
