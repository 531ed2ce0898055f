/** Texts in XML. */

export const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
    // XML 1.0 has no way to write these.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[\n\r\t]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** @throws Error for a text that is no XML */
export function parsedXml(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  if (document.getElementsByTagName('parsererror').length > 0) throw new Error('no XML');
  return document;
}

/** Elements by their name without its prefix. */
export const elementsOf = (node: Document | Element, name: string): Element[] => [
  ...node.getElementsByTagNameNS('*', name),
];
