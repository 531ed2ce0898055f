import { DataError, imageAt, sourceOf, type ImageSet, type ImageSource } from '../data/imageSet';
import { generatorSource, type GeneratorName } from '../data/generators';
import { relabelled } from '../data/relabel';
import { batchAt, split, type Split } from '../data/split';
import { loadSet } from '../data/store';
import type { DataSpec } from '../notebook/sheet/spec';
import type { Settings } from '../notebook/sheet/settings';
import { trainingTexts } from '../texts/training';
import { remembering } from './rememberedImages';

/** An endless generator has no end to go by: so many of its images are called an epoch. */
const EPOCH_OF_GENERATOR = 1000;
/** And so many are kept for validation. */
const VALIDATION_OF_GENERATOR = 500;
/** Batches of different steps never share an image of a generator, whatever the batch size. */
const LARGEST_BATCH = 256;
/** Validation images stand beyond all that ever stand in a batch. */
const VALIDATION_FROM = 2 ** 44;

/**
 * The images of a notebook; those read from files are fetched from where this machine keeps them.
 * @param classes what the network tells, in its order; without it, a set's own
 * @param elsewhere where to look for those that are not kept here
 */
export async function openImages(
  data: DataSpec,
  classes?: readonly string[],
  elsewhere?: (set: string) => Promise<ImageSet | undefined>,
): Promise<Images> {
  if (data.set === undefined) return new Images(data);
  // A store that cannot be opened is as good as one without the images: the notebook goes on without them.
  const set = (await loadSet(data.set).catch(() => undefined)) ?? (await elsewhere?.(data.set));
  return new Images(data, set && classes ? relabelled(set, classes) : set);
}

/** Images were asked for while a run has them in another thread. */
export class ImagesAwayError extends DataError {}

/** Which images a notebook shows, trains with and validates with: all of it follows from its settings. */
export class Images {
  private made?: { readonly seed: number; readonly source: ImageSource };
  private dealt?: { readonly key: string; readonly split: Split };
  private readonly picked = new Uint32Array(LARGEST_BATCH);
  private isAway = false;

  /** @param held of a notebook whose images were read from files: undefined when they are not on this machine */
  constructor(
    private readonly data: DataSpec,
    private held?: ImageSet,
  ) {}

  /** The images that were read from files. While they are lent, all but their pixels. */
  get set(): ImageSet | undefined {
    return this.held;
  }

  /**
   * Give the pixels away, to another thread: they are many, and never to be there twice. Until they are taken back no
   * image can be had here. Undefined where there are none, or they are away already.
   */
  lend(): ImageSet['pixels'] | undefined {
    if (!this.held || this.isAway) return undefined;
    const { pixels } = this.held;
    this.held = { ...this.held, pixels: pixels.subarray(0, 0) };
    this.isAway = true;
    return pixels;
  }

  /** The pixels are back. */
  takeBack(pixels: ImageSet['pixels']): void {
    if (this.held) this.held = { ...this.held, pixels };
    this.isAway = false;
  }

  /** The pixels were lost with the thread that had them: what is kept on this machine takes their place. */
  async recover(): Promise<void> {
    if (!this.isAway || this.data.set === undefined) return;
    const stored = await loadSet(this.data.set).catch(() => undefined);
    if (stored) this.takeBack(stored.pixels);
    else [this.held, this.made, this.isAway] = [undefined, undefined, false];
  }

  /** Are the images there to be had? */
  get isMissing(): boolean {
    return this.data.set !== undefined && this.set === undefined;
  }

  /** For people. */
  get name(): string {
    return this.data.set === undefined ? trainingTexts.generated(this.data.generator) : this.data.name;
  }

  /** Are there images to train with? */
  canTrain(settings: Settings): boolean {
    return !this.isMissing && this.training(settings, 1).length > 0;
  }

  /** How many there are; undefined is no end of them. */
  get count(): number | undefined {
    return this.set?.count;
  }

  source({ seed }: Pick<Settings, 'seed'>): ImageSource | undefined {
    if (this.data.set !== undefined) return this.held && (this.made ??= this.sourceOfSet(this.held)).source;
    if (this.made?.seed !== seed) {
      const generator = generatorSource(this.data.generator as GeneratorName, seed);
      // They are evaluated after every epoch, and to draw one takes as long as to evaluate many.
      this.made = { seed, source: remembering(generator, (index) => index <= -VALIDATION_FROM) };
    }
    return this.made.source;
  }

  /** The index of the image on the page. Past the last image of a set it begins again at the first. */
  page({ image }: Settings): number {
    return this.set ? (image - 1) % this.set.count : image - 1;
  }

  /** The index of each image that stands in the batch of a step beside the one on the page. */
  batch(settings: Settings, step: number): ArrayLike<number> {
    const others = settings.batchSize - 1;
    // Counted downwards from −1, so that none of them is ever an image of the page, which count from 0 up.
    if (!this.set) return Array.from({ length: others }, (_, i) => -(step * LARGEST_BATCH + i + 1));
    const { training } = this.split(settings);
    if (others === 0 || training.length === 0) return [];
    return batchAt(training, others, step, settings.seed, this.picked.subarray(0, others));
  }

  /** The indexes of the images to validate with. */
  validation(settings: Settings): ArrayLike<number> {
    if (this.set) return this.split(settings).validation;
    return Array.from({ length: VALIDATION_OF_GENERATOR }, (_, i) => -(VALIDATION_FROM + i));
  }

  /** The number by which the page shows an image; undefined for those that a generator keeps for validation. */
  numberOf(index: number): number | undefined {
    return index >= 0 ? index + 1 : undefined;
  }

  /** Is the image on the page one of those to validate with? Then it is shown, and not trained with. */
  isValidation(settings: Settings): boolean {
    return this.set !== undefined && this.split(settings).isValidation[this.page(settings)] === 1;
  }

  /** The index of an image to train with in the place of the one on the page; undefined when there is none. */
  substitute(settings: Settings, step: number): number | undefined {
    const { training } = this.split(settings);
    return training.length ? training[(step * 7919) % training.length] : undefined;
  }

  /** The indexes of the first of the images to train with, at most `most`. */
  training(settings: Settings, most: number): ArrayLike<number> {
    if (this.set) return this.split(settings).training.subarray(0, most);
    return Array.from({ length: Math.min(most, EPOCH_OF_GENERATOR) }, (_, i) => -(i + 1));
  }

  /** Steps until every image to train with was in a batch. */
  stepsPerEpoch(settings: Settings): number {
    const others = Math.max(1, settings.batchSize - 1);
    const count = this.set ? this.split(settings).training.length : EPOCH_OF_GENERATOR;
    return Math.max(1, Math.floor(count / others));
  }

  private split({ validationShare, seed }: Settings): Split {
    const key = `${validationShare} ${seed}`;
    if (this.dealt?.key !== key) this.dealt = { key, split: split(this.set!.count, validationShare, seed) };
    return this.dealt.split;
  }

  /** Goes on to be right when the pixels were away and are back. */
  private sourceOfSet(set: ImageSet): { seed: number; source: ImageSource } {
    const source: ImageSource = {
      ...sourceOf(set),
      image: (index, into, offset) => imageAt(this.present(), index, into, offset),
    };
    return { seed: NaN, source };
  }

  private present(): ImageSet {
    if (this.held && !this.isAway) return this.held;
    throw new ImagesAwayError(trainingTexts.imagesAway(this.name));
  }
}
