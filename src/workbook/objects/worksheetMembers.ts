/** The members of worksheets. */
import { BooleanNumber } from '@univerjs/core';
import {
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import { WHOLE_SHEET, area, isInsideSheet } from '../grid/address';
import { PIXELS_PER_POINT } from '../grid/measures';
import { invalidArgument } from '../host/errors';
import { type Argument, membersOf } from '../host/excelObject';
import { rangeAreasByAddress, rangeByAddress } from './addressedRange';
import { color, number, oneOf, text, truth, whole } from './arguments';
import { ChartCollection } from './chart';
import { WorksheetFreezePanes } from './freezePanes';
import { NamedItemCollection } from './namedItem';
import { Range } from './range';
import { ShapeCollection } from './shape';
import { activate, checkSheetName, removeSheet } from './sheetActions';
import { TableCollection } from './table';
import { usedArea } from './usedArea';
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
      get: ({ sheet }) => (sheet.isSheetHidden() ? 'Hidden' : 'Visible'),
      set: (self, value) => {
        const hidden =
          oneOf(value, ['Visible', 'Hidden', 'VeryHidden'], 'Worksheet.visibility') !== 'Visible';
        self.set(SetWorksheetHideMutation.id, { hidden: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE });
      },
    },
    TabColor: {
      get: ({ sheet }) => sheet.getTabColor() ?? '',
      set: (self, value) =>
        self.set(SetTabColorMutation.id, { color: value === '' ? '' : color(value, 'Worksheet.tabColor') }),
    },
    ShowGridlines: ({ sheet }) => !sheet.hasHiddenGridlines(),
    Gridlines: { set: (self, value) => showGridlines(self, truth(value, 'Worksheet.showGridlines')) },
    StandardHeight: ({ sheet }) => sheet.getConfig().defaultRowHeight / PIXELS_PER_POINT,
    StandardWidth: {
      get: ({ sheet }) => (sheet.getConfig().defaultColumnWidth - 5) / 7,
      set: ({ sheet }, value) => {
        sheet.getConfig().defaultColumnWidth = number(value, 'Worksheet.standardWidth') * 7 + 5;
      },
    },
  },
  objects: {
    Charts: ({ book, id }) => new ChartCollection(book, id),
    FreezePanes: (self) => new WorksheetFreezePanes(self),
    Names: ({ book, id }) => new NamedItemCollection(book, id),
    Shapes: ({ book, id }) => new ShapeCollection(book, id),
    Tables: ({ book, id }) => new TableCollection(book, id),
  },
  methods: {
    Activate: ({ book, id }) => activate(book.grid, id),
    Calculate: ({ book }) => book.grid.calculation.run(true),
    Delete: ({ book, id }) => removeSheet(book, id),
    GetCell: (self, row, column) => rangeAt(self, row, column, 1, 1, 'Worksheet.getCell'),
    GetRange: (self, address) => rangeByAddress(self, address, 'Worksheet.getRange'),
    GetRangeByIndexes: (self, row, column, rows, columns) =>
      rangeAt(self, row, column, rows, columns, 'Worksheet.getRangeByIndexes'),
    GetRanges: (self, address) => rangeAreasByAddress(self, address),
    GetUsedRange: ({ book, id }, valuesOnly) =>
      new Range(book, id, usedArea(book.grid, id, WHOLE_SHEET, valuesOnly === true) ?? area(0, 0)),
    GetUsedRangeOrNullObject: ({ book, id }, valuesOnly) => {
      const used = usedArea(book.grid, id, WHOLE_SHEET, valuesOnly === true);
      return used && new Range(book, id, used);
    },
    GetNextOrNullObject: (self) => beside(self, 1),
    GetPreviousOrNullObject: (self) => beside(self, -1),
  },
  events: ['DataChangedEvent', 'SelectionChangedEvent', 'ActivatedEvent', 'DeactivatedEvent'],
});

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
  const target = area(
    whole(row, location),
    whole(column, location),
    whole(rows, location, 1),
    whole(columns, location, 1),
  );
  if (!isInsideSheet(target)) throw invalidArgument(location);
  return new Range(self.book, self.id, target);
}

function beside(self: Worksheet, step: number): Worksheet | null {
  const sheet = self.book.grid.workbook.getSheets()[self.position + step];
  return sheet ? new Worksheet(self.book, sheet.getSheetId()) : null;
}

export const worksheetMembers = [members];
