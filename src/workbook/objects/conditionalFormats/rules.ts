/** Conditional formats in Univer's model, changed by direct mutation. */
import type { IRange } from '@univerjs/core';
import {
  type ConditionalFormattingRuleModel as Model,
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  MoveConditionalRuleMutation,
  SetConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import { R1C1Formulas, toR1C1 } from '../../addresses/r1c1';
import type { Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { rangeOf, rectOf } from '../../grid/ranges';

export type Rule = IConditionFormattingRule;

export function conditionalRules(grid: Grid, sheetId: string) {
  const model: Model = grid.injector.get(ConditionalFormattingRuleModel);
  const all = (): Rule[] => model.getSubunitRules(grid.unitId, sheetId) ?? [];
  const touching = (targets: readonly Rect[]) =>
    all().filter((rule) =>
      rule.ranges.some((range) => targets.some((target) => rectOf(range).touches(target))),
    );
  const replace = (rule: Rule) =>
    grid.mutate(SetConditionalRuleMutation.id, { subUnitId: sheetId, cfId: rule.cfId, rule });
  const remove = (id: string) =>
    grid.mutate(DeleteConditionalRuleMutation.id, { subUnitId: sheetId, cfId: id });
  return {
    /** The rules that touch any of some areas, in the order in which they apply. */
    touching,
    ranges: (): IRange[] => all().flatMap(({ ranges }) => ranges),
    find: (id: string): Rule | undefined => all().find((rule) => rule.cfId === id),
    add: (rule: Rule) => grid.mutate(AddConditionalRuleMutation.id, { subUnitId: sheetId, rule }),
    replace,
    remove,
    /** Moves a rule to the position of another in that order. */
    move: (id: string, to: string) => {
      const order = all().map(({ cfId }) => cfId);
      const type = order.indexOf(id) < order.indexOf(to) ? 'after' : 'self';
      const params = { subUnitId: sheetId, start: { id, type: 'self' }, end: { id: to, type } };
      grid.mutate(MoveConditionalRuleMutation.id, params);
    },
    /** Removes the areas from all rules; a rule's other cells keep it. */
    clear: (targets: readonly Rect[]) => {
      for (const rule of touching(targets)) {
        const left = targets.reduce(
          (areas, target) => areas.flatMap((area) => area.without(target)),
          rule.ranges.map(rectOf),
        );
        if (left.length > 0) replace(onlyIn(rule, left));
        else remove(rule.cfId);
      }
    },
  };
}

/** The rule in other areas. Its formula is that of their first cell. */
function onlyIn(rule: Rule, areas: readonly Rect[]): Rule {
  const ranges = areas.map(rangeOf);
  const own = rule.rule;
  if (own.type !== CFRuleType.highlightCell || own.subType !== CFSubRuleType.formula)
    return { ...rule, ranges };
  const from = firstOf(rule.ranges.map(rectOf));
  const to = firstOf(areas);
  const relative = toR1C1(own.value, from.row, from.column);
  const value = new R1C1Formulas().toA1(relative, to.row, to.column) ?? own.value;
  return { ...rule, ranges, rule: { ...own, value } };
}

const firstOf = (areas: readonly Rect[]): Rect =>
  areas.toSorted((a, b) => a.row - b.row || a.column - b.column)[0];
