/**
 * Data validation: converts between Excel's rules and those of Univer, which stores, moves and draws them.
 */
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import { invalidArgument } from '../../host/errors';
import { type Json, type JsonObject, isObject } from '../../host/wire';
import { type Words, meaningOf, wordFor } from '../words';

/** A rule without the cells it applies to. */
export type Validation = Omit<ISheetDataValidationRule, 'uid' | 'ranges'>;

export const NO_VALIDATION: Validation = { type: DataValidationType.ANY, allowBlank: true };

interface Kind {
  readonly excel: string;
  readonly univer: DataValidationType;
}

/** By the name of Excel's property for the rule. */
const KINDS: Readonly<Record<string, Kind>> = {
  wholeNumber: { excel: 'WholeNumber', univer: DataValidationType.WHOLE },
  decimal: { excel: 'Decimal', univer: DataValidationType.DECIMAL },
  textLength: { excel: 'TextLength', univer: DataValidationType.TEXT_LENGTH },
  list: { excel: 'List', univer: DataValidationType.LIST },
  custom: { excel: 'Custom', univer: DataValidationType.CUSTOM },
};

/** Univer reads dates differently from Excel; such rules are stored and returned, but not enforced. */
const KEPT: Readonly<Record<string, string>> = { date: 'Date', time: 'Time' };

const OPERATORS: Words<DataValidationOperator> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const ALERTS: Words<DataValidationErrorStyle> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

const RULE = 'DataValidation.rule';

/** `rangeText` makes a formula from a range given as an object. */
export function ruleFromExcel(rule: Json, rangeText: (value: Json) => string | null): Validation {
  const [name, ...others] = isObject(rule) ? Object.keys(rule).filter((key) => rule[key] !== null) : [];
  const body = isObject(rule) && name !== undefined ? rule[name] : null;
  if (others.length > 0 || !isObject(body)) throw invalidArgument(RULE);
  if (Object.hasOwn(KEPT, name)) return { type: DataValidationType.ANY, bizInfo: { kept: rule } as object };
  if (!Object.hasOwn(KINDS, name)) throw invalidArgument(RULE);
  const type = KINDS[name].univer;
  const operand = (value: Json | undefined) => rangeText(value ?? null) ?? operandFrom(value);
  if (type === DataValidationType.LIST) return listFrom(body, rangeText);
  if (type === DataValidationType.CUSTOM) return { type, formula1: formulaFrom(body.formula) };
  const operator = meaningOf(OPERATORS, body.operator);
  if (!operator) throw invalidArgument(RULE);
  const isTwofold =
    operator === DataValidationOperator.BETWEEN || operator === DataValidationOperator.NOT_BETWEEN;
  return {
    type,
    operator,
    formula1: operand(body.formula1),
    ...(isTwofold && { formula2: operand(body.formula2) }),
  };
}

function listFrom(body: JsonObject, rangeText: (value: Json) => string | null): Validation {
  const source = rangeText(body.source) ?? body.source;
  if (typeof source !== 'string' || source === '') throw invalidArgument(RULE);
  const hasArrow = body.inCellDropDown !== false;
  return {
    type: DataValidationType.LIST,
    formula1: source.startsWith('=')
      ? source
      : source
          .split(',')
          .map((item) => item.trim())
          .join(','),
    showDropDown: hasArrow,
    renderMode: hasArrow ? DataValidationRenderMode.ARROW : DataValidationRenderMode.TEXT,
  };
}

function operandFrom(value: Json | undefined): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.trim() === '') throw invalidArgument(RULE);
  return value.startsWith('=') && Number.isFinite(Number(value.slice(1))) ? value.slice(1) : value;
}

function formulaFrom(value: Json | undefined): string {
  if (typeof value !== 'string' || value === '') throw invalidArgument(RULE);
  return value.startsWith('=') ? value : `=${value}`;
}

/** In the form that Excel returns: operands are always formulas. */
export function ruleToExcel(validation: Validation): Json {
  const { type, formula1 = '', formula2, operator, showDropDown } = validation;
  const kept = keptOf(validation);
  if (kept) return kept;
  const name = Object.keys(KINDS).find((key) => KINDS[key].univer === type);
  if (!name) return {};
  if (type === DataValidationType.LIST)
    return { list: { inCellDropDown: showDropDown !== false, source: formula1 } };
  if (type === DataValidationType.CUSTOM) return { custom: { formula: formula1 } };
  const formula = (text: string) => (text.startsWith('=') ? text : `=${text}`);
  return {
    [name]: {
      formula1: formula(formula1),
      ...(formula2 !== undefined && { formula2: formula(formula2) }),
      operator: wordFor(OPERATORS, operator) ?? 'Between',
    },
  };
}

function keptOf({ bizInfo }: Validation): JsonObject | null {
  const kept = (bizInfo as { kept?: JsonObject } | undefined)?.kept;
  return kept ?? null;
}

export function typeToExcel(validation: Validation): string {
  const kept = keptOf(validation);
  if (kept) return KEPT[Object.keys(kept)[0]];
  return Object.values(KINDS).find(({ univer }) => univer === validation.type)?.excel ?? 'None';
}

const words = (value: Json | undefined) => (typeof value === 'string' ? value : '');

export function alertFromExcel(alert: Json): Partial<Validation> {
  if (!isObject(alert)) throw invalidArgument('DataValidation.errorAlert');
  const style = meaningOf(ALERTS, alert.style ?? 'Stop');
  if (style === undefined) throw invalidArgument('DataValidation.errorAlert');
  return {
    errorStyle: style,
    showErrorMessage: alert.showAlert !== false,
    error: words(alert.message),
    errorTitle: words(alert.title),
  };
}

export const alertToExcel = ({
  errorStyle,
  showErrorMessage,
  error,
  errorTitle,
}: Validation): JsonObject => ({
  message: error ?? '',
  showAlert: showErrorMessage !== false,
  style: wordFor(ALERTS, errorStyle) ?? 'Stop',
  title: errorTitle ?? '',
});

export function promptFromExcel(prompt: Json): Partial<Validation> {
  if (!isObject(prompt)) throw invalidArgument('DataValidation.prompt');
  return {
    showInputMessage: prompt.showPrompt !== false,
    prompt: words(prompt.message),
    promptTitle: words(prompt.title),
  };
}

export const promptToExcel = ({ showInputMessage, prompt, promptTitle }: Validation): JsonObject => ({
  message: prompt ?? '',
  showPrompt: showInputMessage !== false,
  title: promptTitle ?? '',
});
