/** What tells sheets and charts of a file apart, beside their names. */
import { type Parts, change, relatedTo, textOf } from './parts';
import { elementsOf, escaped, parsedXml } from './xmlText';

const BOOK = 'xl/workbook.xml';
const REVISION = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';

/** Paths of sheets by their names, in the order of sheets. */
export function sheetPaths(parts: Parts): Map<string, string> {
  const related = relatedTo(parts, BOOK);
  const sheets = elementsOf(parsedXml(textOf(parts, BOOK) ?? '<workbook/>'), 'sheet');
  return new Map(
    sheets.flatMap((sheet) => {
      const id = [...sheet.attributes].find(({ localName, prefix }) => localName === 'id' && prefix)?.value;
      const path = related.find((each) => each.id === id)?.path;
      return path === undefined ? [] : [[sheet.getAttribute('name') ?? '', path]];
    }),
  );
}

/** As Excel writes the ids by which add-ins know sheets; others cannot be kept in a file. */
const isLasting = (id: string) => /^\{[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}\}$/.test(id);

/** @param ids by names of sheets */
export function sheetIdsToFile(parts: Parts, ids: ReadonlyMap<string, string>): void {
  for (const [name, path] of sheetPaths(parts)) {
    const id = ids.get(name) ?? '';
    if (!isLasting(id)) continue;
    change(parts, path, (text) =>
      text.replace(/<worksheet\b[^>]*>/, (start) => {
        const ignoring = /mc:Ignorable="/.test(start)
          ? start.replace('mc:Ignorable="', 'mc:Ignorable="xr ')
          : start.replace(
              '>',
              ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr">',
            );
        return ignoring.replace(/>$/, ` xmlns:xr="${REVISION}" xr:uid="${escaped(id)}">`);
      }),
    );
  }
}

/** Ids of sheets by their names, for those that the file keeps one for. */
export function sheetIdsFromFile(parts: Parts): Map<string, string> {
  return new Map(
    [...sheetPaths(parts)].flatMap(([name, path]): [string, string][] => {
      const [start] = /<worksheet\b[^>]*>/.exec(textOf(parts, path) ?? '') ?? [''];
      const id = /\bxr:uid="([^"]*)"/.exec(start)?.[1];
      return id && isLasting(id) ? [[name, id]] : [];
    }),
  );
}

/** Names of charts in the order in which the library has them, by names of sheets. */
export function chartNamesToFile(parts: Parts, names: ReadonlyMap<string, readonly string[]>): void {
  for (const [sheet, path] of sheetPaths(parts)) {
    let at = 0;
    for (const drawing of drawingsOf(parts, path))
      change(parts, drawing, (text) =>
        text.replace(/(<xdr:graphicFrame\b.*?<xdr:cNvPr\b[^>]*?\bname=")[^"]*/gs, (found, before: string) => {
          const name = names.get(sheet)?.[at++];
          return name === undefined ? found : before + escaped(name);
        }),
      );
  }
}

export function chartNamesFromFile(parts: Parts): (sheet: string) => string[] {
  const paths = sheetPaths(parts);
  return (sheet) =>
    drawingsOf(parts, paths.get(sheet) ?? '').flatMap((drawing) =>
      elementsOf(parsedXml(textOf(parts, drawing) ?? '<none/>'), 'graphicFrame').map(
        (frame) => elementsOf(frame, 'cNvPr')[0]?.getAttribute('name') ?? '',
      ),
    );
}

const drawingsOf = (parts: Parts, sheet: string): string[] =>
  relatedTo(parts, sheet).flatMap(({ type, path }) => (type === 'drawing' ? [path] : []));
