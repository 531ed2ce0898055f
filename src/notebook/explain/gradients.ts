import type { LayerSpec } from '../../engine/spec';
import { activationKindOf } from '../kinds/activations';
import { layerKindOf } from '../kinds/layers';
import { lossKinds } from '../kinds/losses';
import { indexOf, type ValueCell } from '../sheet/valueCells';
import type { Collected, ExplainedLayer } from './explainedLayer';
import { ExplainedLoss } from './explainedLoss';
import { quotient, sentence, sum, type Part } from './explanation';
import { layerAt, ownerOf } from './layers';
import { cornerParts } from './nonDifferentiable';
import { shown } from './numbers';
import type { Scene } from './scene';
import { largestTerms } from './terms';

/** How a gradient is computed: a sum over everything the cell influences. */
export function gradientParts(scene: Scene, cell: ValueCell): Part[] {
  const { source } = cell.block;
  const index = indexOf(cell);
  if (source.kind === 'loss') return lossParts(scene);
  const parts =
    source.kind === 'parameter'
      ? parameterParts(scene, source.tensor, index)
      : activationParts(scene, source.tensor, index);
  return [sentence(meaning(scene, source.tensor, index)), ...parts];
}

function meaning(scene: Scene, tensor: string, index: number): string {
  const gradient = scene.numbersOf('gradients', tensor)[index];
  if (gradient === 0) return 'Backpropagation passes nothing back here.';
  const conditions = conditionsOf(scene, tensor);
  return (
    `When that cell grows by 0.001, the loss of the batch changes by about 0.001 · ${shown(gradient)} = ` +
    `${shown(0.001 * gradient)}${conditions && `, as long as ${conditions}`}.`
  );
}

/** The conditions under which the gradient stays valid: up to the next kink of the layers that follow. */
function conditionsOf(scene: Scene, tensor: string): string {
  const [layer, parameter] = tensor.split('.');
  const own = scene.positionOf(layer);
  const after = scene.network.spec.layers.slice(parameter === undefined ? own + 1 : own);
  const conditions = [
    ...after.map(activationHoldsWhile),
    ...after.map((each) => layerKindOf(each).explain.holdsWhile),
  ];
  return [...new Set(conditions.filter((each) => each !== undefined))].join(' and ');
}

function activationHoldsWhile(spec: LayerSpec): string | undefined {
  const kind = activationKindOf(spec);
  return kind.acts === 'number by number' ? kind.holdsWhile : undefined;
}

function lossParts({ network: { batchSize } }: Scene): Part[] {
  return [
    sentence(
      'All gradients begin here. The loss of a step is the mean over the batch, in which this image ' +
        'counts as one.',
    ),
    quotient('∂ of this cell', { label: 'one image', value: 1 }, { label: 'batch size', value: batchSize }),
  ];
}

function activationParts(scene: Scene, tensor: string, index: number): Part[] {
  const { layers, loss } = scene.network.spec;
  let next = scene.positionOf(tensor) + 1;
  // A flatten layer without cells of its own changes no numbers.
  const isPassedOver = (layer: LayerSpec) =>
    layerKindOf(layer).explain.flattens && scene.shown(layer.name) !== layer.name;
  while (next < layers.length && isPassedOver(layers[next])) next += 1;
  if (next === layers.length) return lossKinds[loss].explain.logitGradient(new ExplainedLoss(scene), index);
  const layer = layerAt(scene, next);
  return layerKindOf(layer.spec).explain.inputGradient(layer, index);
}

function parameterParts(scene: Scene, tensor: string, index: number): Part[] {
  const [layer, word] = ownerOf(scene, tensor);
  const { explain } = layerKindOf(layer.spec);
  const collected = explain.parameterGradient?.(layer, word, index);
  if (!collected) throw new Error(`The layer ${layer.spec.name} has no gradient of its ${word}.`);
  const { terms, rest } = largestTerms(
    collected.count,
    (place) => collected.value(place, 0),
    (place) => collected.term(place),
  );
  const own = sum('image on the page', terms, { rest, title: 'From the image on the page' });
  const corners = word === 'bias' ? cornerParts(layer, explain.own(layer, word, index).makes) : [];
  return [
    sentence(usedAt(layer, collected)),
    ...corners,
    own,
    ...overBatch(layer, collected, own.result.value),
  ];
}

/** The step uses the mean gradient over the batch, of which the page shows only one image. */
function overBatch(layer: ExplainedLayer, { count, value }: Collected, own: number): Part[] {
  const others = layer.batchSize - 1;
  if (others === 0) return [];
  let rest = 0;
  for (let n = 1; n <= others; n++) for (let place = 0; place < count; place++) rest += value(place, n);
  return [
    sentence(
      `The batch has ${layer.batchSize} images. The image on the page gives the part above; the other ` +
        `${others === 1 ? 'one gives' : `${others} give`} theirs in the same way.`,
    ),
    sum('∂ of this cell', [
      { label: 'image on the page', value: own },
      { label: others === 1 ? 'the other image' : `the other ${others} images`, value: rest },
    ]),
  ];
}

function usedAt({ spec }: ExplainedLayer, { count }: Collected): string {
  return count === 1
    ? 'The weight is used once for each image: its gradient is that of what it makes, times what it multiplies.'
    : `The weight is used ${count} times for each image, once in every cell that it makes in ${spec.name}. All of that is added.`;
}
