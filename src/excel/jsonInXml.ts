/** JSON in which nothing means something else to XML, whoever writes the file again. */
export const xmlSafe = (json: string) =>
  json.replace(/[^ -~]|[<>&]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The text of an XML document, as a custom XML part is given back. */
export const textIn = (xml: string) =>
  new DOMParser().parseFromString(xml, 'text/xml').documentElement.textContent ?? '';
