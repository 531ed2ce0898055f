/** The rows of a table, without its header. */
import { Rect } from '../../addresses/rect';
import { invalidArgument } from '../../host/errors';
import { type Argument, ExcelObject, membersOf } from '../../host/excelObject';
import { json, whole } from '../arguments';
import { usedArea } from '../cells/usedArea';
import { COUNT, Collection, collectionMembers } from '../collection';
import { deleteCells, insertCells } from '../ranges/actions';
import { checkContent, readValues, writeContent } from '../ranges/content';
import { Range } from '../ranges/range';
import type { Table } from './table';

export class TableRowCollection extends Collection<TableRow> {
  constructor(readonly table: Table) {
    super();
  }
  get list(): TableRow[] {
    const { area, showHeaders } = this.table.record;
    return Array.from(
      { length: area.rows - Number(showHeaders) },
      (_, index) => new TableRow(this.table, index),
    );
  }
}

class TableRow extends ExcelObject {
  constructor(
    readonly table: Table,
    readonly index: number,
  ) {
    super();
  }
  get range(): Range {
    const { body } = this.table;
    return body.at(body.area.rowAt(this.index), 'TableRow');
  }
}

/** Inserts rows before `index`, or at the end; cells below are shifted if there are any. */
function add({ table, list }: TableRowCollection, index: Argument, values: Argument): TableRow {
  const location = 'TableRowCollection.add';
  const count = list.length;
  const at = index === undefined || index === null || index === -1 ? count : whole(index, location);
  if (at > count) throw invalidArgument(location);
  const input = json(values);
  const rows = Array.isArray(input) ? input.length : 1;
  const { book, record } = table;
  const { area: before, sheetId, showHeaders } = record;
  const place = new Rect(before.row + Number(showHeaders) + at, before.column, rows, before.columns);
  const added = new Range(book, sheetId, place);
  if (input !== null) checkContent(added, input, location);
  const isInTheWay = at < count || usedArea(book.grid, sheetId, place, true) !== null;
  if (isInTheWay) insertCells(added, 'Down');
  table.resize(before.resized(Math.max(before.rows + rows, place.lastRow - before.row + 1), before.columns));
  if (at < count) table.change({});
  if (input !== null) writeContent(added, input, location);
  return new TableRow(table, at);
}

function remove({ table, range }: TableRow): void {
  const { area: before } = table.record;
  deleteCells(range, 'Up');
  table.resize(before.resized(before.rows - 1, before.columns));
  table.change({});
}

export const tableRowMembers = [
  collectionMembers(TableRowCollection, 'TableRowCollection', { scalars: COUNT, methods: { Add: add } }),
  membersOf(TableRow, 'TableRow', {
    scalars: {
      Index: ({ index }) => index,
      Values: {
        get: ({ range }) => readValues(range),
        set: ({ range }, values) => writeContent(range, values, 'TableRow.values'),
      },
    },
    methods: { Delete: remove, GetRange: ({ range }) => range },
  }),
];
