import { isText, valueShape } from '../sheet/block';
import { COMPUTED, EDITABLE, FRAME } from '../sheet/colours';
import type { PlannedBlock } from '../sheet/plan';
import { ROW_HEIGHT, type CellGeometry } from './cellGeometry';
import { cellText } from './cellText';
import { scaleColour, scaleOf, toHex } from './colourScale';
import { element, text, textWidth } from './svg';

/** What a block's cells hold: its numbers, row by row, or the text of its one cell. */
export type Contents = ArrayLike<number> | string;

/** Sizes of print in pixels: 7 points in narrow columns, 11 in the others; below the last it would not be read. */
const SMALL_PRINT = 7 / 0.75;
const PRINT = 11 / 0.75;
const SMALLEST_PRINT = 5;

/** From the edge of a cell to its text, in pixels. */
const PADDING = 2;

/**
 * A block as on its sheet: its colours, its frame, and its numbers.
 * @param withNumbers also where colours show the numbers already
 */
export function blockCells(
  block: PlannedBlock,
  contents: Contents,
  geometry: CellGeometry,
  withNumbers: boolean,
): string {
  const values = typeof contents === 'string' ? [] : contents;
  const isColoured = block.scale !== undefined;
  return element('g', {}, [
    element('title', {}, [text(block.title)]),
    ...(isColoured ? colours(block, values, geometry) : background(block, geometry)),
    ...(withNumbers || !isColoured ? texts(block, contents, geometry) : []),
    ...(block.framed ? [frame(block, geometry)] : []),
  ]);
}

/** A path for each colour, of all cells that have it; neighbours in a row are one rectangle. */
function colours(block: PlannedBlock, values: ArrayLike<number>, geometry: CellGeometry): string[] {
  const scale = scaleOf(values, block.scale!);
  const paths = new Map<string, string[]>();
  const { rows, columns } = valueShape(block);
  for (let row = 0; row < rows; row++) {
    const colourAt = (column: number) => toHex(scaleColour(values[row * columns + column], scale));
    for (let column = 0; column < columns;) {
      const colour = colourAt(column);
      let end = column + 1;
      while (block.jump === 1 && end < columns && colourAt(end) === colour) end++;
      const rects = paths.get(colour) ?? [];
      paths.set(colour, rects);
      rects.push(rectangle(cellBox(block, geometry, row, column, end - column)));
      column = end;
    }
  }
  return [...paths].map(([fill, rects]) => element('path', { fill, d: rects.join('') }));
}

/** Cells to type into that have no colour scale are light yellow. */
function background(block: PlannedBlock, geometry: CellGeometry): string[] {
  return block.editable
    ? [element('path', { fill: EDITABLE.fill, d: rectangle(boxOf(block, geometry)) })]
    : [];
}

function texts(block: PlannedBlock, contents: Contents, geometry: CellGeometry): string[] {
  const { columns } = valueShape(block);
  const words =
    typeof contents === 'string'
      ? [contents]
      : Array.from(contents, (value) => (isText(block) ? '' : cellText(block, value)));
  const isLeft = block.role === 'message';
  const placed = words.flatMap((word, index) => {
    const box = cellBox(block, geometry, Math.floor(index / columns), index % columns);
    // Texts may run over the cells to the right; numbers must fit into their own.
    const size = isLeft ? printOf(block) : fittingSize(word, box.width, printOf(block));
    if (word === '' || size < SMALLEST_PRINT) return [];
    const x = isLeft ? box.x + PADDING : box.x + box.width - PADDING;
    const y = box.y + ROW_HEIGHT / 2;
    return [element('text', { x, y, 'font-size': size === printOf(block) ? undefined : size }, [text(word)])];
  });
  if (placed.length === 0) return [];
  const { font } = block.editable && !block.scale ? EDITABLE : COMPUTED;
  const anchor = isLeft ? undefined : 'end';
  return [
    element(
      'g',
      { fill: font, 'font-size': printOf(block), 'text-anchor': anchor, 'dominant-baseline': 'central' },
      placed,
    ),
  ];
}

export function printOf({ small }: { readonly small: boolean }): number {
  return small ? SMALL_PRINT : PRINT;
}

function fittingSize(word: string, width: number, usual: number): number {
  const room = width - 2 * PADDING;
  return Math.min(usual, (room / textWidth(word, usual)) * usual);
}

function frame(block: PlannedBlock, geometry: CellGeometry): string {
  return element('path', { fill: 'none', stroke: FRAME, d: rectangle(boxOf(block, geometry)) });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Some neighbouring values of a row, of a block whose cells fill it; or one value. */
function cellBox(
  { rect, jump }: PlannedBlock,
  geometry: CellGeometry,
  row: number,
  column: number,
  count = 1,
): Box {
  const first = rect.column + column * jump;
  return boxOf({ rect: { row: rect.row + row * jump, column: first, rows: 1, columns: count } }, geometry);
}

/** A rectangle of cells in pixels. */
export function boxOf({ rect }: Pick<PlannedBlock, 'rect'>, { left, width, top }: CellGeometry): Box {
  const last = rect.column + rect.columns - 1;
  const x = left(rect.column);
  return { x, y: top(rect.row), width: left(last) + width(last) - x, height: rect.rows * ROW_HEIGHT };
}

export function rectangle({ x, y, width, height }: Box): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}
