/** How long after our own write an onChanged event for an earlier edit may still arrive, in ms. */
const LATEST_EVENT_MS = 2000;

/** How long after it the event for the write itself is waited for, in ms: taken for news, it costs a request. */
const LATEST_ECHO_MS = 10_000;

/** So many contents of a site are told apart from what a person typed: Excel can undo 100 steps. */
const MOST_EARLIER = 200;

/** What the cells of a site hold: numbers, or words. */
type Contents = ArrayLike<number> | string;

/**
 * Of the contents of a site: just what is known, or what it held before, or what a person had typed there and was put
 * back, all of which undo and redo may bring back; or anything else.
 */
export type Likeness = 'known' | 'earlier' | 'refused' | 'new';

interface Known {
  readonly known: ReadonlyMap<string, Float64Array>;
  readonly words: ReadonlyMap<string, string>;
}

interface Writing {
  readonly values?: Float64Array;
  /** As `performance.now`. */
  readonly at: number;
}

/** What the cells of a notebook are known to hold, by site, and what they held before, for as long as Excel may undo it. */
export class CellMemory {
  private known = new Map<string, Float64Array>();
  private words = new Map<string, string>();
  /** Contents by their keys, the latest last. */
  private readonly earlier = new Map<string, Set<string>>();
  /** What a person typed and was put back, by site and key. */
  private readonly refused = new Set<string>();
  /** What was written last of all. */
  private readonly written = new Map<string, Writing>();
  /** Writes of which no event has come yet. */
  private readonly awaited = new Map<string, Writing[]>();

  values(id: string): Float64Array | undefined {
    return this.known.get(id);
  }

  word(id: string): string | undefined {
    return this.words.get(id);
  }

  /** The cells of a site were read. */
  note(id: string, contents: Contents): void {
    this.found(id, contents);
    this.remember(id, contents);
  }

  /** The cells of a site were read, and what they hold is not to be known again: it may be what a person typed. */
  found(id: string, contents: Contents): void {
    if (typeof contents === 'string') this.words.set(id, contents);
    else this.known.set(id, Float64Array.from(contents));
    // What comes back after something else was there was not written a moment ago: it was undone.
    if (typeof contents !== 'string' && !equal(contents, this.written.get(id)?.values))
      this.written.delete(id);
  }

  /** Something was written into the cells of a site; without contents it is formulas, of whose results nothing is known. */
  wrote(id: string, contents?: Float64Array | string): void {
    if (contents === undefined) this.forget(id);
    else this.note(id, contents);
    const values = typeof contents === 'object' ? this.known.get(id) : undefined;
    const writing = { values, at: performance.now() };
    this.written.set(id, writing);
    this.awaitEcho(id, writing);
  }

  /** Something was written into the cells of a site that is to be read like an edit; its event is none. */
  awaitEcho(id: string, writing: Writing = { at: performance.now() }): void {
    this.awaited.set(id, [...this.lately(id), writing]);
  }

  /** A write failed, and may never be told; if it is, that is taken for news. */
  awaitNone(ids: Iterable<string> = this.awaited.keys()): void {
    for (const id of ids) this.awaited.delete(id);
  }

  /** Nobody knows what the cells of a site hold. */
  forget(id: string): void {
    this.known.delete(id);
    this.words.delete(id);
  }

  /** Nobody knows what any cells hold. */
  forgetAll(): void {
    this.known.clear();
    this.words.clear();
  }

  /** What is known now, to go back to it. */
  save(): Known {
    return { known: new Map(this.known), words: new Map(this.words) };
  }

  load({ known, words }: Known): void {
    this.known = new Map(known);
    this.words = new Map(words);
  }

  compare(id: string, contents: Contents): Likeness {
    const isKnown = typeof contents === 'string' ? contents === this.words.get(id) : this.holds(id, contents);
    if (isKnown) return 'known';
    const key = keyOf(contents);
    if (this.earlier.get(id)?.has(key)) return 'earlier';
    return this.refused.has(`${id} ${key}`) ? 'refused' : 'new';
  }

  /** A person typed it where the add-in writes; it is about to be put back. */
  refuse(id: string, contents: Contents): void {
    this.refused.add(`${id} ${keyOf(contents)}`);
  }

  /** Are these numbers known to be in the cells of a site? */
  holds(id: string, values: ArrayLike<number>): boolean {
    return equal(values, this.known.get(id));
  }

  /**
   * Do the cells of a site hold exactly what was written into them a moment ago?
   * @param since as `performance.now`; only what was written since then counts
   */
  isJustWritten(id: string, values: ArrayLike<number> = [], since = -Infinity): boolean {
    const last = this.written.get(id);
    if (!last || last.at < since || !isWithin(LATEST_EVENT_MS, last)) return false;
    return equal(values, last.values);
  }

  /** Was something written there of which no event has come yet? */
  isEchoDue(id: string): boolean {
    return this.lately(id).length > 0;
  }

  /**
   * An event tells of a change that the add-in made in the cells of these sites. Is it of a write, of which none has been
   * told yet? Otherwise a person undid or redid one.
   */
  isEcho(ids: readonly string[]): boolean {
    const due = ids.filter((id) => this.isEchoDue(id));
    for (const id of due) this.awaited.set(id, this.lately(id).slice(1));
    return due.length > 0;
  }

  private lately(id: string): Writing[] {
    return (this.awaited.get(id) ?? []).filter((each) => isWithin(LATEST_ECHO_MS, each));
  }

  private remember(id: string, contents: Contents): void {
    const key = keyOf(contents);
    const earlier = this.earlier.get(id) ?? new Set();
    this.earlier.set(id, earlier);
    earlier.delete(key);
    earlier.add(key);
    if (earlier.size > MOST_EARLIER) earlier.delete(earlier.values().next().value!);
  }
}

function isWithin(ms: number, { at }: Writing): boolean {
  return performance.now() - at < ms;
}

/** Words as they are; numbers as 64 bits that hardly any others have. */
function keyOf(contents: Contents): string {
  if (typeof contents === 'string') return contents;
  // Cells do not distinguish 0 from -0.
  const bits = new Uint32Array(Float64Array.from(contents, (value) => value + 0).buffer);
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (const each of bits) {
    a = Math.imul(a ^ each, 0x01000193);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ each, 0x85ebca6b);
  }
  return `${a} ${b}`;
}

function equal(a: ArrayLike<number>, b: ArrayLike<number> | undefined): boolean {
  if (b === undefined || a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++)
    if (a[index] !== b[index] && !Object.is(a[index], b[index])) return false;
  return true;
}
