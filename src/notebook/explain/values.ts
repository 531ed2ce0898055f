import type { SettingKey } from '../sheet/settings';
import { indexOf, type Spot } from '../sheet/valueCells';
import { activationParts } from './activations';
import { resultOf, sentence, type Part } from './explanation';
import { explainerOf, pageOf, positionOf } from './layers';
import { statisticParts } from './layers/batchNorm';
import { lossExplainers } from './losses';
import { LossPage } from './losses/page';
import { purposeOf, readersOf } from './weightUse';
import type { Scene } from './scene';
import { settingParts, statusParts } from './status';
import { weightParts } from './weights';

/** How a value comes about. */
export function valueParts(scene: Scene, spot: Spot): Part[] {
  const { source } = spot.block;
  const index = indexOf(spot);
  const loss = lossExplainers[scene.network.spec.loss];
  switch (source.kind) {
    case 'input':
      return [sentence('Nothing is before it: the image is where everything begins.')];
    case 'parameter':
      return [...weightParts(scene, spot), ...purposeOf(scene, spot)];
    case 'state':
    case 'auxiliary':
      return ownParts(scene, spot);
    case 'target':
      return [sentence('The loss compares the probability beside it with this. It comes with the image.')];
    case 'loss':
      return loss.loss(new LossPage(scene));
    case 'setting':
      return settingParts(source.tensor as SettingKey);
    case 'status':
      return statusParts(scene, spot.block);
    case 'activation':
      if (source.tensor === 'probabilities') return loss.probability(new LossPage(scene), index);
      return [...outputParts(scene, source.tensor, index), ...readersOf(scene, source.tensor, index)];
  }
}

function outputParts(scene: Scene, tensor: string, index: number): Part[] {
  const page = pageOf(scene, positionOf(scene, tensor));
  const parts = explainerOf(page.spec).output(page, index);
  return [...parts, ...activationParts(page, index, resultOf(parts))];
}

function ownParts(scene: Scene, spot: Spot): Part[] {
  const [layer, word] = spot.block.source.tensor.split('.');
  const page = pageOf(scene, positionOf(scene, layer));
  if (page.spec.type === 'batchNorm')
    return statisticParts(page as Parameters<typeof statisticParts>[0], word, indexOf(spot));
  if (page.spec.type === 'dropout')
    return [
      sentence(
        page.isTraining
          ? `Multiplied with the number before it. 0 drops it; other masks are drawn for each step. The rate is ${page.spec.rate}.`
          : 'Not used now: the page is in evaluate mode, in which dropout lets everything pass.',
      ),
    ];
  return [
    sentence(
      `The ${word} of this channel over the images to train with. It is measured once, and training leaves it alone.`,
    ),
  ];
}
