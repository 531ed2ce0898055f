// The page of a notebook: its cells, where they stand and how they look. What is specific to a kind of layer
// is in kinds/layers; here is what layers share.
// Imports: engine, sheet, kinds.
import { inferShapes, SpecError } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import { layerKindOf } from '../kinds/layers';
import { scoreWord } from '../sheet/scoreWord';
import type { NotebookSpec } from '../sheet/spec';
import type { Layout } from '../sheet/layout';

export { blocksByName, dependents, type Layout } from '../sheet/layout';
import { captions } from './captions';
import { adoptedLayout } from './adopted';
import { placeOutputs, placeTraining } from './outputs';
import { Page } from './page';
import { neverNegative } from './signs';
import { receptiveRows } from './receptiveRows';

/**
 * Lay out a notebook: data flows to the right, a cell stands in the row of its receptive field, channels are
 * stacked with one pitch between them, and filters stand in the gutter left of their map.
 * @throws SpecError if the network is not valid, or cannot be shown
 */
export function layOut(spec: NotebookSpec): Layout {
  const shapes = inferShapes(spec.network);
  const { layers } = spec.network;
  checkNames(layers);
  const page = new Page(spec, receptiveRows(spec, shapes));
  page.heading(0, 'Input');
  page.addMaps({ name: 'input', word: 'channel', reads: () => [] }, spec.network.input, page.rows.input, 0);
  layers.forEach((layer, index) => {
    page.layer = { name: layer.name, last: index === layers.length - 1 };
    layerKindOf(layer).layout.place(page, layer, shapes[index], page.rows.layers[index]);
  });
  const logits = page.logits();
  page.layer = { name: '', last: false };
  placeOutputs(page, logits);
  const trainingColumn = placeTraining(page, logits.rect.row);
  const { blocks, headings } = page;
  const captioned = layers.flatMap((layer, index) => {
    const heading = headings.get(layer.name);
    const makes = index === layers.length - 1 ? scoreWord(spec.network.loss) : 'output';
    return heading ? [{ heading, layer, shape: shapes[index], makes }] : [];
  });
  const labels = [...page.labels, ...captions(page.labels, spec.network.input, captioned)];
  const layout = {
    blocks,
    labels,
    outputColumn: logits.rect.column,
    trainingColumn,
    isNeverNegative: neverNegative(spec.network),
  };
  return spec.adopted ? adoptedLayout(layout, spec.adopted, logits) : layout;
}

/** Layer names become defined names, in which Excel ignores case. */
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
        `The layer name "${name}" is taken; Excel ignores capitals in names. Rename the layer.`,
      );
    }
    seen.add(name.toLowerCase());
  }
}

const RESERVED = ['input', 'output', 'sgd', 'notebook', 'optimiser', 'schedule'];
