import { compile, type Network } from '../engine/network';
import { optimise, optimisers, type OptimiserOptions } from '../engine/optimisers';
import { Random } from '../engine/random';
import { learningRateAt } from '../engine/schedules';
import type { Block } from '../notebook/block';
import { initialParameters } from '../notebook/initialise';
import { NAMES } from '../notebook/layout/outputs';
import { SHEET_KEYS, type SheetKey } from '../notebook/plan';
import type { NotebookSpec } from '../notebook/spec';
import {
  INITIAL_SETTINGS,
  MODES,
  OPTIMISERS,
  SCHEDULES,
  type SettingKey,
  type Settings,
} from '../notebook/settings';
import { gradientOf, valuesOf } from '../notebook/tensors';
import { Backup } from './backup';
import { DivergedError, firstNotFinite } from './diverged';
import type { LastStep } from './explainSteps';
import { Images } from './images';
import { nextWeights } from './nextWeights';
import { normalise } from './normalise';
import { correctIn, predictionOf } from './prediction';

/**
 * The numbers of a notebook, on the engine's side of the cells. It knows no worksheet: cells are
 * handed in with `accept`, and what they should hold is asked with `valuesFor`.
 *
 * The batch of a step is the image on the page, then batch size − 1 images that the seed and the step
 * number name; so the same cells always lead to the same next step. The gradients that stand are
 * those that the next step will use, unless the page is in evaluate mode or shows an image kept for validation.
 */
export class Trainer {
  readonly settings: Settings;
  step = 0;
  /** Steps that the optimiser has taken since its memory was empty. */
  optimiserStep = 0;
  batchLoss = 0;
  network: Network;
  /** Told what a step is about to be made from, which stays as it is only until this returns. */
  onStep?: (...step: Parameters<LastStep['note']>) => void;
  private readonly memory: Record<'velocities' | 'squares', Map<string, Float64Array>>;
  /** What a step changes, as it was before the step under way. */
  private readonly backup: Backup<{ step: number; optimiserStep: number }>;
  /** The optimiser whose memory this is: another one cannot use it. */
  private remembers: number;
  /** Which images and masks stand in the batch now; they are made again only when this changes. */
  private filled = '';

  constructor(
    private readonly spec: NotebookSpec,
    readonly images = new Images(spec.data),
  ) {
    this.settings = { ...INITIAL_SETTINGS, ...spec.settings };
    this.remembers = this.settings.optimiser;
    this.network = compile(spec.network, this.settings.batchSize);
    const { parameters, state } = this.network;
    this.memory = { velocities: emptyLike(parameters), squares: emptyLike(parameters) };
    this.backup = new Backup(
      [parameters, state, this.memory.velocities, this.memory.squares].flatMap((each) => [...each.values()]),
    );
    this.reset();
    this.showImage();
  }

  /** Back to the weights that the seed gives, at rest, at step 0. */
  reset(): void {
    for (const [name, values] of initialParameters(this.spec, this.settings.seed)) {
      this.network.parameters.get(name)!.set(values);
    }
    for (const { name, state } of this.network.shapes) {
      // What the images said stays where they are not there to say it again.
      if (this.images.isMissing && this.isInputNorm(name)) continue;
      for (const each of state) this.network.state.get(each.name)!.fill(each.initial);
    }
    this.normalise();
    this.forget();
    this.step = 0;
  }

  /** The images are others: so are their mean and deviation. */
  normalise(): void {
    normalise(this.network, this.images, this.settings);
  }

  /**
   * Take over what another network has learned: the parameters of these names, what is remembered of them, all settings,
   * and the image, where it fits.
   */
  adopt(other: Trainer, kept: ReadonlySet<string>): void {
    Object.assign(this.settings, other.settings);
    this.fitBatchSize();
    this.forget();
    this.reset();
    this.showImage();
    for (const name of kept) {
      this.network.parameters.get(name)!.set(other.network.parameters.get(name)!);
      for (const key of ['velocities', 'squares'] as const)
        this.memory[key].get(name)!.set(other.memory[key].get(name)!);
    }
    if (kept.size) [this.step, this.optimiserStep] = [other.step, other.optimiserStep];
    if (JSON.stringify(this.spec.data) !== JSON.stringify(other.spec.data)) return;
    takeFirst(this.network.input, other.network.input, this.network.batchSize);
    takeFirst(this.network.target, other.network.target, this.network.batchSize);
  }

  /** The sheets that the notebook needs: of squares only where the optimiser remembers any. */
  get sheets(): SheetKey[] {
    const { memory } = optimisers[OPTIMISERS[this.settings.optimiser]];
    return SHEET_KEYS.filter((key) => !SOMETIMES.has(key) || memory.some((each) => each === key));
  }

  /** Put the image that `settings.image` counts on the page, with its target; where there are none, all stays. */
  showImage(): void {
    const source = this.images.source(this.settings);
    if (!source) return;
    source.image(this.images.page(this.settings), this.network.input, 0);
    source.target(this.images.page(this.settings), this.network.target, 0);
  }

  /** Forward and backward over the batch: from here on every value, loss and gradient agrees with the weights. */
  compute(): void {
    this.forgetOthers();
    this.fitBatchSize();
    this.fillBatch();
    this.pass(MODES[this.settings.mode] === 'train');
  }

  /**
   * One step of the optimiser down the gradients that stand, then `compute`.
   * @throws DivergedError when that leads to numbers that are not finite; then everything is as before.
   */
  train(): void {
    const { network, settings } = this;
    this.forgetOthers();
    this.backup.save({ step: this.step, optimiserStep: this.optimiserStep });
    this.passToTrain();
    network.advance();
    const trained = { parameters: network.parameters, gradients: network.gradients, ...this.memory };
    this.onStep?.(trained, OPTIMISERS[settings.optimiser], this.options, this.optimiserStep + 1, this.step);
    optimise(OPTIMISERS[settings.optimiser], trained, this.options, this.optimiserStep + 1);
    this.step += 1;
    this.optimiserStep += 1;
    this.compute();
    const fault = firstNotFinite(network, this.batchLoss);
    if (!fault) return;
    Object.assign(this, this.backup.restore());
    this.compute();
    throw new DivergedError(fault);
  }

  /** The rate of the next step, as the schedule has it. */
  get rateNow(): number {
    return learningRateAt(SCHEDULES[this.settings.schedule], this.settings, this.step);
  }

  /** How often every image to train with has been in a batch. */
  get epoch(): number {
    return this.step / this.images.stepsPerEpoch(this.settings);
  }

  /** How many of the batch's images the network tells right. */
  get correct(): number {
    return correctIn(this.network);
  }

  /** What the network makes of the image on the page, in words. */
  get predicted(): string {
    return predictionOf(this.spec, this.network, 0);
  }

  /** The cells were read for the first time: what they remember belongs to the optimiser that they name. */
  trustMemory(): void {
    this.remembers = this.settings.optimiser;
  }

  /** What the cells of a block should hold. A view: valid until the next call that computes. */
  valuesFor(key: SheetKey, block: Block): Float64Array {
    if (key === 'gradients') return gradientOf(this.network, block);
    if (key === 'next') return this.nextOf(block);
    if (key === 'turned') return valuesOf(this.network, block).slice().reverse();
    if (key !== 'values') return this.memoryOf(key, block);
    if (block.source.kind === 'setting')
      return Float64Array.of(this.settings[block.source.tensor as SettingKey]);
    if (block.role === 'status') return Float64Array.of(this.statusOf(block));
    return valuesOf(this.network, block);
  }

  /** What the cell of a block of words should say. */
  textFor({ name }: Block): string {
    if (name === NAMES.predicted) return this.predicted;
    return name === NAMES.data ? this.images.name : '';
  }

  /** Take what the cells of a block hold. */
  accept(key: SheetKey, block: Block, values: ArrayLike<number>): void {
    if (key === 'velocities' || key === 'squares') this.memoryOf(key, block).set(values);
    else if (block.source.kind === 'setting') this.settings[block.source.tensor as SettingKey] = values[0];
    else if (block.name === NAMES.step) this.step = values[0];
    else if (block.name === NAMES.optimiserStep) this.optimiserStep = values[0];
    else valuesOf(this.network, block).set(values);
  }

  private statusOf({ name }: Block): number {
    switch (name) {
      case NAMES.step:
        return this.step;
      case NAMES.optimiserStep:
        return this.optimiserStep;
      case NAMES.rateNow:
        return this.rateNow;
      case NAMES.epoch:
        return this.epoch;
      default:
        return this.batchLoss;
    }
  }

  private get options(): OptimiserOptions {
    return { ...this.settings, learningRate: this.rateNow };
  }

  /** What one optimiser remembers is nothing to another. */
  private forgetOthers(): void {
    if (this.remembers !== this.settings.optimiser) this.forget();
  }

  private isInputNorm(name: string): boolean {
    return this.spec.network.layers.some((layer) => layer.type === 'inputNorm' && layer.name === name);
  }

  /** Empty the optimiser's memory. */
  private forget(): void {
    for (const arrays of Object.values(this.memory)) for (const values of arrays.values()) values.fill(0);
    this.optimiserStep = 0;
    this.remembers = this.settings.optimiser;
  }

  /**
   * What the step goes down: the gradients that stand, unless the page shows evaluate mode, or an image that is kept
   * for validation. That one is not trained with; another takes its place in the batch for as long.
   */
  private passToTrain(): void {
    if (!this.images.isValidation(this.settings)) {
      if (!this.network.training) this.pass(true);
      return;
    }
    const { input, target, batchSize } = this.network;
    const source = this.images.source(this.settings);
    const other = this.images.substitute(this.settings, this.step);
    if (!source || other === undefined) return;
    const page = [input.slice(0, input.length / batchSize), target.slice(0, target.length / batchSize)];
    source.image(other, input, 0);
    source.target(other, target, 0);
    this.pass(true);
    input.set(page[0]);
    target.set(page[1]);
  }

  private pass(training: boolean): void {
    this.network.training = training;
    this.batchLoss = this.network.forward();
    this.network.backward();
  }

  private nextOf(block: Block): Float64Array {
    return nextWeights(
      OPTIMISERS[this.settings.optimiser],
      valuesOf(this.network, block),
      gradientOf(this.network, block),
      { velocities: this.memoryOf('velocities', block), squares: this.memoryOf('squares', block) },
      this.options,
      this.optimiserStep + 1,
    );
  }

  private memoryOf(key: 'velocities' | 'squares', { source, ...block }: Block): Float64Array {
    const { length } = valuesOf(this.network, { source, ...block });
    return this.memory[key].get(source.tensor)!.subarray(source.offset, source.offset + length);
  }

  /** A batch size typed over needs a network of that size; image and target move into it. */
  private fitBatchSize(): void {
    const old = this.network;
    if (old.batchSize === this.settings.batchSize) return;
    this.network = compile(this.spec.network, this.settings.batchSize, old);
    this.network.input.set(old.input.subarray(0, old.input.length / old.batchSize));
    this.network.target.set(old.target.subarray(0, old.target.length / old.batchSize));
    this.filled = '';
  }

  private fillBatch(): void {
    const { batchSize, seed, validationShare } = this.settings;
    const wanted = `${seed} ${this.step} ${batchSize} ${validationShare}`;
    if (wanted === this.filled) return;
    const source = this.images.source(this.settings);
    const { input, target } = this.network;
    const [pixels, units] = [input.length / batchSize, target.length / batchSize];
    const indexes = this.images.batch(this.settings, this.step);
    for (let i = 1; i < batchSize; i++) {
      if (source && i <= indexes.length) {
        source.image(indexes[i - 1], input, i * pixels);
        source.target(indexes[i - 1], target, i * units);
      } else {
        input.copyWithin(i * pixels, 0, pixels);
        target.copyWithin(i * units, 0, units);
      }
    }
    this.network.drawMasks(new Random(seed * STEPS_APART + this.step));
    this.filled = wanted;
  }
}

/** Sheets that are not always there. */
const SOMETIMES: ReadonlySet<SheetKey> = new Set(['squares', 'next', 'turned']);

/** Masks of two seeds are drawn from numbers so far apart. */
const STEPS_APART = 2 ** 20;

/** The first of a batch, where both batches are of the same size and their images, too. */
function takeFirst(to: Float64Array, from: Float64Array, batchSize: number): void {
  if (to.length === from.length) to.set(from.subarray(0, from.length / batchSize));
}

function emptyLike(parameters: Network['parameters']): Map<string, Float64Array> {
  return new Map([...parameters].map(([name, values]) => [name, new Float64Array(values.length)]));
}
