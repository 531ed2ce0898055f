/** The members of conditional formats. */
import { rangeOf, rectOf } from '../../grid/ranges';
import { invalidArgument, itemNotFound, otherFormatType } from '../../host/errors';
import { type ExcelObject, membersOf } from '../../host/excelObject';
import { kindOf, truth, whole } from '../arguments';
import { collectionMembers } from '../collection';
import { Range } from '../ranges/range';
import { RangeAreas } from '../ranges/rangeAreas';
import { CellValueConditionalFormat } from './cellValue';
import { ColorScaleConditionalFormat } from './colorScale';
import {
  ConditionalFormat,
  ConditionalFormatCollection,
  KINDS,
  LACKING_KINDS,
  type Kind,
} from './conditionalFormat';
import { CustomConditionalFormat } from './custom';
import { DataBarConditionalFormat } from './dataBar';

const collection = collectionMembers(ConditionalFormatCollection, 'ConditionalFormatCollection', {
  methods: {
    Add: (self, type) =>
      add(self, kindOf(type, KINDS, LACKING_KINDS, 'conditional formats', 'ConditionalFormatCollection.add')),
    ClearAll: ({ rules, areas }) => rules.clear(areas),
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
    DataBar: DataBarConditionalFormat.initial,
  }[kind];
  const ranges = self.ranges.map(({ book, sheetId, area }) =>
    rangeOf(book.grid.present(sheetId, area) ?? area),
  );
  self.rules.add({ cfId, ranges, stopIfTrue: false, rule });
  return self.open(cfId);
}

/** The part of a format that belongs to its type; another type's part does not exist. */
const part =
  (kind: Kind, make: (format: ConditionalFormat) => ExcelObject) => (format: ConditionalFormat) => {
    if (format.kind !== kind) throw otherFormatType(kind);
    return make(format);
  };

const format = membersOf(ConditionalFormat, 'ConditionalFormat', {
  scalars: {
    Id: ({ id }) => id,
    // https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat#excel-excel-conditionalformat-priority-member
    Priority: {
      get: ({ priority }) => priority,
      set: (self, value) => {
        self.priority = whole(value, 'ConditionalFormat.priority', Number.MIN_SAFE_INTEGER);
      },
    },
    /** A colour scale has none: it reads as null. */
    StopIfTrue: {
      get: ({ kind, rule }) => (kind === 'ColorScale' ? null : rule.stopIfTrue),
      set: (self, value) => {
        const location = 'ConditionalFormat.stopIfTrue';
        if (self.kind === 'ColorScale') throw invalidArgument(location);
        self.change({ stopIfTrue: truth(value, location) });
      },
    },
    Type: ({ kind }) => kind,
  },
  objects: {
    ColorScale: part('ColorScale', (self) => new ColorScaleConditionalFormat(self)),
    Custom: part('Custom', (self) => new CustomConditionalFormat(self)),
    CellValue: part('CellValue', (self) => new CellValueConditionalFormat(self)),
    DataBar: part('DataBar', (self) => new DataBarConditionalFormat(self)),
  },
  methods: {
    Delete: (self) => self.remove(),
    GetRange: (self) => {
      const { ranges } = rangesOf(self);
      if (ranges.length > 1) throw itemNotFound('ConditionalFormat.getRange');
      return ranges[0];
    },
    GetRangeOrNullObject: (self) => {
      const { ranges } = rangesOf(self);
      return ranges.length > 1 ? null : ranges[0];
    },
    GetRanges: rangesOf,
  },
});

function rangesOf({ ranges: [{ book, sheetId }], rule }: ConditionalFormat): RangeAreas {
  return new RangeAreas(rule.ranges.map((range) => new Range(book, sheetId, rectOf(range))));
}

export const conditionalFormatMembers = [collection, format];
