/** Colours: `#RRGGBB` in a document; in a file also by number in the file's theme, or in the palette of old Excel. */
import type { Color } from '@cj-tech-master/excelts';

export const colourToFile = (rgb: string): Partial<Color> => ({ argb: `FF${hexOf(rgb)}` });

/** `#abc`, `#AABBCC` and `rgb(170, 187, 204)` as AABBCC. */
function hexOf(colour: string): string {
  const parts = /^rgba?\(\s*(\d+)\D+(\d+)\D+(\d+)/.exec(colour);
  if (parts)
    return parts
      .slice(1, 4)
      .map((part) => hexPair(Number(part)))
      .join('');
  const hex = colour.replace('#', '').toUpperCase();
  return hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
}

const hexPair = (value: number) => Math.round(value).toString(16).padStart(2, '0').toUpperCase();

/** A colour as files have it; `tint` makes that of a theme lighter (up to 1) or darker (down to −1). */
export type FileColour = Partial<Color> & { readonly tint?: number; readonly indexed?: number };

/** Undefined for a colour that the system chooses, and for none. */
export function colourFromFile(colour: FileColour | undefined, theme: readonly string[]): string | undefined {
  if (!colour) return undefined;
  if (colour.argb) return `#${colour.argb.slice(-6).toUpperCase()}`;
  if (colour.theme !== undefined && theme[colour.theme]) return tinted(theme[colour.theme], colour.tint ?? 0);
  return colour.indexed === undefined
    ? undefined
    : PALETTE[colour.indexed % 64 < 8 ? colour.indexed % 8 : -1];
}

/** The first eight of the palette (ECMA-376 Part 1, 18.8.27); those after them repeat or are rare. */
const PALETTE: readonly string[] = [
  '#000000', '#FFFFFF', '#FF0000', '#00FF00', '#0000FF', '#FFFF00', '#FF00FF', '#00FFFF',
]; // prettier-ignore

/** ECMA-376 Part 1, 18.8.19: the lightness in HSL moves towards white or black; in RGB that is the same for each channel. */
function tinted(rgb: string, tint: number): string {
  const channels = [1, 3, 5].map((at) => parseInt(rgb.slice(at, at + 2), 16));
  const shade = (value: number) => (tint < 0 ? value * (1 + tint) : value + (255 - value) * tint);
  return `#${channels.map((value) => hexPair(shade(value))).join('')}`;
}

/** The colours of a theme in the order in which cells number them, from its XML. */
export function themeColours(xml: string | undefined): string[] {
  const found = (name: string): string => {
    const element = new RegExp(
      `<a:${name}>\\s*<a:(?:srgbClr val|sysClr [^>]*lastClr)="([0-9A-Fa-f]{6})"`,
    ).exec(xml ?? '');
    return `#${(element?.[1] ?? OFFICE[name]).toUpperCase()}`;
  };
  return Object.keys(OFFICE).map(found);
}

/** The theme of Office, in the order of cells: light and dark are exchanged (ECMA-376 Part 1, 18.8.3, as Excel reads it). */
const OFFICE: Readonly<Record<string, string>> = {
  lt1: 'FFFFFF',
  dk1: '000000',
  lt2: 'E7E6E6',
  dk2: '44546A',
  accent1: '4472C4',
  accent2: 'ED7D31',
  accent3: 'A5A5A5',
  accent4: 'FFC000',
  accent5: '5B9BD5',
  accent6: '70AD47',
  hlink: '0563C1',
  folHlink: '954F72',
};
