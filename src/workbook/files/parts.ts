/**
 * The parts of a file that the library does not know: what add-ins have stored in it (custom XML parts, and settings as
 * Excel keeps them, [MS-OWEXML] 2.1), comments of names, names of charts, and what tells sheets apart whatever they are
 * called. A file is a zip archive of such parts ("Open Packaging Conventions", ECMA-376 Part 2).
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { elementsOf, escaped, parsedXml } from './xmlText';

/** The parts of a file by their paths. */
export type Parts = Record<string, Uint8Array>;

/** @throws Error where the bytes are no archive */
export const unpacked = (bytes: Uint8Array): Parts => unzipSync(bytes);

export const packed = (parts: Parts): Uint8Array => zipSync(parts, { level: 6 });

/** The text of a part; undefined where there is none of that path. */
export function textOf(parts: Parts, path: string): string | undefined {
  return parts[path] && strFromU8(parts[path]);
}

export function write(parts: Parts, path: string, text: string): void {
  parts[path] = strToU8(text);
}

export function change(parts: Parts, path: string, edit: (text: string) => string): void {
  const text = textOf(parts, path);
  if (text !== undefined) write(parts, path, edit(text));
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Where a part's relationships stand: those of `xl/workbook.xml` in `xl/_rels/workbook.xml.rels`. */
const relationshipsOf = (path: string) => path.replace(/([^/]*)$/, '_rels/$1.rels');

/** What a part refers to: paths of parts by the ends of their relationships' types, in the order of the file. */
export interface Related {
  readonly id: string;
  /** The last word of the relationship's type: `worksheet`, `customXml`, `drawing`. */
  readonly type: string;
  readonly path: string;
}

export function relatedTo(parts: Parts, path: string): Related[] {
  const text = textOf(parts, relationshipsOf(path));
  if (text === undefined) return [];
  return elementsOf(parsedXml(text), 'Relationship').map((each) => ({
    id: each.getAttribute('Id') ?? '',
    type: (each.getAttribute('Type') ?? '').split('/').pop()!,
    path: resolved(path, each.getAttribute('Target') ?? ''),
  }));
}

function resolved(from: string, target: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1);
}

/** @param target from the folder of the part that refers to it, or from the root after a slash */
export function relate(parts: Parts, path: string, type: string, target: string): void {
  const place = relationshipsOf(path);
  const text =
    textOf(parts, place) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const taken = new Set([...text.matchAll(/\bId="([^"]*)"/g)].map(([, id]) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  const own = `<Relationship Id="rId${number}" Type="${type}" Target="${escaped(target)}"/>`;
  write(
    parts,
    place,
    text.replace(/<Relationships([^>]*)\/>|<\/Relationships>/, (end, attributes: string | undefined) =>
      end.startsWith('</') ? own + end : `<Relationships${attributes ?? ''}>${own}</Relationships>`,
    ),
  );
}

export function declareType(parts: Parts, path: string, type: string): void {
  change(parts, '[Content_Types].xml', (text) =>
    text.replace('</Types>', `<Override PartName="/${path}" ContentType="${type}"/></Types>`),
  );
}
