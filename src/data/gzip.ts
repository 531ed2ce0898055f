/** How long a file is when it is unpacked, by what it begins with. */
interface Most {
  /** So many bytes say how long the file is. */
  readonly headLength: number;
  lengthBy(head: Uint8Array): number;
}

/**
 * The contents of a file, unpacked if it is gzip. That is recognised by its first bytes, not by name: browsers
 * and archive tools often decompress a file and keep the '.gz'. Reads hardly more than `most` says: a small
 * file can be packed so as to fill all memory.
 *
 * @throws what the browser throws at damaged gzip
 */
export async function unpacked(bytes: ArrayBuffer, most: Most): Promise<Uint8Array> {
  const packed = new Uint8Array(bytes);
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  return allOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), most);
}

/** All of a stream, or somewhat more of it than there should be. */
async function allOf(
  stream: ReadableStream<Uint8Array>,
  { headLength, lengthBy }: Most,
): Promise<Uint8Array> {
  const reader = stream.getReader();
  let all = new Uint8Array(0);
  let length = 0;
  let most = Infinity;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const needed = length + next.value.length;
    if (needed > all.length) all = grown(all, Math.max(needed, Math.min(2 * all.length, most)));
    all.set(next.value, length);
    length = needed;
    if (most === Infinity && length >= headLength) most = lengthBy(all.subarray(0, headLength));
    if (length <= most) continue;
    await reader.cancel();
    break;
  }
  return all.slice(0, length);
}

function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}
