import {
  CFRuleType,
  CFSubRuleType,
  type IConditionalFormattingRuleConfig,
} from '@univerjs/sheets-conditional-formatting';
import { ExcelObject, type Members, membersOf } from '../host/excelObject';
import { text } from './arguments';
import type { ConditionalFormat } from './conditionalFormats';
import { ConditionalRangeFormat } from './conditionalStyle';

type FormulaRule = Extract<IConditionalFormattingRuleConfig, { subType: CFSubRuleType.formula }>;

/** A format where a formula is true. */
export class CustomConditionalFormat extends ExcelObject {
  readonly members: Members = members;
  static readonly initial: FormulaRule = {
    type: CFRuleType.highlightCell,
    subType: CFSubRuleType.formula,
    value: '',
    style: {},
  };

  constructor(readonly format: ConditionalFormat) {
    super();
  }
  get rule(): FormulaRule {
    return this.format.rule.rule as FormulaRule;
  }
}

class ConditionalFormatRule extends ExcelObject {
  readonly members: Members = ruleMembers;
  constructor(readonly owner: CustomConditionalFormat) {
    super();
  }
}

const members = membersOf<CustomConditionalFormat>('CustomConditionalFormat', {
  objects: {
    Format: ({ format }) => new ConditionalRangeFormat(format),
    Rule: (owner) => new ConditionalFormatRule(owner),
  },
});

const ruleMembers = membersOf<ConditionalFormatRule>('ConditionalFormatRule', {
  scalars: {
    Formula: {
      get: ({ owner }) => owner.rule.value,
      set: ({ owner }, value) =>
        owner.format.change({ rule: { ...owner.rule, value: text(value, 'ConditionalFormatRule.formula') } }),
    },
  },
});
