/** What Univer's plugins keep with a workbook, as text of JSON. */
import type { ISheetDataValidationRule, IWorkbookData } from '@univerjs/core';
import type { IConditionFormattingRule } from '@univerjs/sheets-conditional-formatting';
import type { Name } from './names';

/** Rules by the ids of their sheets. */
export interface Resources {
  readonly names: readonly Name[];
  /** In the order in which they apply. */
  readonly rules: Readonly<Record<string, readonly IConditionFormattingRule[]>>;
  readonly validation: Readonly<Record<string, readonly ISheetDataValidationRule[]>>;
}

const NAMES = 'SHEET_DEFINED_NAME_PLUGIN';
const RULES = 'SHEET_CONDITIONAL_FORMATTING_PLUGIN';
const VALIDATION = 'SHEET_DATA_VALIDATION_PLUGIN';

export function resourcesOf({ resources = [] }: Partial<IWorkbookData>): Resources {
  const found = (name: string): object =>
    (JSON.parse(resources.find((each) => each.name === name)?.data || '{}') as object | null) ?? {};
  return {
    names: Object.values(found(NAMES)) as Name[],
    rules: found(RULES) as Resources['rules'],
    validation: found(VALIDATION) as Resources['validation'],
  };
}

export function resourcesFrom({
  names,
  rules,
  validation,
}: Resources): NonNullable<IWorkbookData['resources']> {
  return [
    { name: NAMES, data: JSON.stringify(Object.fromEntries(names.map((name) => [name.id, name]))) },
    { name: RULES, data: JSON.stringify(rules) },
    { name: VALIDATION, data: JSON.stringify(validation) },
  ];
}
