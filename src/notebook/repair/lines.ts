// Which rows, or columns, were inserted into blocks or deleted from them, as the blocks themselves tell: pure arithmetic
// over one axis at a time, called lines here. Imports nothing.

/** A block along one axis. */
export interface Stretch {
  /** Its first line now, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** The same as planned. */
  readonly plannedFirst: number;
  readonly planned: number;
  /** Where it has too many lines: whether each of them is blank. */
  readonly blank?: readonly boolean[];
  /** Where it has too few: before which of its lines those that are missing may have stood. */
  readonly gaps?: readonly number[];
}

/** Lines to insert before a line. */
export interface Insertion {
  readonly at: number;
  readonly count: number;
}

/** What to do, and how the blocks lie when it is done. */
export interface Found<Done> {
  readonly found: readonly Done[];
  readonly stretches: readonly Stretch[];
}

/**
 * The lines that were inserted into blocks, from the first to the last.
 *
 * @returns undefined where they cannot be told: something stands in them, or only part of a line was inserted
 */
export function insertedLines(stretches: readonly Stretch[]): Found<number> | undefined {
  const found: number[] = [];
  let now = stretches;
  while (now.some(isLong)) {
    const line = mostShared(now);
    if (line === undefined) return undefined;
    // As it was counted before those above it were taken out.
    found.push(found.toSorted((a, b) => a - b).reduce((at, gone) => (gone <= at ? at + 1 : at), line));
    now = now.map((stretch) => withoutLine(stretch, line));
  }
  return { found: found.sort((a, b) => a - b), stretches: now };
}

/**
 * Where lines have to be inserted, one after the other, so that blocks have all of theirs again.
 *
 * Where blocks tell different things, `lineMap` says so.
 */
export function missingLines(stretches: readonly Stretch[]): Found<Insertion> {
  const found: Insertion[] = [];
  let now = stretches;
  while (now.some(isShort)) {
    const insertion = mostWanted(now);
    // Nothing is missing but from names, if others have their lines where these do not.
    if (!insertion)
      return { found, stretches: now.map((each) => (isShort(each) ? besideOthers(each, now) : each)) };
    found.push(insertion);
    now = now.map((stretch) => withLines(stretch, insertion));
  }
  return { found, stretches: now };
}

/** Where a planned line is now. Undefined if blocks tell different things, because only part of a line was moved. */
export function lineMap(stretches: readonly Stretch[]): ((planned: number) => number) | undefined {
  const byStart = stretches.toSorted((a, b) => a.plannedFirst - b.plannedFirst);
  const now = new Map<number, number>();
  for (const { first, count, plannedFirst } of byStart)
    for (let line = 0; line < count; line++) {
      const known = now.get(plannedFirst + line);
      if (known !== undefined && known !== first + line) return undefined;
      now.set(plannedFirst + line, first + line);
    }
  // Beside all blocks, what stands before a block goes with it: its labels do.
  const beside = (line: number) => byStart.find(({ plannedFirst }) => plannedFirst >= line) ?? byStart.at(-1);
  const shiftAt = (line: number) => {
    const block = beside(line);
    return block ? block.first - block.plannedFirst : 0;
  };
  return (planned) => now.get(planned) ?? planned + shiftAt(planned);
}

/**
 * A block whose cells are gone: lines of none, where it should be, if what comes after it has come closer by as many as it
 * had. Undefined if it has only lost its name.
 */
export function goneStretch(
  { plannedFirst, planned }: Pick<Stretch, 'plannedFirst' | 'planned'>,
  others: readonly Stretch[],
): Stretch | undefined {
  const shift = ({ first, plannedFirst: was }: Stretch) => first - was;
  const before = others
    .filter((each) => each.plannedFirst + each.planned <= plannedFirst)
    .toSorted((a, b) => b.plannedFirst + b.planned - (a.plannedFirst + a.planned))[0];
  const after = others
    .filter((each) => each.plannedFirst >= plannedFirst + planned)
    .toSorted((a, b) => a.plannedFirst - b.plannedFirst)[0];
  const shiftBefore = before ? shift(before) : 0;
  if (!after || shift(after) !== shiftBefore - planned) return undefined;
  return { first: plannedFirst + shiftBefore, count: 0, plannedFirst, planned, gaps: [0] };
}

function isLong({ count, planned }: Stretch): boolean {
  return count > planned;
}

function isShort({ count, planned }: Stretch): boolean {
  return count < planned;
}

function covers({ first, count }: Stretch, line: number): boolean {
  return line >= first && line < first + count;
}

/** The blank line inside blocks that are too long that most of them share; none that any other block needs. */
function mostShared(stretches: readonly Stretch[]): number | undefined {
  const long = stretches.filter(isLong);
  const shares = new Map<number, number>();
  for (const { first, count } of long)
    for (let line = first + 1; line < first + count - 1; line++) {
      const covering = stretches.filter((each) => covers(each, line));
      if (covering.every((each) => isLong(each) && each.blank?.[line - each.first]))
        shares.set(line, covering.length);
    }
  return [...shares].sort(([a, one], [b, other]) => other - one || a - b)[0]?.[0];
}

function withoutLine(stretch: Stretch, line: number): Stretch {
  const { first, count, blank } = stretch;
  if (line < first) return { ...stretch, first: first - 1 };
  if (!covers(stretch, line)) return stretch;
  return { ...stretch, count: count - 1, blank: blank?.filter((_, at) => at !== line - first) };
}

/** A block that is too short only because its name was not made longer: its lines are there, before it or behind it. */
function besideOthers(stretch: Stretch, others: readonly Stretch[]): Stretch {
  const { first, count, planned, plannedFirst } = stretch;
  const isAsOthers = (shift: number) =>
    others.some(
      (each) =>
        !isShort(each) &&
        each.plannedFirst < plannedFirst + planned &&
        plannedFirst < each.plannedFirst + each.planned &&
        each.first - each.plannedFirst === shift,
    );
  const before = first - (planned - count);
  return { ...stretch, first: isAsOthers(before - plannedFirst) ? before : first, count: planned };
}

/** Where lines are missing from most blocks, and from no other; inside most of them, if there are several places. */
function mostWanted(stretches: readonly Stretch[]): Insertion | undefined {
  let best: { readonly insertion: Insertion; readonly wanted: number } | undefined;
  const isInside = ({ first, count }: Stretch, at: number) => at > first && at < first + count;
  for (const { first, count, planned, gaps = [] } of stretches.filter(isShort))
    for (const gap of gaps) {
      const insertion = { at: first + gap, count: planned - count };
      const wanting = stretches.filter((each) => wants(each, insertion));
      const isTorn = stretches.some((each) => !wanting.includes(each) && isInside(each, insertion.at));
      const inside = wanting.filter((each) => isInside(each, insertion.at));
      const wanted = wanting.length + inside.length / (stretches.length + 1);
      if (!isTorn && wanted > (best?.wanted ?? 0)) best = { insertion, wanted };
    }
  return best?.insertion;
}

/** Whether lines are missing from a block there: all that are inserted or, at its first or last line, some of them. */
function wants({ first, count, planned, gaps = [] }: Stretch, { at, count: lines }: Insertion): boolean {
  const isEdge = at === first || at === first + count;
  return count < planned && gaps.includes(at - first) && (isEdge || planned - count >= lines);
}

function withLines(stretch: Stretch, insertion: Insertion): Stretch {
  const { first, count, planned } = stretch;
  const { at, count: lines } = insertion;
  if (!wants(stretch, insertion)) return first >= at ? { ...stretch, first: first + lines } : stretch;
  const own = Math.min(lines, planned - count);
  // Before its first line stand the last of those that are inserted.
  return { ...stretch, first: at === first ? first + lines - own : first, count: count + own };
}
