import type { Network } from '../engine/network';
import { Random } from '../engine/random';
import type { Settings } from '../notebook/sheet/settings';
import type { Images } from './images';

/** Masks of two seeds are drawn from numbers so far apart. */
const STEPS_APART = 2 ** 20;

/** The images that stand in the batch of a step beside the one on the page, and the masks of its dropouts. */
export class Batch {
  /** Which of them stand there now; they are made again only when this changes. */
  filled = '';

  /** Put those of a step there: image by image from where they are kept, none is copied twice. */
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
 * Do something while another image to train with stands in the place of the one on the page. Where there is none, it is
 * not done.
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
