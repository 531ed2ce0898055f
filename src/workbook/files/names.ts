/** Defined names, with what they refer to, their comments, and whether they are hidden. */
import { type Parts, change, textOf } from './parts';
import { elementsOf, escaped, parsedXml } from './xmlText';

/** As Univer keeps them. */
export interface Name {
  readonly id: string;
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly comment?: string;
  readonly hidden?: boolean;
  /** The sheet to which it belongs; `WORKBOOK` for all of them. */
  readonly localSheetId?: string;
}

/** Univer's word for a name that is known on all sheets. */
const WORKBOOK = 'AllDefaultWorkbook';

/** Names that Excel makes for its own use: areas to print, filtered areas. */
const OWN = /^_xl/i;

/** @param sheetIds in the order of sheets */
export function namesToFile(parts: Parts, names: readonly Name[], sheetIds: readonly string[]): void {
  const written = names
    .map((name) => ({ ...name, at: sheetIds.indexOf(name.localSheetId ?? WORKBOOK) }))
    .sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))
    .map(
      ({ name, comment, hidden, at, formulaOrRefString }) =>
        `<definedName name="${escaped(name)}"${comment ? ` comment="${escaped(comment)}"` : ''}` +
        `${at < 0 ? '' : ` localSheetId="${at}"`}${hidden ? ' hidden="1"' : ''}>` +
        `${escaped(formulaOrRefString.replace(/^=/, ''))}</definedName>`,
    );
  if (written.length === 0) return;
  change(parts, 'xl/workbook.xml', (text) =>
    text
      .replace(/<definedNames>.*?<\/definedNames>|<definedNames\/>/s, '')
      .replace('</sheets>', `</sheets><definedNames>${written.join('')}</definedNames>`),
  );
}

/** @param sheetIds in the order of sheets */
export function namesFromFile(parts: Parts, sheetIds: readonly string[]): Name[] {
  const book = parsedXml(textOf(parts, 'xl/workbook.xml') ?? '<workbook/>');
  return elementsOf(book, 'definedName').flatMap((element, at) => {
    const name = element.getAttribute('name') ?? '';
    const sheet = element.getAttribute('localSheetId');
    if (OWN.test(name)) return [];
    return {
      id: `name${at + 1}`,
      name,
      formulaOrRefString: withEquals(element.textContent ?? ''),
      comment: element.getAttribute('comment') ?? '',
      hidden: /^(1|true)$/.test(element.getAttribute('hidden') ?? ''),
      localSheetId: sheet === null ? WORKBOOK : sheetIds[Number(sheet)],
    };
  });
}

/** Cells stand without an equals sign, as in the file; anything else is a formula. */
function withEquals(text: string): string {
  return /^(?:'(?:[^']|'')+'|[^'!(]+)!\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?$/i.test(text)
    ? text
    : `=${text}`;
}
