import type { LayerShape } from '../../engine/shapes';
import type { Conv2dSpec, DepthwiseConv2dSpec } from '../../engine/spec';
import { parseA1 } from '../sheet/address';
import type { Block } from '../sheet/block';
import { headingOf, namesOf, parameter, type Page } from './page';
import type { RowsOfLayer } from './receptiveRows';

/** Rows from the label of a filter to its first matrix. */
const LABEL_ROWS = 2;

/**
 * The filters in the gutter, the maps right of it. A filter over C channels is C matrices, one directly above the
 * other with a blank row between, then its bias; a depthwise filter is one matrix, for its own channel.
 */
export function placeConv2d(
  page: Page,
  layer: Conv2dSpec | DepthwiseConv2dSpec,
  shape: LayerShape,
  rows: RowsOfLayer,
): void {
  const width = layer.kernel[1] + 1;
  const column = page.columnOf(layer.name, width);
  const channels = layer.type === 'conv2d' ? shape.input.channels : 1;
  const filters = Array.from({ length: shape.output.channels }, (_, filter) =>
    placeFilter(page, layer, channels, filter, filterPlace(page, layer, rows, filter, column - width)),
  );
  const inputs = namesOf(page.maps());
  page.heading(column, headingOf(layer.name));
  const reads = (filter: number) => [
    ...(layer.type === 'conv2d' ? inputs : [inputs[filter]]),
    ...namesOf(filters[filter]),
  ];
  page.addMaps({ name: layer.name, word: 'map', reads }, shape.output, rows, column);
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function filterPlace(
  page: Page,
  layer: Conv2dSpec | DepthwiseConv2dSpec,
  rows: RowsOfLayer,
  filter: number,
  column: number,
): Place {
  const anchor = page.spec.anchors?.filters?.[`${layer.name}.filter${filter + 1}`];
  return { row: anchor ? parseA1(anchor).row : page.rowOf(rows, filter) + LABEL_ROWS, column };
}

/** The matrices of one filter and its bias. */
function placeFilter(
  page: Page,
  layer: Conv2dSpec | DepthwiseConv2dSpec,
  channels: number,
  filter: number,
  { row, column }: Place,
): Block[] {
  const [rows, columns] = layer.kernel;
  const name = `${layer.name}.filter${filter + 1}`;
  page.label(row - LABEL_ROWS, column, `Filter ${filter + 1}`);
  const matrices = Array.from({ length: channels }, (_, channel) =>
    page.add({
      name: `${name}.channel${channel + 1}`,
      title: `${layer.name}, filter ${filter + 1}, channel ${channel + 1}`,
      role: 'filter',
      rect: { row: row + channel * (rows + 1), column, rows, columns },
      source: parameter(`${layer.name}.filters`, (filter * channels + channel) * rows * columns),
    }),
  );
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
