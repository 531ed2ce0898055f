import { DataError, imageAt, sourceOf, type ImageSet, type ImageSource } from '../data/imageSet';
import { generatorSource, type GeneratorName } from '../data/generators';
import { relabelled } from '../data/relabel';
import { batchAt, split, type Split } from '../data/split';
import { loadSet } from '../data/store';
import { SHEET_IMAGE, type DataSpec } from '../notebook/sheet/spec';
import type { Settings } from '../notebook/sheet/settings';
import { trainingTexts } from '../texts/training';
import { remembering } from './rememberedImages';

/** A generator is endless, so this many of its images count as an epoch. */
const EPOCH_OF_GENERATOR = 1000;
/** Number of validation images from a generator. */
const VALIDATION_OF_GENERATOR = 500;
/** No two steps share an image of a generator up to this batch size. */
const LARGEST_BATCH = 256;
/** Validation images of a generator have indexes from −2^44 downwards, which no batch ever reaches. */
const VALIDATION_FROM = 2 ** 44;

/**
 * The images of a notebook; a set read from files is loaded from this browser's store.
 *
 * @param classes in the order of the network's outputs; by default, the order of the set
 * @param elsewhere where else to look for a set that the store does not have
 */
export async function openImages(
  data: DataSpec,
  classes?: readonly string[],
  elsewhere?: (set: string) => Promise<ImageSet | undefined>,
): Promise<Images> {
  if (data.set === undefined) return new Images(data);
  // A store that cannot be opened counts as an empty one: the notebook opens without its images.
  const set = (await loadSet(data.set).catch(() => undefined)) ?? (await elsewhere?.(data.set));
  return new Images(data, set && classes ? relabelled(set, classes) : set);
}

/** Thrown when images are asked for while another thread has their pixels. */
export class ImagesLentError extends DataError {}

/** Which images a notebook shows, trains with and validates with; all of it follows from its settings. */
export class Images {
  private cachedSource?: { readonly seed: number; readonly source: ImageSource };
  private cachedSplit?: { readonly key: string; readonly split: Split };
  private readonly batchIndexes = new Uint32Array(LARGEST_BATCH);
  private isLent = false;

  /**
   * @param held the image set, for a notebook whose images were read from files; undefined if this machine
   *   does not have it
   */
  constructor(
    private readonly data: DataSpec,
    private held?: ImageSet,
  ) {}

  /** The images read from files; while lent, without their pixels. */
  get set(): ImageSet | undefined {
    return this.held;
  }

  /**
   * Hands the pixels over to another thread, rather than copying that many. Until `takeBack`, no image can be
   * read here. Undefined if there are none or they are lent already.
   */
  lend(): ImageSet['pixels'] | undefined {
    if (!this.held || this.isLent) return undefined;
    const { pixels } = this.held;
    this.held = { ...this.held, pixels: pixels.subarray(0, 0) };
    this.isLent = true;
    return pixels;
  }

  /** Takes the lent pixels back. */
  takeBack(pixels: ImageSet['pixels']): void {
    if (this.held) this.held = { ...this.held, pixels };
    this.isLent = false;
  }

  /** Call when the thread that had the pixels has died: loads them again from this browser's store. */
  async recover(): Promise<void> {
    if (!this.isLent || this.data.set === undefined) return;
    const stored = await loadSet(this.data.set).catch(() => undefined);
    if (stored) this.takeBack(stored.pixels);
    else [this.held, this.cachedSource, this.isLent] = [undefined, undefined, false];
  }

  /** Whether the notebook's image set is not on this machine. */
  get isMissing(): boolean {
    return this.data.set !== undefined && this.set === undefined;
  }

  /** Name of the images, to show. */
  get name(): string {
    return this.data.set === undefined ? trainingTexts.generated(this.data.generator) : this.data.name;
  }

  /** Whether there are images to train with. */
  canTrain(settings: Settings): boolean {
    // The image on the sheet takes every place in the batch.
    if (this.data.set === SHEET_IMAGE) return true;
    return !this.isMissing && this.training(settings, 1).length > 0;
  }

  /** Number of images; undefined for an endless generator. */
  get count(): number | undefined {
    return this.set?.count;
  }

  source({ seed }: Pick<Settings, 'seed'>): ImageSource | undefined {
    if (this.data.set !== undefined)
      return this.held && (this.cachedSource ??= this.sourceOfSet(this.held)).source;
    if (this.cachedSource?.seed !== seed) {
      const generator = generatorSource(this.data.generator as GeneratorName, seed);
      // Remembers the validation images: they are needed after every epoch, and drawing one takes as long as
      // evaluating many.
      this.cachedSource = { seed, source: remembering(generator, (index) => index <= -VALIDATION_FROM) };
    }
    return this.cachedSource.source;
  }

  /** The index of the image on the page; after the last image of a set comes the first again. */
  pageIndex({ image }: Settings): number {
    return this.set ? (image - 1) % this.set.count : image - 1;
  }

  /** The indexes of the images behind the one on the page in the batch of a step. */
  batch(settings: Settings, step: number): ArrayLike<number> {
    const others = settings.batchSize - 1;
    // Negative, so that none of them is ever on the page, whose images count from 0 up.
    if (!this.set) return Array.from({ length: others }, (_, i) => -(step * LARGEST_BATCH + i + 1));
    const { training } = this.split(settings);
    if (others === 0 || training.length === 0) return [];
    return batchAt(training, others, step, settings.seed, this.batchIndexes.subarray(0, others));
  }

  /** The indexes of the validation images. */
  validation(settings: Settings): ArrayLike<number> {
    if (this.set) return this.split(settings).validation;
    return Array.from({ length: VALIDATION_OF_GENERATOR }, (_, i) => -(VALIDATION_FROM + i));
  }

  /**
   * The number under which the page shows an image, from 1; undefined for a generator's validation images,
   * which it cannot show.
   */
  numberOf(index: number): number | undefined {
    return index >= 0 ? index + 1 : undefined;
  }

  /** Whether the image on the page is a validation image. Then it is shown but not trained with. */
  isValidation(settings: Settings): boolean {
    return this.set !== undefined && this.split(settings).isValidation[this.pageIndex(settings)] === 1;
  }

  /** The index of a training image to use in place of the one on the page; undefined if there is none. */
  substitute(settings: Settings, step: number): number | undefined {
    const { training } = this.split(settings);
    return training.length ? training[(step * 7919) % training.length] : undefined;
  }

  /** The indexes of the first training images, at most `most`. */
  training(settings: Settings, most: number): ArrayLike<number> {
    if (this.set) return this.split(settings).training.subarray(0, most);
    return Array.from({ length: Math.min(most, EPOCH_OF_GENERATOR) }, (_, i) => -(i + 1));
  }

  /** Number of steps in which every training image is in a batch once. */
  stepsPerEpoch(settings: Settings): number {
    const others = Math.max(1, settings.batchSize - 1);
    const count = this.set ? this.split(settings).training.length : EPOCH_OF_GENERATOR;
    return Math.max(1, Math.floor(count / others));
  }

  private split({ validationShare, seed }: Settings): Split {
    const key = `${validationShare} ${seed}`;
    if (this.cachedSplit?.key !== key)
      this.cachedSplit = { key, split: split(this.set!.count, validationShare, seed) };
    return this.cachedSplit.split;
  }

  /** A source that still works after the pixels were lent and taken back. */
  private sourceOfSet(set: ImageSet): { seed: number; source: ImageSource } {
    const source: ImageSource = {
      ...sourceOf(set),
      image: (index, into, offset) => imageAt(this.heldSet(), index, into, offset),
    };
    return { seed: NaN, source };
  }

  private heldSet(): ImageSet {
    if (this.held && !this.isLent) return this.held;
    throw new ImagesLentError(trainingTexts.imagesAway(this.name));
  }
}
