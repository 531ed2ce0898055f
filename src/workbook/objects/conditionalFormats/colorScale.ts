/** Conditional formats that colour cells between the colours of two or three values. */
import {
  CFRuleType,
  CFValueType,
  type IConditionalFormattingRuleConfig,
} from '@univerjs/sheets-conditional-formatting';
import type { Behaviour } from '../../behaviour/behaviour';
import { COLORS } from '../../grid/excelDefaults';
import { invalidArgument } from '../../host/errors';
import { ExcelObject, membersOf } from '../../host/excelObject';
import { type Json, type JsonObject, isObject } from '../../host/wire';
import { color } from '../arguments';
import { type Words, meaningOf, wordFor } from '../words';
import type { ConditionalFormat } from './conditionalFormat';

type Scale = Extract<IConditionalFormattingRuleConfig, { type: CFRuleType.colorScale }>;
type Stop = Scale['config'][number];

const VALUE_TYPES: Words<CFValueType> = {
  LowestValue: CFValueType.min,
  HighestValue: CFValueType.max,
  Number: CFValueType.num,
  Percent: CFValueType.percent,
  Percentile: CFValueType.percentile,
  Formula: CFValueType.formula,
};

export class ColorScaleConditionalFormat extends ExcelObject {
  /** Univer cannot draw a scale without colours; this one shows nothing until its criteria are set. */
  static readonly initial: Scale = {
    type: CFRuleType.colorScale,
    config: [
      { index: 0, color: COLORS.background, value: { type: CFValueType.min } },
      { index: 1, color: COLORS.background, value: { type: CFValueType.max } },
    ],
  };

  constructor(readonly format: ConditionalFormat) {
    super();
  }
  get stops(): Stop[] {
    const { rule } = this.format.rule;
    return rule.type === CFRuleType.colorScale ? rule.config : [];
  }
}

const members = membersOf(ColorScaleConditionalFormat, 'ColorScaleConditionalFormat', {
  scalars: {
    Criteria: {
      get: ({ stops }) => criteriaOf(stops),
      set: ({ format }, value) =>
        format.change({ rule: { type: CFRuleType.colorScale, config: stopsOf(value, format.locale) } }),
    },
    ThreeColorScale: ({ stops }) => stops.length === 3,
  },
});

const LOCATION = 'ColorScaleConditionalFormat.criteria';

function stopsOf(value: Json, locale: Behaviour['locale']): Stop[] {
  if (!isObject(value) || !isObject(value.minimum) || !isObject(value.maximum))
    throw invalidArgument(LOCATION);
  const criteria = isObject(value.midpoint)
    ? [value.minimum, value.midpoint, value.maximum]
    : [value.minimum, value.maximum];
  return criteria.map((criterion, index) => stopOf(criterion, index, locale));
}

function stopOf(criterion: JsonObject, index: number, locale: Behaviour['locale']): Stop {
  const type = meaningOf(VALUE_TYPES, criterion.type);
  if (!type) throw invalidArgument(LOCATION);
  const stop: Stop = { index, color: color(criterion.color ?? null, LOCATION), value: { type } };
  if (type === CFValueType.min || type === CFValueType.max) return stop;
  const limit = String(criterion.formula ?? '').replace(/^=/, '');
  if (type === CFValueType.formula) stop.value.value = `=${limit}`;
  else stop.value.value = numberIn(limit, locale);
  return stop;
}

/** A number, or one with a power of ten behind it: of formulas no others are computed here. */
function numberIn(limit: string, locale: Behaviour['locale']): number {
  const [, number, sign, power] = /^(-?[\d.e+-]+?)(?:([*/])10\^(\d+))?$/.exec(limit) ?? [];
  const hasDecimals = locale === 'decimalComma' && limit.includes('.');
  const value = Number(`${number}${power === undefined ? '' : `e${sign === '/' ? '-' : ''}${power}`}`);
  if (hasDecimals || !Number.isFinite(value)) throw invalidArgument(LOCATION);
  return value;
}

function criteriaOf(stops: readonly Stop[]): Json {
  const [minimum, ...others] = stops.map(criterionOf);
  return others.length === 2
    ? { minimum, midpoint: others[0], maximum: others[1] }
    : { minimum, maximum: others[0] };
}

function criterionOf({ color: shown, value }: Stop): JsonObject {
  const type = wordFor(VALUE_TYPES, value.type) ?? 'LowestValue';
  return { type, color: shown, formula: value.value === undefined ? null : String(value.value) };
}

export const colorScaleMembers = [members];
