import fc from 'fast-check';

/** Bytes that formats take for something: ends, separators, signs, lengths. */
const TELLING = [0, 1, 8, 10, 13, 34, 44, 59, 60, 61, 127, 128, 255];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  what: fc.constantFrom('set', 'flip', 'cut', 'insert', 'repeat', 'end'),
  byte: fc.oneof(fc.constantFrom(...TELLING), fc.integer({ min: 0, max: 255 })),
  count: fc.integer({ min: 1, max: 40 }),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Files that were damaged: good ones with some bytes changed, lost, doubled or put between, or all of them arbitrary. */
export function damaged(good: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const changed = fc
    .tuple(fc.constantFrom(...good), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([bytes, changes]) => changes.reduce(apply, bytes));
  return fc.oneof({ weight: 9, arbitrary: changed }, fc.uint8Array({ maxLength: 300 }));
}

/** The same of texts. */
export function damagedText(good: readonly string[]): fc.Arbitrary<string> {
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  const changed = damaged(good.map((text) => encoder.encode(text))).map((bytes) => decoder.decode(bytes));
  return fc.oneof({ weight: 9, arbitrary: changed }, fc.string({ maxLength: 200, unit: 'grapheme' }));
}

function apply(bytes: Uint8Array, { at, what, byte, count }: Change): Uint8Array {
  const from = Math.floor(at * bytes.length);
  const [before, after] = [bytes.slice(0, from), bytes.slice(from)];
  if (what === 'end') return before;
  if (what === 'cut') return joined(before, after.slice(count));
  if (what === 'insert') return joined(before, new Uint8Array(count).fill(byte), after);
  if (what === 'repeat') return joined(before, after.slice(0, count), after);
  const now = bytes.slice();
  if (from < now.length) now[from] = what === 'set' ? byte : now[from] ^ (1 << (byte % 8));
  return now;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
