import type { LayerShape } from '../../engine/shapes';
import type { Page } from './page';
import type { RowsOfLayer } from './rows';

/** How one kind of layer is laid out on the page. */
export interface LayerLayout<Spec> {
  /**
   * Puts its cells on the page, to the right of what is there. `addMaps`, `addVector` or `flatten` determines
   * what the next layer reads.
   */
  place(page: Page, layer: Spec, shape: LayerShape, rows: RowsOfLayer): void;
  /** Whether its output is maps. A vector has no rows of its own, whatever its receptive field. */
  readonly makesMaps: boolean;
  /** Whether its output is never negative if what it reads is not. */
  readonly keepsSign?: true;
  /** Rows that its own numbers take in the gutter left of each map; 0 if it has none. */
  gutterRows(layer: Spec, shape: LayerShape): number;
}
