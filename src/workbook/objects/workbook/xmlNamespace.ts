/** Reads the root of a custom XML part, which is all that the workbook needs to know. */

const DECLARATION = /^\s*(?:<\?xml\b[^>]*\?>\s*)?/;
/** A start tag with its attributes, whatever is in their quotes. */
const START = /^<((?:([\w.-]+):)?[\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;

/**
 * The namespace of the root element, '' if it has none; undefined if there is no root, or the text does not
 * end with it. The content of the root is not checked.
 */
export function namespaceOf(xml: string): string | undefined {
  const document = xml.replace(DECLARATION, '').trimEnd();
  const start = START.exec(document);
  if (!start) return undefined;
  const [tag, name, prefix, attributes, isEmpty] = start;
  const isClosed = isEmpty ? document === tag : document.replace(/\s*>$/, '>').endsWith(`</${name}>`);
  if (!isClosed) return undefined;
  const declared = new RegExp(`\\sxmlns${prefix ? `:${prefix}` : ''}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    attributes,
  );
  return declared ? (declared[1] ?? declared[2]) : '';
}
