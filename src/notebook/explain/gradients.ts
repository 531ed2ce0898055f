import { activationOf } from '../../engine/layers';
import { indexOf, type Spot } from '../sheet/valueCells';
import { quotient, sentence, sum, type Part } from './explanation';
import { kinkParts } from './nonDifferentiable';
import { explainerOf, pageOf, positionOf } from './layers';
import { lossExplainers } from './losses';
import { LossPage } from './losses/page';
import { shown } from './numbers';
import type { Collected, LayerPage } from './layer';
import type { Scene } from './scene';
import { largestTerms } from './terms';

/** Where a gradient comes from: the sum over what the cell influences. */
export function gradientParts(scene: Scene, spot: Spot): Part[] {
  const { source } = spot.block;
  const index = indexOf(spot);
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

/** A slope holds up to the next kink of what comes after. */
function conditionsOf({ network: { spec } }: Scene, tensor: string): string {
  const [layer, parameter] = tensor.split('.');
  const own = spec.layers.findIndex(({ name }) => name === layer);
  const after = spec.layers.slice(parameter === undefined ? own + 1 : own);
  const switches = after.some((each) => ['relu', 'leakyRelu'].includes(activationOf(each)));
  return [
    ...(switches ? ['no ReLU switches on or off'] : []),
    ...(after.some(({ type }) => type === 'maxPool2d') ? ['no other cell wins its pool'] : []),
  ].join(' and ');
}

function lossParts({ network: { batchSize } }: Scene): Part[] {
  return [
    sentence(
      'Here all gradients begin. The loss of a step is the mean over the batch, in which this image counts as one.',
    ),
    quotient('∂ of this cell', { label: 'one image', value: 1 }, { label: 'batch size', value: batchSize }),
  ];
}

function activationParts(scene: Scene, tensor: string, index: number): Part[] {
  const { layers, loss } = scene.network.spec;
  let next = positionOf(scene, tensor) + 1;
  // What a flatten layer without cells of its own does to a number is nothing.
  while (layers[next]?.type === 'flatten' && scene.shown(layers[next].name) !== layers[next].name) next += 1;
  if (next < layers.length) {
    const page = pageOf(scene, next);
    return explainerOf(page.spec).inputGradient(page, index);
  }
  return lossExplainers[loss].logitGradient(new LossPage(scene), index);
}

function parameterParts(scene: Scene, tensor: string, index: number): Part[] {
  const [layer, word] = tensor.split('.');
  const page = pageOf(scene, positionOf(scene, layer));
  const collected = explainerOf(page.spec).parameterGradient?.(page, word, index);
  if (!collected) throw new Error(`The layer ${layer} has no gradient of its ${word}.`);
  const { terms, rest } = largestTerms(
    collected.count,
    (place) => collected.value(place, 0),
    (place) => collected.term(place),
  );
  const own = sum('image on the page', terms, { rest, title: 'From the image on the page' });
  const kinks = word === 'bias' ? kinkParts(page, explainerOf(page.spec).own(page, word, index).makes) : [];
  return [sentence(usedAt(page, collected)), ...kinks, own, ...overBatch(page, collected, own.result.value)];
}

/** A step goes down the mean over the batch, of which only one image stands on the page. */
function overBatch(page: LayerPage, { count, value }: Collected, own: number): Part[] {
  const others = page.batchSize - 1;
  if (others === 0) return [];
  let rest = 0;
  for (let n = 1; n <= others; n++) for (let place = 0; place < count; place++) rest += value(place, n);
  return [
    sentence(
      `The batch has ${page.batchSize} images. The image on the page gives the part above; the other ` +
        `${others === 1 ? 'one gives' : `${others} give`} theirs in the same way.`,
    ),
    sum('∂ of this cell', [
      { label: 'image on the page', value: own },
      { label: others === 1 ? 'the other image' : `the other ${others} images`, value: rest },
    ]),
  ];
}

function usedAt({ spec }: LayerPage, { count }: Collected): string {
  return count === 1
    ? 'The weight is used once for each image: its gradient is that of what it makes, times what it multiplies.'
    : `The weight is used ${count} times for each image, once in every cell that it makes in ${spec.name}. All of that is added.`;
}
