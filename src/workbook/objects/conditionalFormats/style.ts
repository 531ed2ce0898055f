/** How cells look where a conditional format applies. */
import type { IStyleBase } from '@univerjs/core';
import { ExcelObject, type Scalar, membersOf } from '../../host/excelObject';
import type { Json } from '../../host/wire';
import { type StyleProperty, bold, fillColor, fontColor, italic } from '../formats/styleProperties';
import type { ConditionalFormat } from './conditionalFormat';

export class ConditionalRangeFormat extends ExcelObject {
  constructor(readonly format: ConditionalFormat) {
    super();
  }
  get style(): IStyleBase {
    const { rule } = this.format.rule;
    return 'style' in rule ? rule.style : {};
  }
  change(style: IStyleBase): void {
    const { rule } = this.format.rule;
    if ('style' in rule) this.format.change({ rule: { ...rule, style: { ...rule.style, ...style } } });
  }
}

class ConditionalRangeFill extends ExcelObject {
  constructor(readonly owner: ConditionalRangeFormat) {
    super();
  }
}

class ConditionalRangeFont extends ExcelObject {
  constructor(readonly owner: ConditionalRangeFormat) {
    super();
  }
}

/** Reads as an empty text where the format does not change the cell's own. */
const styled = <T extends Json>(
  location: string,
  { parse, read, write }: StyleProperty<T>,
): Scalar<ConditionalRangeFill | ConditionalRangeFont> => ({
  get: ({ owner }) => read(owner.style) ?? '',
  set: ({ owner }, value) => owner.change(write(parse(value, location))),
});

export const conditionalStyleMembers = [
  membersOf(ConditionalRangeFormat, 'ConditionalRangeFormat', {
    objects: {
      Fill: (owner) => new ConditionalRangeFill(owner),
      Font: (owner) => new ConditionalRangeFont(owner),
    },
  }),
  membersOf(ConditionalRangeFill, 'ConditionalRangeFill', {
    scalars: { Color: styled('ConditionalRangeFill.color', fillColor) },
    methods: { Clear: ({ owner }) => owner.change({ bg: undefined }) },
  }),
  membersOf(ConditionalRangeFont, 'ConditionalRangeFont', {
    scalars: {
      Color: styled('ConditionalRangeFont.color', fontColor),
      Bold: styled('ConditionalRangeFont.bold', bold),
      Italic: styled('ConditionalRangeFont.italic', italic),
    },
    methods: { Clear: ({ owner }) => owner.change({ cl: undefined, bl: undefined, it: undefined }) },
  }),
];
