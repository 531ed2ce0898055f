/**
 * The format of a range, or of several as one: fill, font, borders, alignment, sizes. Differing cells read as
 * null, as in Excel.
 *
 * formats/ is for the appearance of cells. May import ranges/.
 */
import { HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';
import { ExcelObject, type Scalar, membersOf } from '../../host/excelObject';
import type { Json } from '../../host/wire';
import { kindOf, number, truth, within } from '../arguments';
import type { Cells } from '../ranges/range';
import { type Words, wordFor } from '../words';
import { RangeBorderCollection } from './borders';
import { TALLEST, WIDEST, readColumnWidth, readRowHeight, writeColumnWidth, writeRowHeight } from './sizes';
import { applyStyle, commonStyle } from './style';
import {
  type StyleProperty,
  bold,
  fillColor,
  fontColor,
  fontName,
  fontSize,
  italic,
} from './styleProperties';

abstract class FormatOfRanges extends ExcelObject {
  constructor(readonly ranges: Cells) {
    super();
  }
}

export class RangeFormat extends FormatOfRanges {}
class RangeFill extends FormatOfRanges {}
class RangeFont extends FormatOfRanges {}

const styled = <T extends Json>(
  location: string,
  { parse, read, write, usual }: StyleProperty<T>,
): Scalar<FormatOfRanges> => ({
  get: ({ ranges }) => commonStyle(ranges, (style) => read(style) ?? usual),
  set: ({ ranges }, value) => applyStyle(ranges, write(parse(value, location))),
});

const HORIZONTAL: Words<HorizontalAlign> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};
const VERTICAL: Words<VerticalAlign> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

/** Alignments that Excel has and the grid lacks, horizontal and vertical. */
const LACKING = ['Fill', 'CenterAcrossSelection', 'Distributed', 'Justify'];

const aligned = <T>(
  location: string,
  words: Words<T>,
  usual: string,
  read: (style: IStyleData) => T | null | undefined,
  write: (alignment: T) => IStyleData,
): Scalar<RangeFormat> => ({
  get: ({ ranges }) => commonStyle(ranges, (style) => wordFor(words, read(style)) ?? usual),
  set: ({ ranges }, value) => {
    const lacking = LACKING.filter((word) => !(word in words));
    applyStyle(ranges, write(words[kindOf(value, Object.keys(words), lacking, 'alignments', location)]));
  },
});

export const rangeFormatMembers = [
  membersOf(RangeFormat, 'RangeFormat', {
    scalars: {
      ColumnWidth: {
        get: ({ ranges }) => readColumnWidth(ranges),
        set: ({ ranges }, value) =>
          writeColumnWidth(ranges, within(value, 0, WIDEST, 'RangeFormat.columnWidth')),
      },
      RowHeight: {
        get: ({ ranges }) => readRowHeight(ranges),
        set: ({ ranges }, value) =>
          writeRowHeight(ranges, within(value, 0, TALLEST, 'RangeFormat.rowHeight')),
      },
      HorizontalAlignment: aligned(
        'RangeFormat.horizontalAlignment',
        HORIZONTAL,
        'General',
        ({ ht }) => ht,
        (ht) => ({ ht }),
      ),
      VerticalAlignment: aligned(
        'RangeFormat.verticalAlignment',
        VERTICAL,
        'Bottom',
        ({ vt }) => vt,
        (vt) => ({ vt }),
      ),
      WrapText: {
        get: ({ ranges }) => commonStyle(ranges, (style) => style.tb === WrapStrategy.WRAP),
        set: ({ ranges }, value) =>
          applyStyle(ranges, {
            tb: truth(value, 'RangeFormat.wrapText') ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
          }),
      },
      /** Positive is upwards in Excel, downwards in Univer. */
      TextOrientation: {
        get: ({ ranges }) => commonStyle(ranges, (style) => -(style.tr?.a ?? 0)),
        set: ({ ranges }, value) =>
          applyStyle(ranges, { tr: { a: -number(value, 'RangeFormat.textOrientation') } }),
      },
    },
    objects: {
      Borders: ({ ranges }) => new RangeBorderCollection(ranges),
      Fill: ({ ranges }) => new RangeFill(ranges),
      Font: ({ ranges }) => new RangeFont(ranges),
    },
  }),
  membersOf(RangeFill, 'RangeFill', {
    scalars: { Color: styled('RangeFill.color', fillColor) },
    methods: { Clear: ({ ranges }) => applyStyle(ranges, { bg: null }) },
  }),
  membersOf(RangeFont, 'RangeFont', {
    scalars: {
      Bold: styled('RangeFont.bold', bold),
      Italic: styled('RangeFont.italic', italic),
      Color: styled('RangeFont.color', fontColor),
      Name: styled('RangeFont.name', fontName),
      Size: styled('RangeFont.size', fontSize),
    },
  }),
];
