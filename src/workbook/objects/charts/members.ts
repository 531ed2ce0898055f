/** The members of charts. */
import { placeOf } from '../../grid/measures';
import { typeNotDrawn } from '../../host/errors';
import { type Argument, membersOf } from '../../host/excelObject';
import { number, oneOf, text } from '../arguments';
import { COUNT, collectionMembers } from '../collection';
import { Range } from '../ranges/range';
import { fieldsOf } from '../recordObject';
import { rangeByAddress } from '../worksheets/rangeByAddress';
import { Worksheet } from '../worksheets/worksheet';
import { Chart, ChartCollection } from './chart';
import { ChartAxes, ChartTitle } from './parts';
import { ChartSeriesCollection, sourceFrom } from './series';
import { type ChartRecord, SERIES_BY, type SeriesBy, isDrawn } from './store';

const collection = collectionMembers(ChartCollection, 'ChartCollection', {
  scalars: COUNT,
  methods: {
    Add: (self, type, source, seriesBy) => {
      const location = 'ChartCollection.add';
      const record = self.store.add(
        self.sheetId!,
        chartType(type, location),
        sourceFrom(source, location),
        by(seriesBy, location),
      );
      return self.open(record.id);
    },
  },
});

/** @throws ExcelError NotImplemented for a type that no drawing comes near to */
function chartType(type: Argument, location: string): string {
  const found = text(type, location);
  if (!isDrawn(found)) throw typeNotDrawn('charts', found, location);
  return found;
}

const by = (value: Argument, location: string): SeriesBy => oneOf(value ?? 'Auto', SERIES_BY, location);

const field = fieldsOf<ChartRecord>('Chart');

const chart = membersOf(Chart, 'Chart', {
  scalars: {
    Id: ({ id }) => id,
    Name: field('name', text),
    Left: field('left', number),
    Top: field('top', number),
    Width: field('width', number),
    Height: field('height', number),
  },
  objects: {
    Axes: (self) => new ChartAxes(self),
    Series: (self) => new ChartSeriesCollection(self),
    Title: (self) => new ChartTitle(self),
  },
  methods: {
    Delete: ({ store, record }) => store.remove(record),
    SetPosition: setPosition,
  },
});

/** From the top left corner of one cell to the bottom right corner of another. */
function setPosition(self: Chart, start: Argument, end: Argument): void {
  const worksheet = new Worksheet(self.book, self.record.sheetId);
  const cell = (value: Argument) =>
    value instanceof Range ? value.area : rangeByAddress(worksheet, value, 'Chart.setPosition').area;
  const from = cell(start);
  const isMoved = end === undefined || end === null;
  const { left, top, width, height } = placeOf(worksheet.sheet, isMoved ? from : from.union(cell(end)));
  self.change(isMoved ? { left, top } : { left, top, width, height });
}

export const chartMembers = [collection, chart];
