/** The members of worksheets. */
import { BooleanNumber } from '@univerjs/core';
import {
  SetTabColorMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import { Rect } from '../../addresses/rect';
import { type Argument, membersOf } from '../../host/excelObject';
import { color, text, truth, whole } from '../arguments';
import { ChartCollection } from '../charts/chart';
import { NamedItemCollection } from '../names/namedItem';
import { WorksheetProtection } from '../protection/members';
import { Range } from '../ranges/range';
import { ShapeCollection } from '../shapes/shape';
import { TableCollection } from '../tables/table';
import { activate, checkSheetName, removeSheet } from './actions';
import { WorksheetFreezePanes } from './freezePanes';
import { rangeAreasByAddress, rangeByAddress } from './rangeByAddress';
import { refuseVeryHidden, setVisibility, visibilityOf } from './visibility';
import { Worksheet } from './worksheet';

const members = membersOf(Worksheet, 'Worksheet', {
  scalars: {
    Id: ({ id }) => id,
    Name: {
      get: ({ sheet }) => sheet.getName(),
      set: (self, name) => rename(self, text(name, 'Worksheet.name')),
    },
    Position: {
      get: ({ position }) => position,
      set: (self, to) => move(self, whole(to, 'Worksheet.position')),
    },
    Visibility: {
      get: ({ sheet }) => visibilityOf(sheet),
      set: setVisibility,
    },
    TabColor: {
      get: ({ sheet }) => sheet.getTabColor() ?? '',
      set: (self, value) =>
        self.set(SetTabColorMutation.id, { color: value === '' ? '' : color(value, 'Worksheet.tabColor') }),
    },
    ShowGridlines: ({ sheet }) => !sheet.hasHiddenGridlines(),
    Gridlines: { set: (self, value) => showGridlines(self, truth(value, 'Worksheet.showGridlines')) },
  },
  objects: {
    Charts: ({ book, id }) => new ChartCollection(book, id),
    FreezePanes: (self) => new WorksheetFreezePanes(self),
    Names: ({ book, id }) => new NamedItemCollection(book, id),
    Protection: ({ book, id }) => new WorksheetProtection(book, id),
    Shapes: ({ book, id }) => new ShapeCollection(book, id),
    Tables: ({ book, id }) => new TableCollection(book, id),
  },
  methods: {
    Activate: ({ book, id }) => activate(book.grid, id),
    Delete: (self) => {
      refuseVeryHidden(self);
      removeSheet(self.book, self.id);
    },
    GetCell: (self, row, column) => rangeAt(self, row, column, 1, 1, 'Worksheet.getCell'),
    GetRange: (self, address) => rangeByAddress(self, address, 'Worksheet.getRange'),
    GetRangeByIndexes: (self, row, column, rows, columns) =>
      rangeAt(self, row, column, rows, columns, 'Worksheet.getRangeByIndexes'),
    GetRanges: (self, address) => rangeAreasByAddress(self, address),
    GetUsedRange: (self, valuesOnly) =>
      allOf(self).inUse(valuesOnly, 'Worksheet.getUsedRange') ??
      allOf(self).at(Rect.WHOLE_SHEET.firstCell, 'Worksheet.getUsedRange'),
    GetUsedRangeOrNullObject: (self, valuesOnly) =>
      allOf(self).inUse(valuesOnly, 'Worksheet.getUsedRangeOrNullObject'),
  },
  events: [
    'DataChangedEvent',
    'SelectionChangedEvent',
    'ActivatedEvent',
    'DeactivatedEvent',
    'ColumnSortedEvent',
    'RowSortedEvent',
  ],
});

const allOf = ({ book, id }: Worksheet) => new Range(book, id, Rect.WHOLE_SHEET);

function rename(self: Worksheet, name: string): void {
  checkSheetName(self.book.grid, name, self.id, 'Worksheet.name');
  const { grid } = self.book;
  grid.restructure(self.id, () =>
    grid.commands.syncExecuteCommand(SetWorksheetNameCommand.id, {
      unitId: grid.unitId,
      subUnitId: self.id,
      name,
    }),
  );
}

function move(self: Worksheet, to: number): void {
  const last = self.book.grid.workbook.getSheets().length - 1;
  self.set(SetWorksheetOrderMutation.id, { fromOrder: self.position, toOrder: Math.min(to, last) });
}

function showGridlines(self: Worksheet, on: boolean): void {
  self.set(ToggleGridlinesMutation.id, { showGridlines: on ? BooleanNumber.TRUE : BooleanNumber.FALSE });
}

function rangeAt(
  self: Worksheet,
  row: Argument,
  column: Argument,
  rows: Argument,
  columns: Argument,
  location: string,
): Range {
  const target = new Rect(
    whole(row, location),
    whole(column, location),
    whole(rows, location, 1),
    whole(columns, location, 1),
  );
  return allOf(self).at(target, location);
}

export const worksheetMembers = [members];
