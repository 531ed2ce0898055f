/** Conditional formats: colour scales, formulas, comparisons. */
import { CFRuleType, CFSubRuleType } from '@univerjs/sheets-conditional-formatting';
import { rangeOf, areaOf } from '../grid/grid';
import { ExcelError, itemNotFound } from '../host/errors';
import { ExcelObject, type Members, membersOf } from '../host/excelObject';
import { number, oneOf, truth, whole } from './arguments';
import { CellValueConditionalFormat } from './cellValueRule';
import { ColorScaleConditionalFormat } from './colorScale';
import { type Rule, conditionalRules } from './conditionalRules';
import { CustomConditionalFormat } from './customRule';
import { type Cells, Range } from './range';
import { RangeAreas } from './rangeAreas';

const KINDS = ['ColorScale', 'Custom', 'CellValue'] as const;
type Kind = (typeof KINDS)[number];

let nextId = 1;

export class ConditionalFormatCollection extends ExcelObject {
  readonly members: Members = collectionMembers;
  constructor(readonly ranges: Cells) {
    super();
  }
  get rules() {
    return conditionalRules(this.ranges[0].book.grid, this.ranges[0].sheetId);
  }
  get list(): ConditionalFormat[] {
    return this.rules
      .touching(areasOf(this.ranges))
      .map((rule) => new ConditionalFormat(this.ranges, rule.cfId));
  }
}

export class ConditionalFormat extends ExcelObject {
  readonly members: Members = formatMembers;
  constructor(
    readonly ranges: Cells,
    readonly id: string,
  ) {
    super();
  }
  override get key() {
    return { Id: this.id };
  }
  private get rules() {
    return conditionalRules(this.ranges[0].book.grid, this.ranges[0].sheetId);
  }
  get rule(): Rule {
    const rule = this.rules.find(this.id);
    if (!rule) throw itemNotFound('ConditionalFormat');
    return rule;
  }
  get kind(): Kind {
    const { rule } = this.rule;
    if (rule.type === CFRuleType.colorScale) return 'ColorScale';
    return 'subType' in rule && rule.subType === CFSubRuleType.formula ? 'Custom' : 'CellValue';
  }
  change(change: Partial<Rule>): void {
    this.rules.replace({ ...this.rule, ...change });
  }
  remove(): void {
    this.rules.remove(this.id);
  }
  get priority(): number {
    return this.rules.touching(areasOf(this.ranges)).findIndex((rule) => rule.cfId === this.id);
  }
}

const collectionMembers = membersOf<ConditionalFormatCollection>('ConditionalFormatCollection', {
  items: (self) => self.list,
  item: (self, key) => self.list.find((format) => format.id === key) ?? null,
  methods: {
    Add: (self, type) => add(self, oneOf(type, KINDS, 'ConditionalFormatCollection.add')),
    ClearAll: (self) => self.rules.clear(areasOf(self.ranges)),
    GetCount: (self) => self.list.length,
    GetItemAt: (self, index) => {
      const found = self.list[whole(index, 'ConditionalFormatCollection.getItemAt')];
      if (!found) throw itemNotFound('ConditionalFormatCollection.getItemAt');
      return found;
    },
    GetItemOrNullObject: (self, key) => self.list.find((format) => format.id === key) ?? null,
  },
});

/** A new format has no effect until its rule is set. */
function add(self: ConditionalFormatCollection, kind: Kind): ConditionalFormat {
  const cfId = `conditionalFormat${nextId++}`;
  const rule = {
    ColorScale: ColorScaleConditionalFormat.initial,
    Custom: CustomConditionalFormat.initial,
    CellValue: CellValueConditionalFormat.initial,
  }[kind];
  const ranges = self.ranges.map(({ book, sheetId, area }) =>
    rangeOf(book.grid.present(sheetId, area) ?? area),
  );
  self.rules.add({ cfId, ranges, stopIfTrue: false, rule });
  return new ConditionalFormat(self.ranges, cfId);
}

/** The part of a format that belongs to its type; another type's part does not exist. */
const part = (kind: Kind, make: (format: ConditionalFormat) => ExcelObject) => ({
  orThrow: (format: ConditionalFormat) => {
    if (format.kind !== kind) {
      throw new ExcelError(
        'InvalidOperation',
        `This conditional format is not of the type ${kind}.`,
        'ConditionalFormat',
      );
    }
    return make(format);
  },
  orNull: (format: ConditionalFormat) => (format.kind === kind ? make(format) : null),
});
const colorScale = part('ColorScale', (format) => new ColorScaleConditionalFormat(format));
const custom = part('Custom', (format) => new CustomConditionalFormat(format));
const cellValue = part('CellValue', (format) => new CellValueConditionalFormat(format));

const formatMembers = membersOf<ConditionalFormat>('ConditionalFormat', {
  scalars: {
    Id: ({ id }) => id,
    Type: ({ kind }) => kind,
    Priority: {
      get: ({ priority }) => priority,
      set: (_, value) => void number(value, 'ConditionalFormat.priority'),
    },
    StopIfTrue: {
      get: (format) => (format.kind === 'ColorScale' ? null : format.rule.stopIfTrue),
      set: (format, value) => format.change({ stopIfTrue: truth(value, 'ConditionalFormat.stopIfTrue') }),
    },
  },
  objects: {
    ColorScale: colorScale.orThrow,
    ColorScaleOrNullObject: colorScale.orNull,
    Custom: custom.orThrow,
    CustomOrNullObject: custom.orNull,
    CellValue: cellValue.orThrow,
    CellValueOrNullObject: cellValue.orNull,
  },
  methods: {
    Delete: (format) => format.remove(),
    GetRange: (format) => {
      const areas = areasOfFormat(format);
      if (areas.ranges.length > 1) throw itemNotFound('ConditionalFormat.getRange');
      return areas.ranges[0];
    },
    GetRangeOrNullObject: (format) => {
      const areas = areasOfFormat(format);
      return areas.ranges.length > 1 ? null : areas.ranges[0];
    },
    GetRanges: (format) => areasOfFormat(format),
  },
});

function areasOfFormat({ ranges: [{ book, sheetId }], rule }: ConditionalFormat): RangeAreas {
  return new RangeAreas(rule.ranges.map((range) => new Range(book, sheetId, areaOf(range))));
}

const areasOf = (ranges: Cells) => ranges.map(({ area }) => area);
