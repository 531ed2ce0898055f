/** Conditional formats as Univer keeps them, reached by direct mutation. */
import type { IRange } from '@univerjs/core';
import {
  type ConditionalFormattingRuleModel as Model,
  AddConditionalRuleMutation,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  SetConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import type { Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { rectOf } from '../../grid/ranges';

export type Rule = IConditionFormattingRule;

export function conditionalRules(grid: Grid, sheetId: string) {
  const model: Model = grid.injector.get(ConditionalFormattingRuleModel);
  const all = (): Rule[] => model.getSubunitRules(grid.unitId, sheetId) ?? [];
  const touching = (targets: readonly Rect[]) =>
    all().filter((rule) =>
      rule.ranges.some((range) => targets.some((target) => rectOf(range).touches(target))),
    );
  return {
    /** Those that touch any of some areas, the one applied first in front. */
    touching,
    ranges: (): IRange[] => all().flatMap(({ ranges }) => ranges),
    find: (id: string): Rule | undefined => all().find((rule) => rule.cfId === id),
    add: (rule: Rule) => grid.mutate(AddConditionalRuleMutation.id, { subUnitId: sheetId, rule }),
    replace: (rule: Rule) =>
      grid.mutate(SetConditionalRuleMutation.id, { subUnitId: sheetId, cfId: rule.cfId, rule }),
    remove: (id: string) => grid.mutate(DeleteConditionalRuleMutation.id, { subUnitId: sheetId, cfId: id }),
    clear: (targets: readonly Rect[]) => {
      for (const rule of touching(targets))
        grid.mutate(DeleteConditionalRuleMutation.id, { subUnitId: sheetId, cfId: rule.cfId });
    },
  };
}
