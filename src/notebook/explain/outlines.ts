import { layerKindOf } from '../kinds/layers';
import { NAMES } from '../layout/outputs';
import { indexOf, type ValueCell } from '../sheet/valueCells';
import { spread } from './activations';
import type { Frame } from './explanation';
import { AFTER_LOSS, framesOf, framesOfNamed, type Outlined } from './frames';
import { influencesOf, logitsOf, only, sourcesOf, type Masks } from './influence';
import { layerAt, ownerOf, readerOfFlattened } from './layers';
import type { Scene } from './scene';

/**
 * On the value sheet: what the cell is computed from, back to the image, and what it influences, up to the
 * loss.
 */
export function valueFrames(scene: Scene, cell: ValueCell): Frame[] {
  const { name, source } = cell.block;
  const index = indexOf(cell);
  const on = (...outlined: Outlined[]) => framesOf(scene, 'values', outlined);
  const after = () => framesOfNamed(scene, AFTER_LOSS, 'influence');
  const through = (outlined: readonly Outlined[]) => {
    const reachesLoss = outlined.some(({ kind, masks }) => kind === 'influence' && masks.has('loss'));
    return [...on(...outlined), ...(reachesLoss ? after() : [])];
  };
  switch (source.kind) {
    case 'input':
    case 'activation':
      if (source.tensor === 'probabilities') return [...probabilityFrames(scene, index), ...after()];
      return through(outlinedOf(scene, source.tensor, index));
    case 'parameter':
    case 'state':
    case 'auxiliary':
      return through(outlinedOfOwn(scene, source.tensor, index));
    case 'target':
      return on({ kind: 'influence', masks: new Map([['loss', Uint8Array.of(1)]]) });
    case 'loss':
      return [
        ...on({ kind: 'source', masks: beforeLoss(scene) }),
        ...framesOfNamed(scene, [NAMES.batchLoss], 'influence'),
      ];
    default:
      if (name === NAMES.predicted)
        return on({ kind: 'source', masks: new Map([['probabilities', all(scene, 'probabilities')]]) });
      return name === NAMES.batchLoss
        ? on({ kind: 'source', masks: new Map([['loss', Uint8Array.of(1)]]) })
        : [];
  }
}

/** On the ∂ sheet: the gradients that this one is a sum of, and those that it is part of. */
export function gradientFrames(scene: Scene, cell: ValueCell): Frame[] {
  const { source } = cell.block;
  const index = indexOf(cell);
  const { tensor } = source;
  if (source.kind === 'loss')
    return framesOf(scene, 'gradients', [{ kind: 'influence', masks: beforeLoss(scene) }]);
  if (source.kind === 'parameter')
    return framesOf(scene, 'gradients', [{ kind: 'source', masks: ownMasks(scene, tensor, index).makes }]);
  const meant = only(index, scene.numbersOf('values', tensor).length);
  return framesOf(scene, 'gradients', [
    { kind: 'source', masks: influencesOf(scene, tensor, meant) },
    { kind: 'influence', masks: sourcesOf(scene, tensor, meant) },
  ]);
}

/**
 * The numbers that one of a layer's own numbers multiplies, those it contributes to, and what these
 * influence.
 */
function ownMasks(scene: Scene, tensor: string, index: number): { meets?: Masks; makes: Masks } {
  const [layer, word] = ownerOf(scene, tensor);
  const { name } = layer.spec;
  const own = layerKindOf(layer.spec).explain.own(layer, word, index);
  const makes = spread(layer, own.makes);
  return {
    meets: own.meets && maskOf(scene, layer.inputTensor, own.meets),
    makes: makes.includes(1) ? new Map([[name, makes], ...influencesOf(scene, name, makes)]) : new Map(),
  };
}

/** Everything that the loss is computed from. */
function beforeLoss(scene: Scene): Masks {
  const logits = scene.logitsTensor;
  const everything = all(scene, logits);
  return new Map([
    ['target', all(scene, 'target')],
    ...maskOf(scene, logits, everything),
    ...sourcesOf(scene, logits, everything),
  ]);
}

function outlinedOf(scene: Scene, tensor: string, index: number): Outlined[] {
  const meant = only(index, scene.numbersOf('values', tensor).length);
  const before: Outlined = { kind: 'source', masks: sourcesOf(scene, tensor, meant) };
  const after: Outlined = { kind: 'influence', masks: influencesOf(scene, tensor, meant) };
  return [before, { kind: 'partner', masks: partnersOf(scene, tensor, index) }, after];
}

/** The weights that a number is computed with, and those that multiply it once it is flattened. */
function partnersOf(scene: Scene, tensor: string, index: number): Masks {
  const masks = new Map<string, Uint8Array>();
  const position = scene.positionOf(tensor);
  if (position >= 0) {
    const layer = layerAt(scene, position);
    const meant = spread(layer, only(index, layer.outputs().length));
    meant.forEach((isMeant, output) => {
      if (!isMeant) return;
      for (const { word, from, count } of layerKindOf(layer.spec).explain.ownOf(layer, output)) {
        const mask = masks.get(layer.tensor(word)) ?? new Uint8Array(layer.own(word).length);
        masks.set(layer.tensor(word), mask.fill(1, from, from + count));
      }
    });
  }
  const reader = readerOfFlattened(scene, tensor);
  const use = reader && layerKindOf(reader.spec).explain.flattenedUse?.(reader, index);
  if (use) masks.set(reader.tensor(use.word), use.weights);
  return masks;
}

function outlinedOfOwn(scene: Scene, tensor: string, index: number): Outlined[] {
  const { meets, makes } = ownMasks(scene, tensor, index);
  const isMeasured = scene.valueCells.blocksOf(tensor)[0].role === 'statistic';
  return [
    { kind: isMeasured ? 'source' : 'partner', masks: meets ?? new Map() },
    { kind: 'influence', masks: makes },
  ];
}

function probabilityFrames(scene: Scene, index: number): Frame[] {
  const logits = scene.logitsTensor;
  const meant = logitsOf(scene, only(index, scene.numbersOf('values', logits).length));
  return framesOf(scene, 'values', [
    {
      kind: 'source',
      masks: new Map([...maskOf(scene, logits, meant), ...sourcesOf(scene, logits, meant)]),
    },
    { kind: 'influence', masks: new Map([['loss', Uint8Array.of(1)]]) },
  ]);
}

/** The mask, under the name of the tensor whose cells show these numbers. */
function maskOf(scene: Scene, tensor: string, mask: Uint8Array): Map<string, Uint8Array> {
  return new Map([[scene.shown(tensor), mask]]);
}

function all(scene: Scene, tensor: string): Uint8Array {
  return new Uint8Array(scene.numbersOf('values', tensor).length).fill(1);
}
