import type { LayerShape } from '../../engine/shapes';
import type { AveragePool2dSpec, MaxPool2dSpec } from '../../engine/spec';
import { headingOf, namesOf, type Page } from './page';
import type { RowsOfLayer } from './receptiveRows';

/** A pool has no weights: its maps stand right of the maps that they shrink. */
export function placePool2d(
  page: Page,
  layer: MaxPool2dSpec | AveragePool2dSpec,
  shape: LayerShape,
  rows: RowsOfLayer,
): void {
  const column = page.columnOf(layer.name);
  const inputs = namesOf(page.maps());
  page.heading(column, headingOf(layer.name));
  page.addMaps(
    { name: layer.name, word: 'map', reads: (channel) => [inputs[channel]] },
    shape.output,
    rows,
    column,
  );
}
