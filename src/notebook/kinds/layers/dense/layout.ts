import type { DenseSpec } from '../../../../engine/spec';
import type { LayerLayout } from '../../../layout/layerLayout';
import { headingOf, namesOf, Page, parameter } from '../../../layout/page';
import type { RowsOfLayer } from '../../../layout/rows';
import { valueCount, type Block } from '../../../sheet/block';

/** Weights, a column of biases and a column of outputs: one row per unit. */
export const layout: LayerLayout<DenseSpec> = {
  makesMaps: false,
  gutterRows: () => 0,
  place: (page, layer, _shape, rows) => placeDense(page, layer, rows),
};

function placeDense(page: Page, layer: DenseSpec, rows: RowsOfLayer): void {
  const top = Page.vectorRow(page.rowOf(rows, 0));
  const column = page.columnOf(layer.name);
  page.heading(column, `${headingOf(layer.name)} weights`);
  const inputs = page.previous;
  const weights = page.vector ? [placeMatrix(page, layer, top, column)] : placeMaps(page, layer, column);
  const biasColumn = Math.max(...weights.map(({ rect }) => rect.column + rect.columns)) + 1;
  page.label(top - 1, biasColumn, 'bias');
  const bias = page.add({
    name: `${layer.name}.bias`,
    title: `${layer.name}, bias`,
    role: 'bias',
    rect: { row: top, column: biasColumn, rows: layer.units, columns: 1 },
    source: parameter(`${layer.name}.bias`, 0),
  });
  page.heading(biasColumn + 2, `${headingOf(layer.name)} activation`);
  const reads = namesOf([...inputs, ...weights, bias]);
  page.addVector({ name: layer.name, reads }, layer.units, biasColumn + 2, top);
}

/** After maps: a matrix for each unit and channel, with the same spacing as the map it multiplies. */
function placeMaps(page: Page, layer: DenseSpec, column: number): Block[] {
  const maps = page.previous;
  return Array.from({ length: layer.units }, (_, unit) =>
    maps.map((map, channel) =>
      page.add({
        name: `${layer.name}.unit${unit + 1}.channel${channel + 1}`,
        title: `${layer.name}, weights of unit ${unit + 1} for channel ${channel + 1}`,
        role: 'weights',
        rect: { ...map.rect, column: column + unit * (map.rect.columns + 1) },
        jump: map.jump,
        source: parameter(`${layer.name}.weights`, (unit * maps.length + channel) * valueCount(map)),
      }),
    ),
  ).flat();
}

/** After a vector: one matrix, a row for each unit, a column for each input. */
function placeMatrix(page: Page, layer: DenseSpec, row: number, column: number): Block {
  return page.add({
    name: `${layer.name}.weights`,
    title: `${layer.name}, weights`,
    role: 'weights',
    rect: { row, column, rows: layer.units, columns: valueCount(page.previous[0]) },
    source: parameter(`${layer.name}.weights`, 0),
  });
}
