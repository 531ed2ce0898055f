/**
 * Properties of fill and font: converts between what an add-in sets and reads and Univer's partial styles.
 */
import { BooleanNumber, type IStyleBase, type Nullable } from '@univerjs/core';
import { COLORS, FONT } from '../../grid/excelDefaults';
import type { Json } from '../../host/wire';
import { color, text, truth, within } from '../arguments';

export interface StyleProperty<T extends Json = Json> {
  /** @throws ExcelError InvalidArgument */
  readonly parse: (value: Json, location: string) => T;
  readonly read: (style: IStyleBase) => T | undefined;
  readonly write: (value: T) => IStyleBase;
  /** What Excel returns if it was never set. */
  readonly usual: T;
}

const property = <T extends Json>(all: StyleProperty<T>) => all;

const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);
const isOn = (value: Nullable<BooleanNumber>) => value === BooleanNumber.TRUE;

export const fillColor = property({
  parse: color,
  read: ({ bg }) => bg?.rgb?.toUpperCase(),
  write: (rgb) => ({ bg: { rgb } }),
  usual: COLORS.background,
});

export const fontColor = property({
  parse: color,
  read: ({ cl }) => cl?.rgb?.toUpperCase(),
  write: (rgb) => ({ cl: { rgb } }),
  usual: COLORS.automatic,
});

export const bold = property({
  parse: truth,
  read: ({ bl }) => isOn(bl),
  write: (on) => ({ bl: flag(on) }),
  usual: false,
});

export const italic = property({
  parse: truth,
  read: ({ it }) => isOn(it),
  write: (on) => ({ it: flag(on) }),
  usual: false,
});

export const fontName = property({
  parse: text,
  read: ({ ff }) => ff ?? undefined,
  write: (ff) => ({ ff }),
  usual: FONT.name,
});

/** In points, "between 1 and 409" ("Change the font size", support.microsoft.com). */
export const fontSize = property({
  parse: (value, location) => within(value, 1, 409, location),
  read: ({ fs }) => fs,
  write: (fs) => ({ fs }),
  usual: FONT.points,
});
