import type { LayerShape } from '../../engine/shapes';
import type { Page } from './page';
import type { RowsOfLayer } from './rows';

/** How one kind of layer stands on the page. */
export interface LayerLayout<Spec> {
  /** Put its cells on the page, right of what stands there: `addMaps`, `addVector` or `flatten` says what is read next. */
  place(page: Page, layer: Spec, shape: LayerShape, rows: RowsOfLayer): void;
  /** Does it make maps? A vector has no row of its own, however much of a map it sees. */
  readonly makesMaps: boolean;
  /** Rows that its own numbers take in the gutter left of each map; 0 where it has none. */
  gutterRows(layer: Spec, shape: LayerShape): number;
}
