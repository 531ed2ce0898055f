/** Conditional formats that apply where a formula is true. */
import {
  CFRuleType,
  CFSubRuleType,
  type IConditionalFormattingRuleConfig,
} from '@univerjs/sheets-conditional-formatting';
import { ExcelObject, membersOf } from '../../host/excelObject';
import { text } from '../arguments';
import type { ConditionalFormat } from './conditionalFormat';
import { ConditionalRangeFormat } from './style';

type FormulaRule = Extract<IConditionalFormattingRuleConfig, { subType: CFSubRuleType.formula }>;

/** A format where a formula is true. */
export class CustomConditionalFormat extends ExcelObject {
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
  constructor(readonly owner: CustomConditionalFormat) {
    super();
  }
}

const members = membersOf(CustomConditionalFormat, 'CustomConditionalFormat', {
  objects: {
    Format: ({ format }) => new ConditionalRangeFormat(format),
    Rule: (owner) => new ConditionalFormatRule(owner),
  },
});

const ruleMembers = membersOf(ConditionalFormatRule, 'ConditionalFormatRule', {
  scalars: {
    Formula: {
      get: ({ owner }) => owner.rule.value,
      set: ({ owner }, value) =>
        owner.format.change({ rule: { ...owner.rule, value: text(value, 'ConditionalFormatRule.formula') } }),
    },
  },
});

export const customRuleMembers = [members, ruleMembers];
