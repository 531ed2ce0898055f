import { type Rect, shifted, cellRect } from '../../../notebook/sheet/address';
import { BYTES, type Requests } from '../../requests';
import { LIGHT_FRAME, QUIET } from '../../../notebook/sheet/colours';
import { formatAll, frame } from '../../write/rangeFormats';
import { CAPTIONS, NAME_COLUMN, type FiltersLayout, type PlacedFilter } from './filterLayout';
import type { BlockPlace } from '../drawExtraSheet';
import { setFormat, subRange } from '../../write/subRange';

/**
 * Queues all formatting except colours: a few calls per kind of format and per filter, none per cell.
 * @param lines number of lines for labels
 */
export async function styleFilters(
  requests: Requests,
  target: BlockPlace,
  layout: FiltersLayout,
  lines: number,
): Promise<void> {
  const filters = layout.layers.flatMap((layer) => layer.filters);
  await requests.room((10 + 6 * layout.layers.length) * BYTES.call);
  styleSheet(target, layout);
  for (const filter of filters) {
    await requests.room(12 * BYTES.call);
    styleRows(target, layout, filter, lines);
  }
  const format = (rects: readonly Rect[], set: (format: Excel.RangeFormat) => void) =>
    formatAll(
      requests,
      target.sheet,
      rects.map((rect) => shifted(rect, target.corner)),
      set,
    );
  await format(
    filters.flatMap(({ captions }) => captions),
    (cells) => (cells.horizontalAlignment = 'Center'),
  );
  await format(
    filters.map(({ captions }) => ({ ...captions[0], column: NAME_COLUMN, columns: 1 })),
    (cells) => {
      cells.horizontalAlignment = 'Right';
      cells.font.color = QUIET;
    },
  );
  await format(
    filters.flatMap(({ matrices, patches }) => [...matrices, ...patches]),
    (cells) => frame(cells, LIGHT_FRAME),
  );
}

/** Queues merging the cells of each caption, which spans all columns of its patch; and of no others, whoever merged them. */
export async function mergeCaptions(
  requests: Requests,
  { range, isNew }: BlockPlace,
  { layers }: FiltersLayout,
): Promise<void> {
  await requests.room(BYTES.call);
  if (!isNew) range.unmerge();
  for (const { captions } of layers.flatMap(({ filters }) => filters)) {
    await requests.room(3 * captions.length * BYTES.call);
    for (const caption of captions) subRange(range, caption).merge(true);
  }
}

/** In points. */
const NAME_WIDTH = 100;
const HEADING_HEIGHT = 16;
const WORD_HEIGHT = 12;
const LINE_HEIGHT = 10.5;

const HEADING = 11;
const SMALL = 8;

/** A number format that shows a space for any number, for cells that are only colours. */
const HIDDEN = '" ";" ";" "';

function styleSheet({ sheet, range, isNew }: BlockPlace, { size, side, layers }: FiltersLayout): void {
  if (isNew) sheet.showGridlines = false;
  range.format.font.size = SMALL;
  range.format.verticalAlignment = 'Center';
  range.format.rowHeight = WORD_HEIGHT;
  const across = (column: number, columns: number) =>
    subRange(range, { row: 0, column, rows: size.rows, columns }).format;
  across(NAME_COLUMN, 1).columnWidth = NAME_WIDTH;
  across(NAME_COLUMN + 1, size.columns - 1).columnWidth = side;
  for (const row of [0, ...layers.map((layer) => layer.row)]) {
    const heading = subRange(range, cellRect(row, NAME_COLUMN)).format;
    heading.font.bold = true;
    heading.font.size = HEADING;
    heading.rowHeight = HEADING_HEIGHT;
  }
}

/** The pictures of a filter, and their captions. */
function styleRows(
  { range }: BlockPlace,
  { size, side }: FiltersLayout,
  { row, captions }: PlacedFilter,
  lines: number,
): void {
  const across = (from: number, rows: number, column = NAME_COLUMN) =>
    subRange(range, { row: from, column, rows, columns: size.columns - column });
  const words = captions[0].row;
  const pictures = across(row + 1, words - row - 1, NAME_COLUMN + 1);
  setFormat(pictures, HIDDEN);
  pictures.format.rowHeight = side;
  setFormat(across(words + CAPTIONS.indexOf('activation'), 1, captions[0].column), '0.00');
  if (lines > 1) {
    const labels = across(words + CAPTIONS.indexOf('label'), 1).format;
    labels.wrapText = true;
    labels.verticalAlignment = 'Top';
    labels.rowHeight = lines * LINE_HEIGHT;
  }
}
