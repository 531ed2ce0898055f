/** What add-ins have stored in a file: custom XML parts, and settings. */
import type { Json } from '../host/wire';
import { type Parts, change, declareType, relate, relatedTo, textOf, write } from './parts';
import { elementsOf, escaped, parsedXml } from './xmlText';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const WEB_EXTENSION = 'http://schemas.microsoft.com/office/webextensions';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const BOOK = 'xl/workbook.xml';

/** Whose settings they are: the id and the version of the add-in's manifest. */
export interface AddinIdentity {
  readonly id: string;
  readonly version: string;
}

export function xmlPartsToFile(
  parts: Parts,
  xmlParts: readonly (readonly [id: string, xml: string])[],
): void {
  xmlParts.forEach(([id, xml], at) => {
    const number = at + 1;
    const properties = `customXml/itemProps${number}.xml`;
    write(parts, `customXml/item${number}.xml`, xml);
    write(
      parts,
      properties,
      `${HEADER}<ds:datastoreItem ds:itemID="${escaped(id)}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
    );
    declareType(parts, properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
    relate(
      parts,
      `customXml/item${number}.xml`,
      `${OFFICE}/relationships/customXmlProps`,
      `itemProps${number}.xml`,
    );
    relate(parts, BOOK, `${OFFICE}/relationships/customXml`, `../customXml/item${number}.xml`);
  });
  if (xmlParts.length > 0) declareXml(parts);
}

/** Files declare once what all parts with the ending .xml are. */
function declareXml(parts: Parts): void {
  change(parts, '[Content_Types].xml', (text) =>
    /Extension="xml"/i.test(text)
      ? text
      : text.replace(/(<Types[^>]*>)/, '$1<Default Extension="xml" ContentType="application/xml"/>'),
  );
}

export function xmlPartsFromFile(parts: Parts): [id: string, xml: string][] {
  return relatedTo(parts, BOOK)
    .filter(({ type, path }) => type === 'customXml' && parts[path])
    .map(({ path }, at) => {
      const properties = relatedTo(parts, path).find(({ type }) => type === 'customXmlProps');
      const item = properties && textOf(parts, properties.path);
      const id =
        item &&
        elementsOf(parsedXml(item), 'datastoreItem')[0]?.getAttributeNS(`${OFFICE}/customXml`, 'itemID');
      // Excel hands out the XML without its declaration and byte order mark.
      const xml = textOf(parts, path)!.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>)?\s*/, '');
      return [id || `{item${at + 1}}`, xml];
    });
}

/** As Excel stores them: a web extension with a property for each setting, and a closed pane that refers to it. */
export function settingsToFile(
  parts: Parts,
  settings: readonly (readonly [name: string, value: Json])[],
  { id, version }: AddinIdentity,
): void {
  if (settings.length === 0) return;
  const properties = settings.map(
    ([name, value]) => `<we:property name="${escaped(name)}" value="${escaped(JSON.stringify(value))}"/>`,
  );
  const extension = 'xl/webextensions/webextension1.xml';
  const panes = 'xl/webextensions/taskpanes.xml';
  write(
    parts,
    extension,
    `${HEADER}<we:webextension xmlns:we="${WEB_EXTENSION}/webextension/2010/11" id="{${crypto.randomUUID().toUpperCase()}}">` +
      `<we:reference id="${escaped(id)}" version="${escaped(version)}" store="developer" storeType="Registry"/>` +
      `<we:alternateReferences/><we:properties>${properties.join('')}</we:properties><we:bindings/>` +
      `<we:snapshot xmlns:r="${OFFICE}/relationships"/></we:webextension>`,
  );
  write(
    parts,
    panes,
    `${HEADER}<wetp:taskpanes xmlns:wetp="${WEB_EXTENSION}/taskpanes/2010/11">` +
      `<wetp:taskpane dockstate="right" visibility="0" width="350" row="0"><wetp:webextensionref ` +
      `xmlns:r="${OFFICE}/relationships" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
  );
  declareType(parts, extension, 'application/vnd.ms-office.webextension+xml');
  declareType(parts, panes, 'application/vnd.ms-office.webextensiontaskpanes+xml');
  relate(
    parts,
    panes,
    'http://schemas.microsoft.com/office/2011/relationships/webextension',
    'webextension1.xml',
  );
  relate(parts, '', 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes', panes);
}

/** The settings of that add-in; of no other. */
export function settingsFromFile(parts: Parts, { id }: AddinIdentity): [name: string, value: Json][] {
  const extensions = Object.keys(parts).filter((path) =>
    /^(?:xl\/)?webextensions\/webextension\d*\.xml$/.test(path),
  );
  return extensions.flatMap((path) => {
    const extension = parsedXml(textOf(parts, path)!);
    const isOurs = elementsOf(extension, 'reference').some(
      (each) => each.getAttribute('id')?.toLowerCase() === id.toLowerCase(),
    );
    if (!isOurs) return [];
    return elementsOf(extension, 'property').map((each): [string, Json] => [
      each.getAttribute('name') ?? '',
      JSON.parse(each.getAttribute('value') ?? 'null') as Json,
    ]);
  });
}
