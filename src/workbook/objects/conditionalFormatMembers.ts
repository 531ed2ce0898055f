/** The members of conditional formats. */
import { areaOf, rangeOf } from '../grid/grid';
import { ExcelError, itemNotFound } from '../host/errors';
import { type ExcelObject, membersOf } from '../host/excelObject';
import { number, oneOf, truth, whole } from './arguments';
import { CellValueConditionalFormat } from './cellValueRule';
import { ColorScaleConditionalFormat } from './colorScale';
import { ConditionalFormat, ConditionalFormatCollection, KINDS, type Kind } from './conditionalFormat';
import { CustomConditionalFormat } from './customRule';
import { Range, areasIn } from './range';
import { RangeAreas } from './rangeAreas';

const collectionMembers = membersOf(ConditionalFormatCollection, 'ConditionalFormatCollection', {
  items: (self) => self.list,
  item: (self, key) => self.list.find((format) => format.id === key) ?? null,
  methods: {
    Add: (self, type) => add(self, oneOf(type, KINDS, 'ConditionalFormatCollection.add')),
    ClearAll: (self) => self.rules.clear(areasIn(self.ranges)),
    GetCount: (self) => self.list.length,
    GetItemAt: (self, index) => {
      const found = self.list[whole(index, 'ConditionalFormatCollection.getItemAt')];
      if (!found) throw itemNotFound('ConditionalFormatCollection.getItemAt');
      return found;
    },
    GetItemOrNullObject: (self, key) => self.list.find((format) => format.id === key) ?? null,
  },
});

let nextId = 1;

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

const ownMembers = membersOf(ConditionalFormat, 'ConditionalFormat', {
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

export const conditionalFormatMembers = [collectionMembers, ownMembers];
