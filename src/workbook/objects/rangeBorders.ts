import {
  BorderStyleTypes,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { type Area, area, lastColumn, lastRow } from '../grid/address';
import { invalidArgument } from '../host/errors';
import { ExcelObject, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { color, oneOf } from './arguments';
import type { Cells, Range } from './range';

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
  constructor(readonly ranges: Cells) {
    super();
  }
}

export class RangeBorder extends ExcelObject {
  constructor(
    readonly ranges: Cells,
    readonly side: Side,
  ) {
    super();
  }
  override get key() {
    return { Id: this.side };
  }
}

const collectionMembers = membersOf(RangeBorderCollection, 'RangeBorderCollection', {
  scalars: { Count: () => SIDES.length },
  items: ({ ranges }) => SIDES.map((side) => new RangeBorder(ranges, side)),
  item: ({ ranges }, key) => new RangeBorder(ranges, oneOf(key, SIDES, 'RangeBorderCollection.getItem')),
  methods: {
    GetItemAt: ({ ranges }, index) => {
      const side = typeof index === 'number' ? SIDES[index] : undefined;
      if (!side) throw invalidArgument('RangeBorderCollection.getItemAt');
      return new RangeBorder(ranges, side);
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

const borderMembers = membersOf(RangeBorder, 'RangeBorder', {
  scalars: {
    SideIndex: ({ side }) => side,
    Color: {
      get: (border) => common(border, (line) => line?.cl.rgb?.toUpperCase() ?? '#000000'),
      set: (border, value) => draw(border, { color: color(value, 'RangeBorder.color') }),
    },
    Style: {
      get: (border) => common(border, (line) => excelStyle(line?.s).line),
      set: (border, value) => draw(border, { line: oneOf(value, STYLES, 'RangeBorder.style') }),
    },
    Weight: {
      get: (border) => common(border, (line) => excelStyle(line?.s).weight),
      set: (border, value) => draw(border, { weight: oneOf(value, WEIGHTS, 'RangeBorder.weight') }),
    },
  },
});

/** Which border of which cells makes up a side of a range. */
function cellsOf(a: Area, side: Side): { cells: Area; edge: 't' | 'b' | 'l' | 'r' } {
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

/** What the sides of all ranges have in common, or null. */
function common({ ranges, side }: RangeBorder, read: (line: Nullable<IBorderStyleData>) => string): Json {
  const [first, ...others] = ranges.map((range) => read(lineOf(range, side)));
  return others.every((other) => other === first) ? first : null;
}

function lineOf({ book, sheetId, area: target }: Range, side: Side): Nullable<IBorderStyleData> {
  const { cells, edge } = cellsOf(target, side);
  return borders(book.grid.upcomingStyle(sheetId, cells.row, cells.column))?.[edge];
}

const borders = (style: IStyleData): Nullable<IBorderData> => style.bd;

interface LineChange {
  readonly line?: Line;
  readonly weight?: Weight;
  readonly color?: string;
}

function draw({ ranges, side }: RangeBorder, change: LineChange): void {
  for (const range of ranges) drawSide(range, side, change);
}

/** Style, weight and colour are set one by one; each keeps what the others said. */
function drawSide(range: Range, side: Side, change: LineChange): void {
  const { grid } = range.book;
  const present = lineOf(range, side);
  const was = excelStyle(present?.s);
  const line = change.line ?? (was.line === 'None' ? 'Continuous' : was.line);
  const s = UNIVER_STYLE[line](change.weight ?? was.weight);
  const rgb = change.color ?? present?.cl.rgb ?? '#000000';
  const { cells, edge } = cellsOf(range.area, side);
  grid.reach(range.sheetId, range.area);
  const target = grid.present(range.sheetId, cells);
  const bd: IBorderData = { [edge]: line === 'None' ? null : { s, cl: { rgb } } };
  const patch = { s: { bd } };
  if (target) grid.put(range.sheetId, target, () => patch);
}

export const rangeBorderMembers = [collectionMembers, borderMembers];
