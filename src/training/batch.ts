import type { Network } from '../engine/network';
import { Random } from '../engine/random';
import type { Settings } from '../notebook/sheet/settings';
import type { Images } from './images';

/** The masks of a step are seeded with seed · STEPS_APART + step, so that different seeds share no masks. */
const STEPS_APART = 2 ** 20;

/** Fills the batch of a step: its images behind the one on the page, and the dropout masks. */
export class Batch {
  /** Identifies what the batch holds now; it is filled again only when this changes. */
  filled = '';

  /**
   * Writes images 1 … batchSize − 1 and their targets into the network and draws its masks, unless they are
   * there already. Without images to train with, the image on the page takes every place.
   */
  fill(network: Network, images: Images, settings: Settings, step: number): void {
    const { batchSize, seed, validationShare } = settings;
    const wanted = `${seed} ${step} ${batchSize} ${validationShare}`;
    if (wanted === this.filled) return;
    const source = images.source(settings);
    const { input, target } = network;
    const [pixels, units] = [input.length / batchSize, target.length / batchSize];
    const indexes = images.batch(settings, step);
    for (let i = 1; i < batchSize; i++) {
      if (source && i <= indexes.length) {
        source.image(indexes[i - 1], input, i * pixels);
        source.target(indexes[i - 1], target, i * units);
      } else {
        input.copyWithin(i * pixels, 0, pixels);
        target.copyWithin(i * units, 0, units);
      }
    }
    network.drawMasks(new Random(seed * STEPS_APART + step));
    this.filled = wanted;
  }
}

/**
 * Runs `work` with a training image in place of the image on the page, and puts the latter back. Does nothing
 * when there is no image to train with.
 */
export function withSubstitute(
  { input, target, batchSize }: Network,
  images: Images,
  settings: Settings,
  step: number,
  work: () => void,
): void {
  const source = images.source(settings);
  const other = images.substitute(settings, step);
  if (!source || other === undefined) return;
  const page = [input.slice(0, input.length / batchSize), target.slice(0, target.length / batchSize)];
  source.image(other, input, 0);
  source.target(other, target, 0);
  work();
  input.set(page[0]);
  target.set(page[1]);
}
