import type { Kernels } from '../engine/kernels';
import { compile, type Network } from '../engine/network';
import { optimise, type OptimiserOptions } from '../engine/optimisers';
import { learningRateAt } from '../engine/schedules';
import { initialParameters } from '../notebook/sheet/initialise';
import type { NotebookSpec } from '../notebook/sheet/spec';
import { INITIAL_SETTINGS, type Settings } from '../notebook/sheet/settings';
import { ParameterSnapshot } from './parameterSnapshot';
import { Batch, withSubstitute } from './batch';
import { DivergedError, firstNotFinite, isFiniteAfterStep } from './diverged';
import { Evaluator } from './evaluate';
import type { LastStep } from './lastStep';
import { Images } from './images';
import { normalise } from './normalise';
import { OptimiserMemory } from './optimiserMemory';
import { correctIn } from './prediction';
import { arraysOf, copyOf, putAllInto, putInto, type TrainerState } from './trainerState';

/**
 * The network of a notebook in training. It knows no cell, so that a run can take it to another thread.
 *
 * The batch of a step is the image on the page, then batch size − 1 images that the seed and the step
 * number name; so the same cells always lead to the same next step. The gradients that stand are
 * those that the next step will use, unless the page is in evaluate mode or shows an image kept for validation.
 */
export class Training {
  readonly settings: Settings;
  step = 0;
  /** Steps that the optimiser has taken since its memory was empty. */
  optimiserStep = 0;
  batchLoss = 0;
  network: Network;
  /** Told what a step is about to be made from, which stays as it is only until this returns. */
  onStep?: (...step: Parameters<LastStep['note']>) => void;
  /** Tells images with the weights as they are. */
  readonly evaluator: Evaluator;
  protected readonly memory: OptimiserMemory;
  /** What a step changes, as it was before the step under way. */
  private snapshot: ParameterSnapshot<{ step: number; optimiserStep: number }>;
  private readonly batch = new Batch();
  private isBatchRevealed = false;

  /** All at 0, until `reset` or `load`. */
  constructor(
    readonly spec: NotebookSpec,
    readonly images = new Images(spec.data),
    readonly kernels?: Kernels,
  ) {
    this.settings = { ...INITIAL_SETTINGS, ...spec.settings };
    this.network = this.compile();
    this.evaluator = new Evaluator(spec.network, kernels);
    this.memory = new OptimiserMemory(this.network.parameters, this.settings.optimiser);
    this.snapshot = this.takeSnapshot();
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

  /** The images are others: so are their mean and standard deviation. */
  normalise(): void {
    normalise(this.network, this.images, this.settings);
  }

  /**
   * Take over what another network has learned: the parameters of these names, what is remembered of them, all settings,
   * and the image, where it fits.
   */
  adopt(other: Training, kept: ReadonlySet<string>): void {
    Object.assign(this.settings, other.settings);
    this.fitBatchSize();
    this.forget();
    this.reset();
    this.showImage();
    for (const name of kept) this.network.parameters.get(name)!.set(other.network.parameters.get(name)!);
    this.memory.adopt(other.memory, kept);
    if (kept.size) [this.step, this.optimiserStep] = [other.step, other.optimiserStep];
    if (JSON.stringify(this.spec.data) !== JSON.stringify(other.spec.data)) return;
    takeFirst(this.network.input, other.network.input, this.network.batchSize);
    takeFirst(this.network.target, other.network.target, this.network.batchSize);
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
    this.passBatch();
    this.network.reveal(1);
  }

  /** A step, and the page that it leads to. @throws DivergedError as `takeStep` */
  train(): void {
    this.takeStep();
    this.showStep();
  }

  /**
   * One step of the optimiser down the gradients that stand, and the gradients of the next. Of the page, the maps stay
   * behind until `showStep`.
   * @throws DivergedError when that leads to numbers that are not finite; then everything is as before.
   */
  takeStep(): void {
    if (this.network.batchSize !== this.settings.batchSize) this.compute();
    const { network, settings, memory } = this;
    this.forgetOthers();
    this.snapshot.save({ step: this.step, optimiserStep: this.optimiserStep });
    this.passToTrain();
    network.advance();
    const { parameters, gradients } = network;
    const trained = {
      parameters,
      gradients,
      velocities: memory.velocities,
      secondMoments: memory.secondMoments,
    };
    this.onStep?.(trained, settings.optimiser, this.options, this.optimiserStep + 1, this.step);
    optimise(settings.optimiser, trained, this.options, this.optimiserStep + 1);
    this.step += 1;
    this.optimiserStep += 1;
    this.passBatch();
    if (!isFiniteAfterStep(network, this.batchLoss)) this.showStep();
  }

  /**
   * Bring up the maps of the page after a step.
   * @throws DivergedError when there are numbers among them that are not finite; then the step is taken back.
   */
  showStep(): void {
    this.network.reveal(1);
    const fault = firstNotFinite(this.network, this.batchLoss);
    if (!fault) return;
    Object.assign(this, this.snapshot.restore());
    this.compute();
    throw new DivergedError(fault);
  }

  /** Bring up the hidden layers of all images of the batch, of which the page shows the first: explanations look at them. */
  revealBatch(): void {
    if (!this.isBatchRevealed) this.network.reveal();
    this.isBatchRevealed = true;
  }

  /**
   * All that the next steps follow from, in copies, for a trainer in another thread.
   * @param andPage also what stands on the page, so that it need not be computed there
   */
  save({ andPage = false } = {}): TrainerState {
    const { settings, step, optimiserStep, memory, batch } = this;
    return {
      settings: { ...settings },
      counts: { step, optimiserStep },
      owner: memory.owner,
      filled: batch.filled,
      arrays: copyOf(arraysOf(this.network, memory, andPage)),
      batchLoss: andPage ? this.batchLoss : undefined,
    };
  }

  /** Stand where another trainer of the same notebook stood; its images need not be here. */
  load({ settings, counts, owner, filled, arrays, batchLoss }: TrainerState): void {
    Object.assign(this.settings, settings);
    Object.assign(this, counts);
    this.memory.owner = owner;
    this.fitBatchSize();
    this.batch.filled = filled;
    const hasPage = batchLoss !== undefined;
    putAllInto(arraysOf(this.network, this.memory, hasPage), arrays);
    if (!hasPage) return this.compute();
    this.network.training = this.trains;
    this.batchLoss = batchLoss;
    this.isBatchRevealed = false;
  }

  /** The rate of the next step, as the schedule has it. */
  get rateNow(): number {
    return learningRateAt(this.settings.schedule, this.settings, this.step);
  }

  /** How often every image to train with has been in a batch. */
  get epoch(): number {
    return this.step / this.images.stepsPerEpoch(this.settings);
  }

  /** How many of the batch's images the network tells right. */
  get correct(): number {
    return correctIn(this.network);
  }

  protected get options(): OptimiserOptions {
    return { ...this.settings, learningRate: this.rateNow };
  }

  /** What one optimiser remembers is nothing to another. */
  private forgetOthers(): void {
    if (this.memory.owner !== this.settings.optimiser) this.forget();
  }

  private isInputNorm(name: string): boolean {
    return this.spec.network.layers.some((layer) => layer.type === 'inputNorm' && layer.name === name);
  }

  private forget(): void {
    this.memory.empty(this.settings.optimiser);
    this.optimiserStep = 0;
  }

  /**
   * What the step goes down: the gradients that stand, unless the page shows evaluate mode, or an image that is kept
   * for validation. That one is not trained with; another takes its place in the batch for as long.
   */
  private passToTrain(): void {
    const { network, images, settings } = this;
    const pass = () => this.pass(true);
    if (images.isValidation(settings)) withSubstitute(network, images, settings, this.step, pass);
    else if (!network.training) pass();
  }

  private passBatch(): void {
    this.batch.fill(this.network, this.images, this.settings, this.step);
    this.pass(this.trains);
  }

  /** Does the page show the network in training, and not as it is evaluated? */
  private get trains(): boolean {
    return this.settings.mode === 'train';
  }

  private pass(training: boolean): void {
    this.network.training = training;
    this.batchLoss = this.network.forward();
    this.network.backward();
    this.isBatchRevealed = false;
  }

  /** A batch size typed over needs a network of that size; image, target and all that is learned move into it. */
  private fitBatchSize(): void {
    const old = this.network;
    if (old.batchSize === this.settings.batchSize) return;
    this.network = this.compile();
    putInto(this.network.parameters, old.parameters);
    putInto(this.network.state, old.state);
    this.network.input.set(old.input.subarray(0, old.input.length / old.batchSize));
    this.network.target.set(old.target.subarray(0, old.target.length / old.batchSize));
    this.snapshot = this.takeSnapshot();
    this.batch.filled = '';
  }

  private compile(): Network {
    return compile(this.spec.network, this.settings.batchSize, undefined, this.kernels);
  }

  private takeSnapshot(): ParameterSnapshot<{ step: number; optimiserStep: number }> {
    const { parameters, state } = this.network;
    return new ParameterSnapshot([...parameters.values(), ...state.values(), ...this.memory.arrays]);
  }
}

/** The first of a batch, where both batches are of the same size and their images, too. */
function takeFirst(to: Float64Array, from: Float64Array, batchSize: number): void {
  if (to.length === from.length) to.set(from.subarray(0, from.length / batchSize));
}
