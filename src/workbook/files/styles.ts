/** How cells look: Univer's styles, and those of a file. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { Alignment, Border, BorderStyle, Borders, Fill, Font, Style } from '@cj-tech-master/excelts';
import { FONT } from '../grid/excelDefaults';
import { colourFromFile, colourToFile } from './colours';

/** Names in files by Univer's names of lines. */
const LINES: Readonly<Partial<Record<BorderStyleTypes, BorderStyle>>> = {
  [BorderStyleTypes.THIN]: 'thin',
  [BorderStyleTypes.HAIR]: 'hair',
  [BorderStyleTypes.DOTTED]: 'dotted',
  [BorderStyleTypes.DASHED]: 'dashed',
  [BorderStyleTypes.DASH_DOT]: 'dashDot',
  [BorderStyleTypes.DASH_DOT_DOT]: 'dashDotDot',
  [BorderStyleTypes.DOUBLE]: 'double',
  [BorderStyleTypes.MEDIUM]: 'medium',
  [BorderStyleTypes.MEDIUM_DASHED]: 'mediumDashed',
  [BorderStyleTypes.MEDIUM_DASH_DOT]: 'mediumDashDot',
  [BorderStyleTypes.MEDIUM_DASH_DOT_DOT]: 'mediumDashDotDot',
  [BorderStyleTypes.SLANT_DASH_DOT]: 'slantDashDot',
  [BorderStyleTypes.THICK]: 'thick',
};

const HORIZONTAL: Readonly<Partial<Record<HorizontalAlign, Alignment['horizontal']>>> = {
  [HorizontalAlign.LEFT]: 'left',
  [HorizontalAlign.CENTER]: 'center',
  [HorizontalAlign.RIGHT]: 'right',
  [HorizontalAlign.JUSTIFIED]: 'justify',
  [HorizontalAlign.DISTRIBUTED]: 'distributed',
};

const VERTICAL: Readonly<Partial<Record<VerticalAlign, Alignment['vertical']>>> = {
  [VerticalAlign.TOP]: 'top',
  [VerticalAlign.MIDDLE]: 'middle',
  [VerticalAlign.BOTTOM]: 'bottom',
};

const EDGES = { t: 'top', r: 'right', b: 'bottom', l: 'left' } as const;
type Edge = keyof typeof EDGES;

const isOn = (flag: BooleanNumber | undefined | null) => flag === BooleanNumber.TRUE;

/** A cell's style. What is not set in it is as in a new workbook. */
export function styleToFile(style: IStyleData): Partial<Style> {
  const { n, bd } = style;
  const alignment = alignmentToFile(style);
  return {
    font: { name: style.ff ?? FONT.name, size: style.fs ?? FONT.points, ...fontToFile(style) },
    ...(n && { numFmt: n.pattern }),
    ...(style.bg?.rgb && { fill: solid(style.bg.rgb) }),
    ...(bd && { border: bordersToFile(bd) }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
  };
}

/** What a conditional format adds to a cell's own style: nothing but what is set. */
export function addedStyleToFile(style: IStyleData): Partial<Style> {
  const font = fontToFile(style);
  const { bg } = style;
  return {
    ...(Object.keys(font).length > 0 && { font }),
    // Of a conditional format's fill, Excel shows the background.
    ...(bg?.rgb && { fill: { type: 'pattern', pattern: 'solid', bgColor: colourToFile(bg.rgb) } }),
  };
}

function fontToFile({ bl, it, ul, st, cl }: IStyleData): Partial<Font> {
  return {
    ...(bl !== undefined && { bold: isOn(bl) }),
    ...(it !== undefined && { italic: isOn(it) }),
    ...(isOn(ul?.s) && { underline: true }),
    ...(isOn(st?.s) && { strike: true }),
    ...(cl?.rgb && { color: colourToFile(cl.rgb) }),
  };
}

const solid = (rgb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: colourToFile(rgb) });

function bordersToFile(borders: IBorderData): Partial<Borders> {
  const lines = Object.entries(EDGES).flatMap(([edge, name]): [string, Partial<Border>][] => {
    const line = borders[edge as Edge];
    const style = line && LINES[line.s];
    return style ? [[name, { style, ...(line.cl?.rgb && { color: colourToFile(line.cl.rgb) }) }]] : [];
  });
  return Object.fromEntries(lines);
}

function alignmentToFile({ ht, vt, tb, tr }: IStyleData): Partial<Alignment> {
  const horizontal = ht ? HORIZONTAL[ht] : undefined;
  const vertical = vt ? VERTICAL[vt] : undefined;
  return {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(tb === WrapStrategy.WRAP && { wrapText: true }),
    ...(tr?.a && { textRotation: -tr.a }),
  };
}

/** @param theme the file's colours */
export function styleFromFile(style: Partial<Style>, theme: readonly string[]): IStyleData {
  const { font, fill, border, alignment } = style;
  const pattern = typeof style.numFmt === 'object' ? style.numFmt.formatCode : style.numFmt;
  const bd = border && bordersFromFile(border, theme);
  const bg =
    fill?.type === 'pattern' && fill.pattern === 'solid' ? colourFromFile(fill.fgColor, theme) : undefined;
  return {
    ...(font?.name && font.name !== FONT.name && { ff: font.name }),
    ...(font?.size && font.size !== FONT.points && { fs: font.size }),
    ...fontFromFile(font, theme),
    ...(pattern && pattern !== 'General' && { n: { pattern } }),
    ...(bg && { bg: { rgb: bg } }),
    ...(bd && Object.keys(bd).length > 0 && { bd }),
    ...alignmentFromFile(alignment),
  };
}

export function addedStyleFromFile(style: Partial<Style> | undefined, theme: readonly string[]): IStyleData {
  const fill = style?.fill?.type === 'pattern' ? style.fill : undefined;
  const bg = colourFromFile(fill?.bgColor ?? fill?.fgColor, theme);
  return { ...fontFromFile(style?.font, theme), ...(bg && { bg: { rgb: bg } }) };
}

function fontFromFile(font: Partial<Font> | undefined, theme: readonly string[]): IStyleData {
  if (!font) return {};
  const rgb = colourFromFile(font.color, theme);
  // Text of the theme's first dark colour is what cells have anyway.
  const isUsual = font.color?.theme === 1;
  return {
    ...(font.bold && { bl: BooleanNumber.TRUE }),
    ...(font.italic && { it: BooleanNumber.TRUE }),
    ...(font.underline && font.underline !== 'none' && { ul: { s: BooleanNumber.TRUE } }),
    ...(font.strike && { st: { s: BooleanNumber.TRUE } }),
    ...(rgb && !isUsual && { cl: { rgb } }),
  };
}

function bordersFromFile(borders: Partial<Borders>, theme: readonly string[]): IBorderData {
  const lines = Object.entries(EDGES).flatMap(([edge, name]) => {
    const line = borders[name];
    const kind = Object.entries(LINES).find(([, style]) => style === line?.style)?.[0];
    return line && kind
      ? [[edge, { s: Number(kind), cl: { rgb: colourFromFile(line.color, theme) ?? '#000000' } }]]
      : [];
  });
  return Object.fromEntries(lines) as IBorderData;
}

function alignmentFromFile(alignment: Partial<Alignment> | undefined): IStyleData {
  const known = (names: object, name: string | undefined) =>
    Number(Object.entries(names).find(([, each]) => each === name)?.[0] ?? 0);
  const ht = known(HORIZONTAL, alignment?.horizontal);
  const vt = known(VERTICAL, alignment?.vertical);
  const turned = typeof alignment?.textRotation === 'number' ? alignment.textRotation : 0;
  return {
    ...(ht && { ht }),
    ...(vt && { vt }),
    ...(alignment?.wrapText && { tb: WrapStrategy.WRAP }),
    ...(turned && { tr: { a: -turned } }),
  };
}
