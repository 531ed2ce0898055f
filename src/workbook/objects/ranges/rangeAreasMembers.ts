/** The members of RangeAreas, and of the collection of its ranges. */
import { type Argument, membersOf } from '../../host/excelObject';
import { oneOf, wholeOr } from '../arguments';
import { collectionMembers, existing } from '../collection';
import { ConditionalFormatCollection } from '../conditionalFormats/conditionalFormat';
import { RangeFormat } from '../formats/rangeFormat';
import { DataValidation } from '../validation/dataValidation';
import { Worksheet } from '../worksheets/worksheet';
import { CLEARED, clearRange } from './actions';
import { areaArgument } from './range';
import { RangeAreas, RangeCollection } from './rangeAreas';

const areas = membersOf(RangeAreas, 'RangeAreas', {
  scalars: {
    Address: ({ address }) => address,
    AddressLocal: ({ address }) => address,
    AreaCount: ({ ranges }) => ranges.length,
    CellCount: ({ cellCount }) => cellCount,
    IsEntireColumn: ({ ranges }) => ranges.every(({ area }) => area.isWholeColumns),
    IsEntireRow: ({ ranges }) => ranges.every(({ area }) => area.isWholeRows),
  },
  objects: {
    Areas: ({ ranges }) => new RangeCollection(ranges),
    ConditionalFormats: ({ ranges }) => new ConditionalFormatCollection(ranges),
    DataValidation: ({ ranges }) => new DataValidation(ranges),
    Format: ({ ranges }) => new RangeFormat(ranges),
    Worksheet: ({ ranges: [{ book, sheetId }] }) => new Worksheet(book, sheetId),
  },
  methods: {
    Clear: ({ ranges }, what) => {
      const chosen = oneOf(what ?? 'All', CLEARED, 'RangeAreas.clear');
      for (const range of ranges) clearRange(range, chosen);
    },
    GetEntireColumn: (self) =>
      self.map((range) => range.at(range.area.entireColumns, 'RangeAreas.getEntireColumn'))!,
    GetEntireRow: (self) => self.map((range) => range.at(range.area.entireRows, 'RangeAreas.getEntireRow'))!,
    GetIntersection: (self, other) =>
      existing(common(self, other, 'RangeAreas.getIntersection'), 'RangeAreas.getIntersection'),
    GetIntersectionOrNullObject: (self, other) =>
      common(self, other, 'RangeAreas.getIntersectionOrNullObject'),
    GetOffsetRangeAreas: (self, rows, columns) => {
      const location = 'RangeAreas.getOffsetRangeAreas';
      const [down, right] = [wholeOr(rows, 0, location), wholeOr(columns, 0, location)];
      return self.map((range) => range.at(range.area.offset(down, right), location))!;
    },
    GetUsedRangeAreas: (self, valuesOnly) =>
      existing(used(self, valuesOnly, 'RangeAreas.getUsedRangeAreas'), 'RangeAreas.getUsedRangeAreas'),
    GetUsedRangeAreasOrNullObject: (self, valuesOnly) =>
      used(self, valuesOnly, 'RangeAreas.getUsedRangeAreasOrNullObject'),
  },
});

function common(self: RangeAreas, other: Argument, location: string): RangeAreas | null {
  const others: readonly Argument[] = other instanceof RangeAreas ? other.ranges : [other];
  const targets = others.map((each) => areaArgument(self.ranges[0], each, location));
  return self.map((range) =>
    targets.map((target) => range.within(target, location)).filter((each) => each !== null),
  );
}

const used = (self: RangeAreas, valuesOnly: Argument, location: string) =>
  self.map((range) => range.inUse(valuesOnly, location));

export const rangeAreasMembers = [areas, collectionMembers(RangeCollection, 'RangeCollection')];
