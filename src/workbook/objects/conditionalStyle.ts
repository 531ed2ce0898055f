/** How cells look where a conditional format applies. */
import { BooleanNumber, type IStyleBase } from '@univerjs/core';
import { ExcelObject, membersOf } from '../host/excelObject';
import { color, truth } from './arguments';
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

const formatMembers = membersOf(ConditionalRangeFormat, 'ConditionalRangeFormat', {
  objects: {
    Fill: (owner) => new ConditionalRangeFill(owner),
    Font: (owner) => new ConditionalRangeFont(owner),
  },
});

const fillMembers = membersOf(ConditionalRangeFill, 'ConditionalRangeFill', {
  scalars: {
    Color: {
      get: ({ owner }) => owner.style.bg?.rgb ?? '',
      set: ({ owner }, value) => owner.change({ bg: { rgb: color(value, 'ConditionalRangeFill.color') } }),
    },
  },
  methods: { Clear: ({ owner }) => owner.change({ bg: undefined }) },
});

const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

const fontMembers = membersOf(ConditionalRangeFont, 'ConditionalRangeFont', {
  scalars: {
    Color: {
      get: ({ owner }) => owner.style.cl?.rgb ?? '',
      set: ({ owner }, value) => owner.change({ cl: { rgb: color(value, 'ConditionalRangeFont.color') } }),
    },
    Bold: {
      get: ({ owner }) => owner.style.bl === BooleanNumber.TRUE,
      set: ({ owner }, value) => owner.change({ bl: flag(truth(value, 'ConditionalRangeFont.bold')) }),
    },
    Italic: {
      get: ({ owner }) => owner.style.it === BooleanNumber.TRUE,
      set: ({ owner }, value) => owner.change({ it: flag(truth(value, 'ConditionalRangeFont.italic')) }),
    },
  },
  methods: { Clear: ({ owner }) => owner.change({ cl: undefined, bl: undefined, it: undefined }) },
});

export const conditionalStyleMembers = [formatMembers, fillMembers, fontMembers];
