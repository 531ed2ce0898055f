/** Conditional formats that compare a cell with constants. */
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  type IConditionalFormattingRuleConfig,
} from '@univerjs/sheets-conditional-formatting';
import { invalidArgument } from '../../host/errors';
import { ExcelObject, membersOf } from '../../host/excelObject';
import { type Json, isObject } from '../../host/wire';
import { type Words, meaningOf, wordFor } from '../words';
import type { ConditionalFormat } from './conditionalFormat';
import { ConditionalRangeFormat } from './style';

type NumberRule = Extract<IConditionalFormattingRuleConfig, { subType: CFSubRuleType.number }>;

const OPERATORS: Words<CFNumberOperator> = {
  Between: CFNumberOperator.between,
  NotBetween: CFNumberOperator.notBetween,
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  GreaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  LessThan: CFNumberOperator.lessThan,
  LessThanOrEqual: CFNumberOperator.lessThanOrEqual,
};

/** A format where a cell's number compares with constants. (Formulas as limits are not supported.) */
export class CellValueConditionalFormat extends ExcelObject {
  static readonly initial: NumberRule = {
    type: CFRuleType.highlightCell,
    subType: CFSubRuleType.number,
    operator: CFNumberOperator.between,
    value: [Infinity, Infinity],
    style: {},
  };

  constructor(readonly format: ConditionalFormat) {
    super();
  }
  get rule(): NumberRule {
    return this.format.rule.rule as NumberRule;
  }
}

const members = membersOf(CellValueConditionalFormat, 'CellValueConditionalFormat', {
  scalars: {
    Rule: {
      get: ({ rule }) => excelRule(rule),
      set: ({ format, rule }, value) => format.change({ rule: univerRule(rule, value) }),
    },
  },
  objects: { Format: ({ format }) => new ConditionalRangeFormat(format) },
});

function excelRule({ operator, value }: NumberRule): Json {
  const limits = Array.isArray(value) ? value : [value];
  const named = wordFor(OPERATORS, operator) ?? 'Invalid';
  return {
    operator: named,
    formula1: String(limits[0] ?? ''),
    ...(limits.length > 1 && { formula2: String(limits[1]) }),
  };
}

function univerRule({ style, type, subType }: NumberRule, rule: Json): NumberRule {
  const location = 'CellValueConditionalFormat.rule';
  const operator = isObject(rule) ? meaningOf(OPERATORS, rule.operator) : undefined;
  if (!isObject(rule) || !operator) throw invalidArgument(location);
  const limit = (formula: Json | undefined) => {
    const found = Number(String(formula ?? '').replace(/^=/, '') || NaN);
    if (Number.isNaN(found)) throw invalidArgument(location);
    return found;
  };
  if (operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween) {
    return { type, subType, style, operator, value: [limit(rule.formula1), limit(rule.formula2)] };
  }
  return { type, subType, style, operator, value: limit(rule.formula1) };
}

export const cellValueRuleMembers = [members];
