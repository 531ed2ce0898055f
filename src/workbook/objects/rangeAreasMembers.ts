/** The members of RangeAreas, and of the collection of its ranges. */
import { MAX_COLUMNS, MAX_ROWS, area, intersection, isWholeColumns, isWholeRows } from '../grid/address';
import { invalidArgument, itemNotFound } from '../host/errors';
import { type Argument, ExcelObject, membersOf } from '../host/excelObject';
import { oneOf, wholeOr } from './arguments';
import { ConditionalFormatCollection } from './conditionalFormat';
import { DataValidation } from './dataValidation';
import { type Cells, areaArgument } from './range';
import { CLEARED, clearRange } from './rangeActions';
import { RangeAreas } from './rangeAreas';
import { RangeFormat } from './rangeFormat';
import { usedArea } from './usedArea';
import { Worksheet } from './worksheet';

class RangeCollection extends ExcelObject {
  constructor(readonly ranges: Cells) {
    super();
  }
}

const members = membersOf(RangeAreas, 'RangeAreas', {
  scalars: {
    Address: ({ address }) => address,
    AddressLocal: ({ address }) => address,
    AreaCount: ({ ranges }) => ranges.length,
    CellCount: (areas) => areas.cellCount,
    IsEntireColumn: ({ ranges }) => ranges.every((range) => isWholeColumns(range.area)),
    IsEntireRow: ({ ranges }) => ranges.every((range) => isWholeRows(range.area)),
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
    GetEntireColumn: (areas) =>
      areas.map((range) =>
        range.at(area(0, range.area.column, MAX_ROWS, range.area.columns), 'RangeAreas.getEntireColumn'),
      ),
    GetEntireRow: (areas) =>
      areas.map((range) =>
        range.at(area(range.area.row, 0, range.area.rows, MAX_COLUMNS), 'RangeAreas.getEntireRow'),
      ),
    GetIntersection: (areas, other) => {
      const common = intersected(areas, other, 'RangeAreas.getIntersection');
      if (!common) throw itemNotFound('RangeAreas.getIntersection');
      return common;
    },
    GetIntersectionOrNullObject: (areas, other) =>
      intersected(areas, other, 'RangeAreas.getIntersectionOrNullObject'),
    GetOffsetRangeAreas: (areas, rows, columns) => {
      const location = 'RangeAreas.getOffsetRangeAreas';
      const down = wholeOr(rows, 0, location);
      const right = wholeOr(columns, 0, location);
      return areas.map((range) => range.offset(down, right, range.area.rows, range.area.columns, location));
    },
    GetUsedRangeAreas: (areas, valuesOnly) => {
      const used = usedAreas(areas, valuesOnly === true);
      if (!used) throw itemNotFound('RangeAreas.getUsedRangeAreas');
      return used;
    },
    GetUsedRangeAreasOrNullObject: (areas, valuesOnly) => usedAreas(areas, valuesOnly === true),
  },
});

const collectionMembers = membersOf(RangeCollection, 'RangeCollection', {
  items: ({ ranges }) => [...ranges],
  methods: {
    GetCount: ({ ranges }) => ranges.length,
    GetItemAt: ({ ranges }, index) => {
      const range = typeof index === 'number' ? ranges[index] : undefined;
      if (!range) throw invalidArgument('RangeCollection.getItemAt');
      return range;
    },
  },
});

const some = (ranges: Cells) => (ranges.length > 0 ? new RangeAreas(ranges) : null);

function intersected({ ranges }: RangeAreas, other: Argument, location: string): RangeAreas | null {
  const targets =
    other instanceof RangeAreas
      ? other.ranges.map((range) => areaArgument(ranges[0], range, location))
      : [areaArgument(ranges[0], other, location)];
  const common = ranges.flatMap((range) =>
    targets.flatMap((target) => {
      const shared = intersection(range.area, target);
      return shared ? [range.at(shared, location)] : [];
    }),
  );
  return some(common);
}

function usedAreas({ ranges }: RangeAreas, valuesOnly: boolean): RangeAreas | null {
  const used = ranges.flatMap((range) => {
    const found = usedArea(range.book.grid, range.sheetId, range.area, valuesOnly);
    return found ? [range.at(found, 'RangeAreas.getUsedRangeAreas')] : [];
  });
  return some(used);
}

export const rangeAreasMembers = [members, collectionMembers];
