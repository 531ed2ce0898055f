/** The lines around the cells of a range, and between them. */
import {
  BorderStyleTypes,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { Rect } from '../../addresses/rect';
import { COLORS } from '../../grid/excelDefaults';
import { type Argument, ExcelObject, membersOf } from '../../host/excelObject';
import type { Json } from '../../host/wire';
import { color, kindOf, oneOf } from '../arguments';
import { COUNT, Collection, collectionMembers } from '../collection';
import type { Cells, Range } from '../ranges/range';

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

export class RangeBorderCollection extends Collection<RangeBorder> {
  constructor(readonly ranges: Cells) {
    super();
  }
  get list(): RangeBorder[] {
    return SIDES.map((side) => this.open(side));
  }
  open(side: Side): RangeBorder {
    return new RangeBorder(this.ranges, side);
  }
}

class RangeBorder extends ExcelObject {
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

const collection = collectionMembers(RangeBorderCollection, 'RangeBorderCollection', {
  scalars: COUNT,
  item: (self, key) => self.open(sideOf(key, 'RangeBorderCollection.getItem')),
  methods: {
    GetItem: (self, key) => self.open(sideOf(key, 'RangeBorderCollection.getItem')),
  },
});

/** Diagonal borders are not supported. */
const sideOf = (key: Argument, location: string): Side =>
  kindOf(key, SIDES, ['DiagonalDown', 'DiagonalUp'], 'borders', location);

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

const border = membersOf(RangeBorder, 'RangeBorder', {
  scalars: {
    Color: {
      get: (border) => common(border, (line) => line?.cl.rgb?.toUpperCase() ?? COLORS.automatic),
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

/** Which border of which cells forms a side of a range. */
function cellsOf(a: Rect, side: Side): { cells: Rect; edge: 't' | 'b' | 'l' | 'r' } {
  switch (side) {
    case 'EdgeTop':
      return { cells: a.rowAt(0), edge: 't' };
    case 'EdgeBottom':
      return { cells: a.rowAt(a.rows - 1), edge: 'b' };
    case 'EdgeLeft':
      return { cells: a.columnAt(0), edge: 'l' };
    case 'EdgeRight':
      return { cells: a.columnAt(a.columns - 1), edge: 'r' };
    case 'InsideVertical':
      return { cells: a.resized(a.rows, a.columns - 1), edge: 'r' };
    case 'InsideHorizontal':
      return { cells: a.resized(a.rows - 1, a.columns), edge: 'b' };
  }
}

/** The value shared by the sides of all ranges, or null. */
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

/** Style, weight and colour are set one by one; each leaves the others as they are. */
function drawSide(range: Range, side: Side, change: LineChange): void {
  const { grid } = range.book;
  const present = lineOf(range, side);
  const was = excelStyle(present?.s);
  const line = change.line ?? (was.line === 'None' ? 'Continuous' : was.line);
  const s = UNIVER_STYLE[line](change.weight ?? was.weight);
  const rgb = change.color ?? present?.cl.rgb ?? COLORS.automatic;
  const { cells, edge } = cellsOf(range.area, side);
  grid.reach(range.sheetId, range.area);
  const target = grid.present(range.sheetId, cells);
  const bd: IBorderData = { [edge]: line === 'None' ? null : { s, cl: { rgb } } };
  const patch = { s: { bd } };
  if (target) grid.put(range.sheetId, target, () => patch);
}

export const rangeBorderMembers = [collection, border];
