/** The members of RangeAreas, and of the collection of its ranges. */
import { type Argument, membersOf } from '../../host/excelObject';
import { oneOf } from '../arguments';
import { collectionMembers } from '../collection';
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
    AreaCount: ({ ranges }) => ranges.length,
    CellCount: ({ cellCount }) => cellCount,
    IsEntireColumn: ({ ranges }) => ranges.every(({ area }) => area.isWholeColumns),
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
    GetIntersectionOrNullObject: (self, other) =>
      common(self, other, 'RangeAreas.getIntersectionOrNullObject'),
  },
});

function common(self: RangeAreas, other: Argument, location: string): RangeAreas | null {
  const others: readonly Argument[] = other instanceof RangeAreas ? other.ranges : [other];
  const targets = others.map((each) => areaArgument(self.ranges[0], each, location));
  return self.map((range) =>
    targets.map((target) => range.within(target, location)).filter((each) => each !== null),
  );
}

export const rangeAreasMembers = [areas, collectionMembers(RangeCollection, 'RangeCollection')];
