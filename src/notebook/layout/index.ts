import { inferShapes, SpecError, type LayerShape } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import type { Block } from '../sheet/block';
import type { NotebookSpec } from '../sheet/spec';
import { placeConv2d } from './conv2d';
import { placeDense } from './dense';
import { placeDropout } from './dropout';
import { placeGlobalAveragePool } from './globalAveragePool';
import { placeNormalisation } from './normalisation';
import { placeOutputs, placeTraining } from './outputs';
import { Page, type Label } from './page';
import { placePool2d } from './pool2d';

/** Where everything stands. One layout serves the values, the gradients and the optimiser's memory. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly labels: readonly Label[];
  /** First column of the outputs: from here on columns are wide enough for words and long numbers. */
  readonly outputColumn: number;
  /** Column of the names of the settings. */
  readonly trainingColumn: number;
}

/**
 * Lay out a notebook: data flows to the right, a cell stands in the row of its receptive field,
 * channels are stacked one pitch apart, filters stand in the gutter left of the map that they make.
 * @throws SpecError when the network is not possible, or cannot be shown.
 */
export function layOut(spec: NotebookSpec): Layout {
  const shapes = inferShapes(spec.network);
  const { layers } = spec.network;
  checkNames(layers);
  const page = new Page(spec, shapes);
  page.heading(0, 'Input');
  page.addMaps({ name: 'input', word: 'channel', reads: () => [] }, spec.network.input, page.rows.input, 0);
  layers.forEach((layer, index) => {
    page.layer = { name: layer.name, last: index === layers.length - 1 };
    placeLayer(page, layer, shapes[index], index);
  });
  const logits = page.logits();
  placeOutputs(page, logits);
  const trainingColumn = placeTraining(page, logits.rect.row);
  return { blocks: page.blocks, labels: page.labels, outputColumn: logits.rect.column, trainingColumn };
}

/** Layer names become defined names, in which Excel does not tell capitals from small letters. */
export function checkNames(layers: readonly LayerSpec[]): void {
  const seen = new Set(RESERVED);
  for (const { name } of layers) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) {
      throw new SpecError<LayerSpec>(
        name,
        'name',
        `The layer name "${name}" cannot name cells: use letters, digits and _, beginning with a letter.`,
      );
    }
    if (seen.has(name.toLowerCase())) {
      throw new SpecError<LayerSpec>(
        name,
        'name',
        `The layer name "${name}" is taken; Excel does not tell capitals from small letters. Rename the layer.`,
      );
    }
    seen.add(name.toLowerCase());
  }
}

const RESERVED = ['input', 'output', 'sgd', 'notebook', 'optimiser', 'schedule'];

/** The one place where a layer's way of standing on the page is registered. */
function placeLayer(page: Page, layer: LayerSpec, shape: LayerShape, index: number): void {
  const rows = page.rows.layers[index];
  switch (layer.type) {
    case 'conv2d':
    case 'depthwiseConv2d':
      return placeConv2d(page, layer, shape, rows);
    case 'maxPool2d':
    case 'averagePool2d':
      return placePool2d(page, layer, shape, rows);
    case 'globalAveragePool':
      return placeGlobalAveragePool(page, layer);
    case 'batchNorm':
    case 'inputNorm':
      return placeNormalisation(page, layer, shape, rows);
    case 'dropout':
      return placeDropout(page, layer, shape, rows);
    case 'dense':
      return placeDense(page, layer, rows);
    case 'flatten':
      return page.flatten(layer.name);
  }
}

/** The blocks by name. */
export function blocksByName(layout: Layout): ReadonlyMap<string, Block> {
  return new Map(layout.blocks.map((block) => [block.name, block]));
}

/** `changed` and every block that is computed from one of them, directly or through others. */
export function dependents(layout: Layout, changed: Iterable<string>): Set<string> {
  const reached = new Set(changed);
  // Blocks stand in the order of computation, so one pass reaches everything; settings, which masks read, stand last.
  for (const block of layout.blocks)
    if (block.reads.some((name) => reached.has(name))) reached.add(block.name);
  return reached;
}
