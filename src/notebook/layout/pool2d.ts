import type { LayerLayout } from './layerLayout';
import { headingOf, namesOf } from './page';

/** A pool has no weights: its maps stand to the right of those that it reads. */
export const pooledMaps: LayerLayout<{ readonly name: string }> = {
  makesMaps: true,
  keepsSign: true,
  gutterRows: () => 0,

  place(page, { name }, { output }, rows) {
    const column = page.columnOf(name);
    const inputs = namesOf(page.maps());
    page.heading(column, headingOf(name));
    const reads = (channel: number) => [inputs[channel]];
    page.addMaps({ name, word: 'map', reads }, output, rows, column);
  },
};
