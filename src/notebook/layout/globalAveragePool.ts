import type { GlobalAveragePoolSpec } from '../../engine/spec';
import { headingOf, namesOf, type Page } from './page';

/** One number a map, in a column: what a dense layer would read, or the logits themselves. */
export function placeGlobalAveragePool(page: Page, layer: GlobalAveragePoolSpec): void {
  const reads = namesOf(page.maps());
  const column = page.columnOf(layer.name);
  page.heading(column, headingOf(layer.name));
  page.addVector({ name: layer.name, reads }, reads.length, column);
}
