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
  const biases = layer.bias === false ? [] : [placeBias(page, layer, top, biasColumn)];
  page.heading(biasColumn + 2, `${headingOf(layer.name)} ${outputWord(page, layer)}`);
  const reads = namesOf([...inputs, ...weights, ...biases]);
  page.addVector({ name: layer.name, reads }, layer.units, biasColumn + 2, top);
}

/** The page that fast.ai published, which has one unit, keeps its heading: "Dense activation". */
function outputWord({ layer: { last }, spec: { anchors }, scores }: Page, { units }: DenseSpec): string {
  return !last || (anchors && units === 1) ? 'activation' : scores;
}

function placeBias(page: Page, layer: DenseSpec, row: number, column: number): Block {
  page.label(row - 1, column, 'bias');
  return page.add({
    name: `${layer.name}.bias`,
    title: `${layer.name}, bias`,
    role: 'bias',
    rect: { row, column, rows: layer.units, columns: 1 },
    source: parameter(`${layer.name}.bias`, 0),
  });
}

/** After maps: a matrix for each unit and channel, with the same spacing as the map it multiplies. */
function placeMaps(page: Page, layer: DenseSpec, column: number): Block[] {
  const maps = page.previous;
  const words = page.channelWords;
  return Array.from({ length: layer.units }, (_, unit) =>
    maps.map((map, channel) => {
      const rect = { ...map.rect, column: column + unit * (map.rect.columns + 1) };
      page.caption(
        rect,
        [...unitWord(page, layer, unit), ...(maps.length > 1 ? [`× ${words[channel]}`] : [])].join(' '),
      );
      return page.add({
        name: `${layer.name}.unit${unit + 1}.channel${channel + 1}`,
        title: `${layer.name}, weights of unit ${unit + 1} for channel ${channel + 1}`,
        role: 'weights',
        rect,
        jump: map.jump,
        source: parameter(`${layer.name}.weights`, (unit * maps.length + channel) * valueCount(map)),
      });
    }),
  ).flat();
}

/** What a unit is called, if there are several: its class, if it is one of the last layer. */
function unitWord({ spec, layer: { last } }: Page, { units }: DenseSpec, unit: number): string[] {
  if (units === 1) return [];
  return [last ? spec.classes[unit] : `unit ${unit + 1}`];
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
