/** Data validation: lists, numbers, lengths of text, formulas. */
import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import type { DataValidation, Worksheet } from '@cj-tech-master/excelts';
import { formatRect, parseRect } from '../addresses/a1';
import { rangeOf, rectOf } from '../grid/ranges';

/** Univer's kinds by those of files; it reads dates and times otherwise than Excel. */
const KINDS = {
  list: DataValidationType.LIST,
  whole: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  textLength: DataValidationType.TEXT_LENGTH,
  custom: DataValidationType.CUSTOM,
} as const;

const ALERTS = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
} as const;

const keyOf = <K extends string, V>(table: Readonly<Record<K, V>>, value: unknown): K | undefined =>
  (Object.keys(table) as K[]).find((key) => table[key] === value);

export function validationToFile(sheet: Worksheet, rules: readonly ISheetDataValidationRule[]): void {
  for (const rule of rules) {
    const written = ruleToFile(rule);
    if (!written) continue;
    for (const range of rule.ranges) sheet.dataValidations.add(formatRect(rectOf(range)), written);
  }
}

function ruleToFile(rule: ISheetDataValidationRule): DataValidation | null {
  const type = keyOf(KINDS, rule.type);
  if (!type) return null;
  const formula = (text: string) =>
    text.startsWith('=') ? text.slice(1) : type === 'list' ? `"${text.replaceAll('"', '""')}"` : text;
  const formulae = [rule.formula1, rule.formula2].flatMap((each) =>
    each === undefined ? [] : [formula(each)],
  );
  return {
    type,
    formulae,
    ...(rule.operator && { operator: rule.operator as 'between' }),
    allowBlank: rule.allowBlank !== false,
    showErrorMessage: rule.showErrorMessage !== false,
    errorStyle: keyOf(ALERTS, rule.errorStyle) ?? 'stop',
    ...(rule.error && { error: rule.error }),
    ...(rule.errorTitle && { errorTitle: rule.errorTitle }),
    ...(rule.prompt && { prompt: rule.prompt, showInputMessage: rule.showInputMessage !== false }),
    ...(rule.promptTitle && { promptTitle: rule.promptTitle }),
  };
}

/** Null in the place of a rule of a kind that is not enforced here. */
export function validationFromFile(sheet: Worksheet): (ISheetDataValidationRule | null)[] {
  return Object.entries(sheet.dataValidations.model).map(([address, rule], at) => {
    const ranges = address
      .replace(/^range:/, '')
      .split(' ')
      .flatMap((each) => {
        const area = parseRect(each);
        return area ? [rangeOf(area)] : [];
      });
    const own = rule && ruleFromFile(rule);
    return own ? { ...own, uid: `validation${at + 1}`, ranges } : null;
  });
}

function ruleFromFile(rule: DataValidation): Omit<ISheetDataValidationRule, 'uid' | 'ranges'> | null {
  if (rule.type === 'any' || rule.type === 'date') return null;
  const isList = rule.type === 'list';
  const formula = (value: string | number | Date | undefined): string | undefined => {
    const text = String(value ?? '');
    if (text === '') return undefined;
    const choices = isList ? /^"(.*)"$/s.exec(text) : null;
    if (choices) return choices[1].replaceAll('""', '"');
    return Number.isNaN(Number(text)) ? `=${text}` : text;
  };
  const [formula1, formula2] = rule.formulae.map(formula);
  return {
    type: KINDS[rule.type],
    formula1,
    ...(formula2 !== undefined && { formula2 }),
    ...(rule.operator && { operator: rule.operator as ISheetDataValidationRule['operator'] }),
    ...(isList && { showDropDown: true, renderMode: DataValidationRenderMode.ARROW }),
    allowBlank: rule.allowBlank === true,
    showErrorMessage: rule.showErrorMessage === true,
    errorStyle: ALERTS[(rule.errorStyle ?? 'stop') as keyof typeof ALERTS] ?? ALERTS.stop,
    error: rule.error ?? '',
    errorTitle: rule.errorTitle ?? '',
    ...(rule.prompt && { prompt: rule.prompt, showInputMessage: rule.showInputMessage === true }),
    ...(rule.promptTitle && { promptTitle: rule.promptTitle }),
  };
}
