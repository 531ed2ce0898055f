/** A picture as an SVG document, with its size in pixels at 100 %. */
export interface Picture {
  /** What it shows, in words. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** Excel's font, then one with the same widths, then what is there. */
const FONTS = "Calibri, Carlito, 'Segoe UI', Arial, sans-serif";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A document on white paper, so that it can be read on a dark slide. */
export function pictureOf(
  title: string,
  [width, height]: readonly [number, number],
  children: readonly string[],
): Picture {
  const size = { width: rounded(width), height: rounded(height) };
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: `0 0 ${size.width} ${size.height}`,
      'font-family': FONTS,
    },
    [element('title', {}, [text(title)]), element('rect', { ...size, fill: '#FFFFFF' }), ...children],
  );
  return { title, ...size, svg };
}

/** An element; attributes that are undefined are left out. @param children elements, and texts from `text` */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const named = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${text(typeof value === 'number' ? rounded(value) : value)}"`],
  );
  const start = `<${name}${named.join('')}`;
  return children.length ? `${start}>${children.join('')}</${name}>` : `${start}/>`;
}

/** Any text, such as that of a cell, as the characters that it is and nothing else. */
export function text(plain: string | number): string {
  return String(plain)
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Characters that no XML document may contain, not even escaped: https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A hundredth of a pixel is less than anybody sees. */
export function rounded(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** About how wide a text is, in pixels: in Calibri, a digit is 0.51 of the font's size, a capital at most 0.89. */
export function textWidth(plain: string, fontSize: number): number {
  return 0.55 * fontSize * plain.length;
}
