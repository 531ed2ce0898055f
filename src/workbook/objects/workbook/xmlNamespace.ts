/** Reads as much of a custom XML part as the workbook needs to know of it. */

const DECLARATION = /^\s*(?:<\?xml\b[^>]*\?>\s*)?/;
/** A start tag with its attributes, whatever stands in their quotes. */
const START = /^<((?:([\w.-]+):)?[\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;

/**
 * The namespace of the root element, '' where it has none; undefined for what has no root, or does not end with it. What is
 * within the root is taken as it is.
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
