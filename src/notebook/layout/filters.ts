import type { LayerShape } from '../../engine/shapes';
import { parseA1 } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { LayerLayout } from './layerLayout';
import { headingOf, namesOf, parameter, type Page } from './page';
import type { RowsOfLayer } from './rows';

/** A layer with filters `[filters, channels read, kernelHeight, kernelWidth]`. */
interface FilterSpec {
  readonly name: string;
  readonly bias?: boolean;
  readonly kernel: readonly [number, number];
}

/** Rows from the label of a filter to its first matrix. */
const LABEL_ROWS = 2;

/**
 * The filters in the gutter, the maps to the right of it. A filter is one matrix per channel it reads, below
 * each other with a blank row between, and then its bias.
 */
export const filtersAndMaps: LayerLayout<FilterSpec> = {
  makesMaps: true,

  /** Label and blank row, the matrices one blank row apart, the bias. */
  gutterRows: (layer, shape) => LABEL_ROWS + channelsOfFilter(layer, shape) * (layer.kernel[0] + 1) + 1,

  place(page, layer, shape, rows) {
    const width = layer.kernel[1] + 1;
    const column = page.columnOf(layer.name, width);
    const channels = channelsOfFilter(layer, shape);
    const filters = Array.from({ length: shape.output.channels }, (_, filter) => {
      const row = filterRow(page, layer, rows, filter);
      const words = channels === page.previous.length ? page.channelWords : [page.channelWords[filter]];
      return placeFilter(page, layer, words, filter, { row, column: column - width });
    });
    const inputs = namesOf(page.maps());
    page.heading(column, headingOf(layer.name));
    const reads = (filter: number) => [
      ...(channels === inputs.length ? inputs : [inputs[filter]]),
      ...namesOf(filters[filter]),
    ];
    page.addMaps({ name: layer.name, word: 'map', reads }, shape.output, rows, column);
  },
};

/** How many matrices a filter has: one per channel it reads. */
function channelsOfFilter({ name }: FilterSpec, { parameters }: LayerShape): number {
  return parameters.find((each) => each.name === `${name}.filters`)!.shape[1];
}

function filterRow(page: Page, layer: FilterSpec, rows: RowsOfLayer, filter: number): number {
  const anchor = page.spec.anchors?.filters?.[`${layer.name}.filter${filter + 1}`];
  return anchor ? parseA1(anchor).row : page.rowOf(rows, filter) + LABEL_ROWS;
}

/**
 * The matrices of a filter and its bias, from the first cell of the first matrix.
 * @param words what the maps are called that its matrices read
 */
function placeFilter(
  page: Page,
  layer: FilterSpec,
  words: readonly string[],
  filter: number,
  { row, column }: { readonly row: number; readonly column: number },
): Block[] {
  const [rows, columns] = layer.kernel;
  const name = `${layer.name}.filter${filter + 1}`;
  const channels = words.length;
  page.label(row - LABEL_ROWS, column, `Filter ${filter + 1}`);
  const matrices = words.map((word, channel) => {
    const rect = { row: row + channel * (rows + 1), column, rows, columns };
    if (page.previous.length > 1) page.caption(rect, `× ${word}`);
    return page.add({
      name: `${name}.channel${channel + 1}`,
      title: `${layer.name}, filter ${filter + 1}, channel ${channel + 1}`,
      role: 'filter',
      rect,
      source: parameter(`${layer.name}.filters`, (filter * channels + channel) * rows * columns),
    });
  });
  if (layer.bias === false) return matrices;
  const biasRow = row + channels * (rows + 1);
  page.label(biasRow, column + 1, 'bias');
  const bias = page.add({
    name: `${name}.bias`,
    title: `${layer.name}, bias of filter ${filter + 1}`,
    role: 'bias',
    rect: { row: biasRow, column, rows: 1, columns: 1 },
    source: parameter(`${layer.name}.bias`, filter),
  });
  return [...matrices, bias];
}
