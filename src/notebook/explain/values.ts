import { layerKindOf } from '../kinds/layers';
import { lossKinds } from '../kinds/losses';
import type { SettingKey } from '../sheet/settings';
import { indexOf, type ValueCell } from '../sheet/valueCells';
import { activationParts } from './activations';
import { ExplainedLoss } from './explainedLoss';
import { resultOf, sentence, type Part } from './explanation';
import { layerAt, ownerOf, readerOfFlattened } from './layers';
import type { Scene } from './scene';
import { settingParts, statusParts } from './status';
import { weightParts } from './weights';

/** How a value is computed. */
export function valueParts(scene: Scene, cell: ValueCell): Part[] {
  const { source } = cell.block;
  const index = indexOf(cell);
  const loss = lossKinds[scene.network.spec.loss].explain;
  switch (source.kind) {
    case 'input':
      return [sentence('The image is the input: nothing comes before it.')];
    case 'parameter':
      return [...weightParts(scene, cell), ...purposeOf(scene, source.tensor, index)];
    case 'state':
    case 'auxiliary':
      return ownParts(scene, source.tensor, index);
    case 'target':
      return [sentence('The loss compares the probability beside it with this. It comes with the image.')];
    case 'loss':
      return loss.loss(new ExplainedLoss(scene));
    case 'setting':
      return settingParts(source.tensor as SettingKey);
    case 'status':
      return statusParts(scene, cell.block);
    case 'activation':
      if (source.tensor === 'probabilities') return loss.probability(new ExplainedLoss(scene), index);
      return [...outputParts(scene, source.tensor, index), ...usedBy(scene, source.tensor, index)];
  }
}

function outputParts(scene: Scene, tensor: string, index: number): Part[] {
  const layer = layerAt(scene, scene.positionOf(tensor));
  const parts = layerKindOf(layer.spec).explain.output(layer, index);
  return [...parts, ...activationParts(layer, index, resultOf(parts))];
}

/** The weights that multiply a flattened number. */
function usedBy(scene: Scene, tensor: string, index: number): Part[] {
  const reader = readerOfFlattened(scene, tensor);
  return (reader && layerKindOf(reader.spec).explain.flattenedUse?.(reader, index).parts) ?? [];
}

function purposeOf(scene: Scene, tensor: string, index: number): Part[] {
  const [layer, word] = ownerOf(scene, tensor);
  return layerKindOf(layer.spec).explain.purpose(layer, word, index);
}

function ownParts(scene: Scene, tensor: string, index: number): Part[] {
  const [layer, word] = ownerOf(scene, tensor);
  const { ownParts: parts } = layerKindOf(layer.spec).explain;
  if (!parts) throw new Error(`The layer ${layer.spec.name} does not say where its ${word} comes from.`);
  return parts(layer, word, index);
}
