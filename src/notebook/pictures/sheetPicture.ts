import { boundingRect, cellRect, type Rect } from '../sheet/address';
import { isText } from '../sheet/block';
import { BAND, COMPUTED, QUIET } from '../sheet/colours';
import type { PlannedBlock, PlannedLabel, SheetPlan } from '../sheet/plan';
import { blockCells, boxOf, printOf, rectangle, type Contents } from './blockCells';
import { cellGeometry, ROW_HEIGHT, type CellGeometry } from './cellGeometry';
import { element, pictureOf, rounded, text, textWidth, type Picture } from './svg';

interface Wanted {
  /** What stands above the picture of a block, and what screen readers say. */
  readonly title: string;
  /** Numbers also in the cells that have a colour of the scale. */
  readonly numbers: boolean;
  contentsOf(block: PlannedBlock): Contents;
}

/** White paper around a picture, in pixels. */
const MARGIN = 12;

/** All blocks and labels of a sheet, where the plan has them. */
export function pagePicture(sheet: SheetPlan, { title, numbers, contentsOf }: Wanted): Picture {
  const { blocks, labels, bands } = sheet;
  const all = boundingRect([
    ...blocks.map(({ rect }) => rect),
    ...labels.map(({ row, column }) => cellRect(row, column)),
  ]);
  const geometry = cellGeometry(sheet.widths, all.column + all.columns);
  const contents = blocks.map((block) => contentsOf(block));
  const right = Math.max(
    boxOf({ rect: all }, geometry).x + boxOf({ rect: all }, geometry).width,
    ...labels.map((label) => geometry.left(label.column) + textWidth(label.text, printOf(label))),
    ...blocks.map((block, index) => endOfText(block, contents[index], geometry)),
  );
  const drawn = [
    ...bands.map((rect) => element('path', { fill: BAND, d: rectangle(boxOf({ rect }, geometry)) })),
    ...blocks.map((block, index) => blockCells(block, contents[index], geometry, numbers)),
    ...labels.map((label) => labelText(label, geometry)),
  ];
  return onPaper(title, [right, (all.row + all.rows) * ROW_HEIGHT], drawn);
}

/** One block, under its title. */
export function blockPicture(
  sheet: SheetPlan,
  block: PlannedBlock,
  { title, numbers, contentsOf }: Wanted,
): Picture {
  const { rect } = block;
  const geometry = movedTo(cellGeometry(sheet.widths, rect.column + rect.columns), rect);
  const contents = contentsOf(block);
  const box = boxOf(block, geometry);
  const width = Math.max(box.width, endOfText(block, contents, geometry));
  // A small block has a small title: enlarged, both are as large as they should be.
  const size = Math.min(printOf({ small: false }), width / textWidth(title, 1));
  const above = 1.5 * size;
  const drawn = [
    element(
      'text',
      { y: size / 2, 'font-size': size, 'font-weight': 'bold', fill: COMPUTED.font, ...MIDDLE },
      [text(title)],
    ),
    element('g', { transform: `translate(0 ${rounded(above)})` }, [
      blockCells(block, contents, geometry, numbers),
    ]),
  ];
  return onPaper(title, [width, above + box.height], drawn);
}

const MIDDLE = { 'dominant-baseline': 'central' };

function labelText({ row, column, text: words, kind, small }: PlannedLabel, geometry: CellGeometry): string {
  return element(
    'text',
    {
      x: geometry.left(column) + 2,
      y: geometry.top(row) + ROW_HEIGHT / 2,
      'font-size': printOf({ small }),
      'font-weight': kind === 'heading' ? 'bold' : undefined,
      fill: kind === 'caption' ? QUIET : COMPUTED.font,
      ...MIDDLE,
    },
    [text(words)],
  );
}

/** How far to the right a block's words reach, which may run over the cells beside theirs. */
function endOfText(block: PlannedBlock, contents: Contents, geometry: CellGeometry): number {
  if (!isText(block) || typeof contents !== 'string') return 0;
  return geometry.left(block.rect.column) + textWidth(contents, printOf(block));
}

/** Places relative to the first cell of a rectangle. */
function movedTo({ left, width, top }: CellGeometry, { row, column }: Rect): CellGeometry {
  return { width, left: (each) => left(each) - left(column), top: (each) => top(each) - top(row) };
}

function onPaper(
  title: string,
  [width, height]: readonly [number, number],
  drawn: readonly string[],
): Picture {
  return pictureOf(
    title,
    [width + 2 * MARGIN, height + 2 * MARGIN],
    [element('g', { transform: `translate(${MARGIN} ${MARGIN})`, 'shape-rendering': 'crispEdges' }, drawn)],
  );
}
