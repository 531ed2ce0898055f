/**
 * Merges styles. Ranges are formatted property by property over many equal cells, so each combination is
 * computed once: partial styles are immutable.
 */
import { type IStyleData, type Nullable, type Styles, Tools } from '@univerjs/core';

const joins = new WeakMap<IStyleData, WeakMap<IStyleData, IStyleData>>();

/** One partial style over another: borders are merged edge by edge, all else is replaced. */
export function joinStyles(earlier: IStyleData, later: IStyleData): IStyleData {
  let followers = joins.get(earlier);
  if (!followers) joins.set(earlier, (followers = new WeakMap()));
  let joined = followers.get(later);
  if (!joined) followers.set(later, (joined = join(earlier, later)));
  return joined;
}

function join(earlier: IStyleData, later: IStyleData): IStyleData {
  const bd = earlier.bd && later.bd ? { ...earlier.bd, ...later.bd } : undefined;
  return { ...earlier, ...later, ...(bd && { bd }) };
}

/** Registers styles: cells refer to them by the key under which the workbook stores them. */
export class StyleRegistry {
  private readonly results = new WeakMap<IStyleData, Map<string, string | undefined>>();

  constructor(private readonly styles: Styles) {}

  /** The key of a cell's style after applying a partial style; undefined for no style. */
  after(present: Nullable<IStyleData | string>, piece: IStyleData): string | undefined {
    if (typeof present === 'object' && present !== null) return this.nameOf(present, piece);
    let results = this.results.get(piece);
    if (!results) this.results.set(piece, (results = new Map()));
    const key = present ?? '';
    if (!results.has(key)) results.set(key, this.nameOf(present ? this.styles.get(present) : null, piece));
    return results.get(key);
  }

  private nameOf(present: Nullable<IStyleData>, piece: IStyleData): string | undefined {
    const style = withoutNulls(present ? join(present, piece) : piece);
    return (style && this.styles.setValue(style)) ?? undefined;
  }
}

/** `null` in a partial style removes a property. Underline and strikethrough have the text's colour. */
function withoutNulls(joined: IStyleData): IStyleData | undefined {
  const style: IStyleData = Tools.removeNull(Tools.deepClone(joined));
  for (const line of [style.ul, style.ol, style.st]) if (line && style.cl) line.cl = style.cl;
  const kept = Object.entries(style).filter(
    ([, value]) => typeof value !== 'object' || !Tools.isEmptyObject(value),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
