import type { LayerShape } from '../../../../engine/shapes';
import type { DropoutSpec } from '../../../../engine/spec';
import type { LayerLayout } from '../../../layout/layerLayout';
import { headingOf, namesOf, type Page } from '../../../layout/page';
import { extent, type RowsOfLayer } from '../../../layout/rows';

/** The mask of 0 and 1/(1 − rate), and right of it the input times the mask. */
export const layout: LayerLayout<DropoutSpec> = {
  makesMaps: true,
  keepsSign: true,
  gutterRows: () => 0,

  place(page, layer, shape, rows) {
    if (page.isFlat) placeOnVector(page, layer);
    else placeOnMaps(page, layer, shape, rows);
  },
};

const mask = (layer: DropoutSpec) => `${layer.name}.mask`;

function placeOnMaps(page: Page, layer: DropoutSpec, { output }: LayerShape, rows: RowsOfLayer): void {
  const column = page.columnOf(layer.name);
  page.heading(column, `${headingOf(layer.name)} mask`);
  const inputs = namesOf(page.maps());
  const masks = inputs.map((_, channel) =>
    page.add({
      name: `${layer.name}.mask${channel + 1}`,
      title: `${layer.name}, mask of map ${channel + 1}`,
      role: 'mask',
      rect: page.mapRect(output, rows, channel, column),
      jump: rows.jump,
      source: { kind: 'auxiliary', tensor: mask(layer), offset: channel * output.height * output.width },
      reads: MASK_READS,
    }),
  );
  const right = column + extent(output.width, rows.jump) + 1;
  page.heading(right, headingOf(layer.name));
  const reads = (channel: number) => [inputs[channel], masks[channel].name];
  page.addMaps({ name: layer.name, word: 'map', reads }, output, rows, right);
}

function placeOnVector(page: Page, layer: DropoutSpec): void {
  const input = page.asVector();
  const column = page.columnOf(layer.name);
  page.heading(column, `${headingOf(layer.name)} mask`);
  const placed = page.add({
    name: mask(layer),
    title: `${layer.name}, mask`,
    role: 'mask',
    rect: { ...input.rect, column },
    source: { kind: 'auxiliary', tensor: mask(layer), offset: 0 },
    reads: MASK_READS,
  });
  const right = column + WORD_COLUMNS;
  page.heading(right, headingOf(layer.name));
  page.addVector({ name: layer.name, reads: [input.name, placed.name] }, input.rect.rows, right);
}

/** Columns that the heading of a vector spans. */
const WORD_COLUMNS = 4;

/** A new mask is drawn for each step, from the seed. */
const MASK_READS = ['notebook.seed'];
