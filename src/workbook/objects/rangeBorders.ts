import {
  BorderStyleTypes,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { type Area, area, lastColumn, lastRow } from '../grid/address';
import { invalidArgument } from '../host/errors';
import { ExcelObject, type Members, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { color, oneOf } from './arguments';
import type { Range } from './range';

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
] as const;
const STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
type Side = (typeof SIDES)[number];
type Weight = (typeof WEIGHTS)[number];
type Line = (typeof STYLES)[number];

export class RangeBorderCollection extends ExcelObject {
  readonly members: Members = collectionMembers;
  constructor(readonly range: Range) {
    super();
  }
}

export class RangeBorder extends ExcelObject {
  readonly members: Members = borderMembers;
  constructor(
    readonly range: Range,
    readonly side: Side,
  ) {
    super();
  }
  override get key() {
    return { Id: this.side };
  }
}

const collectionMembers = membersOf<RangeBorderCollection>('RangeBorderCollection', {
  scalars: { Count: () => SIDES.length },
  items: ({ range }) => SIDES.map((side) => new RangeBorder(range, side)),
  item: ({ range }, key) => new RangeBorder(range, oneOf(key, SIDES, 'RangeBorderCollection.getItem')),
  methods: {
    GetItemAt: ({ range }, index) => {
      const side = typeof index === 'number' ? SIDES[index] : undefined;
      if (!side) throw invalidArgument('RangeBorderCollection.getItemAt');
      return new RangeBorder(range, side);
    },
  },
});

const UNIVER_STYLE: Readonly<Record<Line, (weight: Weight) => BorderStyleTypes>> = {
  None: () => BorderStyleTypes.NONE,
  Continuous: (weight) =>
    ({
      Hairline: BorderStyleTypes.HAIR,
      Thin: BorderStyleTypes.THIN,
      Medium: BorderStyleTypes.MEDIUM,
      Thick: BorderStyleTypes.THICK,
    })[weight],
  Dash: (weight) => (weight === 'Medium' ? BorderStyleTypes.MEDIUM_DASHED : BorderStyleTypes.DASHED),
  DashDot: (weight) => (weight === 'Medium' ? BorderStyleTypes.MEDIUM_DASH_DOT : BorderStyleTypes.DASH_DOT),
  DashDotDot: (weight) =>
    weight === 'Medium' ? BorderStyleTypes.MEDIUM_DASH_DOT_DOT : BorderStyleTypes.DASH_DOT_DOT,
  Dot: () => BorderStyleTypes.DOTTED,
  Double: () => BorderStyleTypes.DOUBLE,
  SlantDashDot: () => BorderStyleTypes.SLANT_DASH_DOT,
};

function excelStyle(type: BorderStyleTypes | undefined): { line: Line; weight: Weight } {
  for (const line of STYLES) {
    const weight = WEIGHTS.find((each) => UNIVER_STYLE[line](each) === type);
    if (weight) return { line, weight: line === 'Continuous' || line.startsWith('Dash') ? weight : 'Thin' };
  }
  return { line: 'None', weight: 'Thin' };
}

const borderMembers = membersOf<RangeBorder>('RangeBorder', {
  scalars: {
    SideIndex: ({ side }) => side,
    Color: {
      get: (border) => lineOf(border)?.cl.rgb?.toUpperCase() ?? '#000000',
      set: (border, value) => draw(border, { color: color(value, 'RangeBorder.color') }),
    },
    Style: {
      get: (border) => excelStyle(lineOf(border)?.s).line,
      set: (border, value) => draw(border, { line: oneOf(value, STYLES, 'RangeBorder.style') }),
    },
    Weight: {
      get: (border) => excelStyle(lineOf(border)?.s).weight,
      set: (border, value) => draw(border, { weight: oneOf(value, WEIGHTS, 'RangeBorder.weight') }),
    },
  },
});

/** Which border of which cells makes up a side of the range. */
function cellsOf({ range, side }: RangeBorder): { cells: Area; edge: 't' | 'b' | 'l' | 'r' } {
  const a = range.area;
  switch (side) {
    case 'EdgeTop':
      return { cells: area(a.row, a.column, 1, a.columns), edge: 't' };
    case 'EdgeBottom':
      return { cells: area(lastRow(a), a.column, 1, a.columns), edge: 'b' };
    case 'EdgeLeft':
      return { cells: area(a.row, a.column, a.rows, 1), edge: 'l' };
    case 'EdgeRight':
      return { cells: area(a.row, lastColumn(a), a.rows, 1), edge: 'r' };
    case 'InsideVertical':
      return { cells: area(a.row, a.column, a.rows, Math.max(0, a.columns - 1)), edge: 'r' };
    case 'InsideHorizontal':
      return { cells: area(a.row, a.column, Math.max(0, a.rows - 1), a.columns), edge: 'b' };
  }
}

function lineOf(border: RangeBorder): Nullable<IBorderStyleData> {
  const { cells, edge } = cellsOf(border);
  border.range.book.grid.flush();
  return borders(border.range.book.grid.style(border.range.sheetId, cells.row, cells.column))?.[edge];
}

const borders = (style: IStyleData): Nullable<IBorderData> => style.bd;

/** Style, weight and colour are set one by one; each keeps what the others said. */
function draw(border: RangeBorder, change: { line?: Line; weight?: Weight; color?: Json }): void {
  const { grid } = border.range.book;
  const { sheetId } = border.range;
  const present = lineOf(border);
  const was = excelStyle(present?.s);
  const line = change.line ?? (was.line === 'None' ? 'Continuous' : was.line);
  const style = UNIVER_STYLE[line](change.weight ?? was.weight);
  const rgb = typeof change.color === 'string' ? change.color : (present?.cl.rgb ?? '#000000');
  const { cells, edge } = cellsOf(border);
  grid.reach(sheetId, border.range.area);
  const target = grid.present(sheetId, cells);
  if (!target) return;
  const bd: IBorderData = { [edge]: line === 'None' ? null : { s: style, cl: { rgb } } };
  for (let row = target.row; row < target.row + target.rows; row++) {
    for (let column = target.column; column < target.column + target.columns; column++) {
      grid.put(sheetId, row, column, { s: { bd } });
    }
  }
}
