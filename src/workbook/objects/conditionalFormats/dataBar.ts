/** Conditional formats that draw a bar behind each number. */
import {
  CFRuleType,
  CFValueType,
  type IConditionalFormattingRuleConfig,
} from '@univerjs/sheets-conditional-formatting';
import { COLORS } from '../../grid/excelDefaults';
import { invalidArgument } from '../../host/errors';
import { ExcelObject, membersOf } from '../../host/excelObject';
import { type Json, type JsonObject, isObject } from '../../host/wire';
import { color, kindOf } from '../arguments';
import type { ConditionalFormat } from './conditionalFormat';

type Bars = Extract<IConditionalFormattingRuleConfig, { type: CFRuleType.dataBar }>;
type Bound = Bars['config']['min'];

const BOUNDS = ['LowestValue', 'HighestValue', 'Number'] as const;
const LACKING_BOUNDS = ['Automatic', 'Percent', 'Percentile', 'Formula'];

export class DataBarConditionalFormat extends ExcelObject {
  /** Invisible until it gets a colour. Bars fade out, as Excel's do unless they are told not to, which files here do not keep. */
  static readonly initial: Bars = {
    type: CFRuleType.dataBar,
    isShowValue: true,
    config: {
      min: { type: CFValueType.min },
      max: { type: CFValueType.max },
      isGradient: true,
      positiveColor: COLORS.background,
      nativeColor: COLORS.background,
    },
  };

  constructor(readonly format: ConditionalFormat) {
    super();
  }
  get rule(): Bars {
    return this.format.rule.rule as Bars;
  }
  change(config: Partial<Bars['config']>): void {
    const { rule } = this;
    this.format.change({ rule: { ...rule, config: { ...rule.config, ...config } } });
  }
}

/** The bars of numbers above 0. */
class DataBarPositiveFormat extends ExcelObject {
  constructor(readonly bars: DataBarConditionalFormat) {
    super();
  }
}

const members = membersOf(DataBarConditionalFormat, 'DataBarConditionalFormat', {
  scalars: {
    LowerBoundRule: {
      get: ({ rule }) => excelBound(rule.config.min),
      set: (self, value) =>
        self.change({ min: univerBound(value, 'DataBarConditionalFormat.lowerBoundRule') }),
    },
    UpperBoundRule: {
      get: ({ rule }) => excelBound(rule.config.max),
      set: (self, value) =>
        self.change({ max: univerBound(value, 'DataBarConditionalFormat.upperBoundRule') }),
    },
  },
  objects: { PositiveFormat: (self) => new DataBarPositiveFormat(self) },
});

const positiveMembers = membersOf(DataBarPositiveFormat, 'ConditionalDataBarPositiveFormat', {
  scalars: {
    FillColor: {
      get: ({ bars }) => bars.rule.config.positiveColor,
      set: ({ bars }, value) => {
        const fill = color(value, 'ConditionalDataBarPositiveFormat.fillColor');
        bars.change({ positiveColor: fill, nativeColor: fill });
      },
    },
  },
});

function excelBound({ type, value }: Bound): JsonObject {
  if (type === CFValueType.num) return { type: 'Number', formula: `=${value}` };
  return { type: type === CFValueType.min ? 'LowestValue' : 'HighestValue' };
}

function univerBound(rule: Json, location: string): Bound {
  if (!isObject(rule)) throw invalidArgument(location);
  const kind = kindOf(rule.type ?? null, BOUNDS, LACKING_BOUNDS, 'bounds of data bars', location);
  if (kind !== 'Number') return { type: kind === 'LowestValue' ? CFValueType.min : CFValueType.max };
  const value = Number(String(rule.formula ?? '').replace(/^=/, '') || NaN);
  if (!Number.isFinite(value)) throw invalidArgument(location);
  return { type: CFValueType.num, value };
}

export const dataBarMembers = [members, positiveMembers];
