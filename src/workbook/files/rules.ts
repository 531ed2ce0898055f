/** Conditional formats: colour scales, data bars, comparisons with a number, and formulas. */
import {
  type CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFValueType,
  type IConditionFormattingRule,
} from '@univerjs/sheets-conditional-formatting';
import type { ConditionalFormattingRule, Worksheet } from '@cj-tech-master/excelts';
import { formatRect, parseRect } from '../addresses/a1';
import { rangeOf, rectOf } from '../grid/ranges';
import { colourFromFile, colourToFile } from './colours';
import { formulaFromFile, formulaToFile } from './formulas';
import { addedStyleFromFile, addedStyleToFile } from './styles';

type Rule = IConditionFormattingRule;
type Written = ConditionalFormattingRule;
type Bars = Extract<Rule['rule'], { type: CFRuleType.dataBar }>;

/** @param rules in the order in which they apply */
export function rulesToFile(sheet: Worksheet, rules: readonly Rule[]): void {
  rules.forEach((rule, at) => {
    const written = ruleToFile(rule, at + 1);
    const ref = rule.ranges.map((range) => formatRect(rectOf(range))).join(' ');
    if (written) sheet.addConditionalFormatting({ ref, rules: [written] });
  });
}

function ruleToFile({ rule }: Rule, priority: number): Written | null {
  if (rule.type === CFRuleType.colorScale) {
    const stops = rule.config.map(({ value: { type, value } }) =>
      type === CFValueType.min || type === CFValueType.max
        ? { type }
        : { type, value: (typeof value === 'string' ? value.replace(/^=/, '') : value) as number },
    );
    return {
      type: 'colorScale',
      priority,
      cfvo: stops,
      color: rule.config.map(({ color }) => colourToFile(color)),
    };
  }
  if (rule.type === CFRuleType.dataBar) return barsToFile(rule, priority);
  if (rule.type !== CFRuleType.highlightCell) return null;
  const common = { priority, style: addedStyleToFile(rule.style) };
  if (rule.subType === CFSubRuleType.formula)
    return { type: 'expression', formulae: [formulaToFile(rule.value)], ...common };
  if (rule.subType !== CFSubRuleType.number) return null;
  const formulae = [rule.value].flat().map(Number);
  return { type: 'cellIs', operator: rule.operator as 'equal', formulae, ...common };
}

function barsToFile({ config: { min, max, positiveColor } }: Bars, priority: number): Written {
  return {
    type: 'dataBar',
    priority,
    cfvo: [min, max].map(({ type, value }) =>
      type === CFValueType.num ? { type: 'num', value: Number(value) } : { type: type as 'min' | 'max' },
    ),
    color: colourToFile(positiveColor),
  };
}

/** In the order in which they apply; null in the place of one of a kind that is not shown here. */
export function rulesFromFile(sheet: Worksheet, theme: readonly string[]): (Rule | null)[] {
  const all = sheet.conditionalFormattings.flatMap(({ ref, rules }) => rules.map((rule) => ({ ref, rule })));
  return all
    .sort((one, other) => (one.rule.priority ?? 0) - (other.rule.priority ?? 0))
    .map(({ ref, rule }, at) => {
      const ranges = ref.split(' ').flatMap((address) => {
        const area = parseRect(address);
        return area ? [rangeOf(area)] : [];
      });
      const own = ruleFromFile(rule, theme);
      return own && { cfId: `rule${at + 1}`, ranges, stopIfTrue: false, rule: own };
    });
}

function ruleFromFile(rule: Written, theme: readonly string[]): Rule['rule'] | null {
  if (rule.type === 'colorScale') return scaleFromFile(rule, theme);
  if (rule.type === 'dataBar') return barsFromFile(rule, theme);
  if (rule.type !== 'expression' && rule.type !== 'cellIs') return null;
  const [formula, second] = (rule.formulae ?? []).map(String);
  const style = addedStyleFromFile(rule.style, theme);
  if (rule.type === 'expression')
    return {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: formulaFromFile(formula),
      style,
    };
  const limits = (second === undefined ? [formula] : [formula, second]).map((text) => Number(text || NaN));
  // A limit may be a formula, which is computed nowhere here.
  if (limits.some(Number.isNaN)) return null;
  const operator = rule.operator as CFNumberOperator;
  const type = CFRuleType.highlightCell;
  const subType = CFSubRuleType.number;
  return limits.length === 2
    ? ({ type, subType, operator, value: [limits[0], limits[1]], style } as Rule['rule'])
    : ({ type, subType, operator, value: limits[0], style } as Rule['rule']);
}

function scaleFromFile(
  { cfvo = [], color = [] }: Extract<Written, { type: 'colorScale' }>,
  theme: readonly string[],
): Rule['rule'] | null {
  const config = cfvo.map(({ type, value }, index) => ({
    index,
    color: colourFromFile(color[index], theme) ?? '#FFFFFF',
    value:
      type === 'min' || type === 'max'
        ? { type: type as CFValueType }
        : { type: type as CFValueType, value: type === 'formula' ? `=${String(value)}` : Number(value) },
  }));
  const isKnown = cfvo.every(({ type }) => type !== 'autoMin' && type !== 'autoMax');
  return isKnown && config.length >= 2 ? { type: CFRuleType.colorScale, config } : null;
}

function barsFromFile(
  { cfvo = [], color }: Extract<Written, { type: 'dataBar' }>,
  theme: readonly string[],
): Bars | null {
  const [min, max] = cfvo.map(({ type, value }): Bars['config']['min'] | null => {
    if (type === 'num') return { type: CFValueType.num, value: Number(value) };
    return type === 'min' || type === 'max' ? { type: type as CFValueType } : null;
  });
  if (!min || !max) return null;
  const positiveColor = colourFromFile(color, theme) ?? '#638EC6';
  return {
    type: CFRuleType.dataBar,
    isShowValue: true,
    config: { min, max, isGradient: true, positiveColor, nativeColor: positiveColor },
  };
}
