import type { Kernels } from '../engine/kernels';
import { layerFor } from '../engine/layers';
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
import { copyOverlap, hasKept, type Overlap } from './overlap/overlap';
import { correctIn } from './prediction';
import { arraysOf, copyOf, putAllInto, putInto, type TrainerState } from './trainerState';

/**
 * A notebook's network in training. It knows no cells, so a run can move it to a worker.
 *
 * The batch of a step is the image on the page, then batch size − 1 images chosen by seed and step number; so
 * the same cells always lead to the same next step. The current gradients are those that the next step will
 * use, unless the page is in evaluate mode or shows a validation image.
 */
export class Training {
  readonly settings: Settings;
  step = 0;
  /** Number of steps the optimiser has taken since its memory was cleared. */
  optimiserStep = 0;
  batchLoss = 0;
  network: Network;
  /** Called before each step with what it is computed from; these arrays are valid only during the call. */
  onStep?: (...step: Parameters<LastStep['note']>) => void;
  /** Evaluates images with the current weights. */
  readonly evaluator: Evaluator;
  protected readonly memory: OptimiserMemory;
  /** Everything a step changes, from before the last step. */
  private snapshot: ParameterSnapshot<{ step: number; optimiserStep: number }>;
  private readonly batch = new Batch();
  private readonly givenMasks = new Map<string, Float64Array>();
  private isBatchRevealed = false;

  /** All numbers are 0 until `reset` or `load`. */
  constructor(
    readonly spec: NotebookSpec,
    readonly images = new Images(spec.data),
    readonly kernels?: Kernels,
  ) {
    this.settings = { ...INITIAL_SETTINGS, ...spec.settings };
    this.network = this.compile();
    this.evaluator = new Evaluator(spec.network, kernels);
    this.memory = new OptimiserMemory(this.network.parameters, this.settings.optimiser);
    this.snapshot = this.newSnapshot();
  }

  /** Back to step 0, with the initial weights of the seed and an empty memory. */
  reset(): void {
    for (const [name, values] of initialParameters(this.spec, this.settings.seed)) {
      this.network.parameters.get(name)!.set(values);
    }
    for (const { name, state } of this.network.shapes) {
      // Without images the statistics cannot be computed again, so they stay.
      if (this.images.isMissing && this.isInputNorm(name)) continue;
      for (const each of state) this.network.state.get(each.name)!.fill(each.initial);
    }
    this.normalise();
    this.clearMemory();
    this.step = 0;
  }

  /** Call when the images have changed: computes their mean and standard deviation again. */
  normalise(): void {
    normalise(this.network, this.images, this.settings);
  }

  /**
   * Takes over from another training: the numbers that both networks have with their memory, all settings, and the image
   * if it fits. What is new starts from the seed, with an empty memory.
   */
  adopt(other: Training, kept: Overlap): void {
    Object.assign(this.settings, other.settings);
    this.fitBatchSize();
    this.reset();
    this.showImage();
    copyOverlap(kept, this.network.parameters, other.network.parameters);
    this.memory.adopt(other.memory, kept);
    const isTrained = [...kept].some(([name, each]) => this.network.parameters.has(name) && hasKept(each));
    if (isTrained) [this.step, this.optimiserStep] = [other.step, other.optimiserStep];
    const isSameData = JSON.stringify(this.spec.data) === JSON.stringify(other.spec.data);
    copyOverlap(kept, this.network.state, other.network.state);
    // Mean and standard deviation of other images are theirs.
    if (!isSameData) return this.normalise();
    copyFirstImage(this.network.input, other.network.input, this.network.batchSize);
    copyFirstImage(this.network.target, other.network.target, this.network.batchSize);
  }

  /**
   * Puts the image numbered `settings.image`, and its target, on the page; changes nothing if there are no
   * images.
   */
  showImage(): void {
    const source = this.images.source(this.settings);
    if (!source) return;
    source.image(this.images.pageIndex(this.settings), this.network.input, 0);
    source.target(this.images.pageIndex(this.settings), this.network.target, 0);
  }

  /**
   * From now on the dropout layer's mask is the given one, for each image of the batch, until another is given.
   * @param tensor the mask's name, such as "dropout.mask"
   * @param mask for one image
   */
  giveMask(tensor: string, mask: Float64Array): void {
    this.givenMasks.set(tensor, mask);
  }

  /**
   * Forward and backward over the batch: afterwards all values, the loss and the gradients match the weights.
   */
  compute(): void {
    this.forgetOtherOptimiser();
    this.fitBatchSize();
    this.passBatch();
    this.network.reveal(1);
  }

  /** Takes a step and brings the page up to date. @throws DivergedError like `takeStep` */
  train(): void {
    this.takeStep();
    this.showStep();
  }

  /**
   * Takes one optimiser step with the current gradients, then computes those of the next. The maps on the
   * page are outdated until `showStep`.
   *
   * @throws DivergedError if that leads to numbers that are not finite; the step is then undone
   */
  takeStep(): void {
    if (this.network.batchSize !== this.settings.batchSize) this.compute();
    const { network, settings, memory } = this;
    this.forgetOtherOptimiser();
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
   * Brings the maps on the page up to date after a step.
   *
   * @throws DivergedError if a number among them is not finite; the step is then undone
   */
  showStep(): void {
    this.network.reveal(1);
    const fault = firstNotFinite(this.network, this.batchLoss);
    if (!fault) return;
    Object.assign(this, this.snapshot.restore());
    this.compute();
    throw new DivergedError(fault);
  }

  /**
   * Brings the hidden layers of all images of the batch up to date; the page shows the first, explanations
   * use all.
   */
  revealBatch(): void {
    if (!this.isBatchRevealed) this.network.reveal();
    this.isBatchRevealed = true;
  }

  /**
   * A copy of everything that determines the next steps, for a trainer in another thread.
   *
   * @param andPage include what the page shows, so that it need not be computed there
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

  /** Takes over the state of another trainer of the same notebook; works without its images. */
  load({ settings, counts, owner, filled, arrays, batchLoss }: TrainerState): void {
    Object.assign(this.settings, settings);
    Object.assign(this, counts);
    this.memory.owner = owner;
    this.fitBatchSize();
    this.batch.filled = filled;
    const hasPage = batchLoss !== undefined;
    putAllInto(arraysOf(this.network, this.memory, hasPage), arrays);
    if (!hasPage) return this.compute();
    this.network.training = this.isTrainMode;
    this.batchLoss = batchLoss;
    this.isBatchRevealed = false;
  }

  /** The learning rate at the next step. */
  get nextLearningRate(): number {
    return learningRateAt(this.settings.schedule, this.settings, this.step);
  }

  /** Number of epochs so far, as a fraction. */
  get epoch(): number {
    return this.step / this.images.stepsPerEpoch(this.settings);
  }

  /** How many images of the batch the network classifies correctly. */
  get correct(): number {
    return correctIn(this.network);
  }

  protected get options(): OptimiserOptions {
    return { ...this.settings, learningRate: this.nextLearningRate };
  }

  /** Clears the memory when the optimiser has changed: another one cannot use it. */
  private forgetOtherOptimiser(): void {
    if (this.memory.owner !== this.settings.optimiser) this.clearMemory();
  }

  private isInputNorm(name: string): boolean {
    return this.spec.network.layers.some((layer) => layer.type === 'inputNorm' && layer.name === name);
  }

  private clearMemory(): void {
    this.memory.empty(this.settings.optimiser);
    this.optimiserStep = 0;
  }

  /**
   * Computes the gradients for the step, where the current ones will not do: in evaluate mode, and for a
   * validation image on the page, which is not trained with and is replaced by a training image.
   */
  private passToTrain(): void {
    const { network, images, settings } = this;
    const pass = () => this.pass(true);
    if (images.isValidation(settings)) withSubstitute(network, images, settings, this.step, pass);
    else if (!network.training) pass();
  }

  private passBatch(): void {
    this.batch.fill(this.network, this.images, this.settings, this.step);
    for (const [tensor, mask] of this.givenMasks) {
      const own = this.network.auxiliary.get(tensor)!;
      for (let at = 0; at < own.length; at += mask.length) own.set(mask, at);
    }
    if (!this.isTrainMode && this.measuresBatch) this.measureBatch();
    this.pass(this.isTrainMode);
  }

  /** Whether the page has statistics of the batch. */
  private get measuresBatch(): boolean {
    return this.spec.network.layers.some((layer) => layerFor(layer).mixesImages);
  }

  /** In evaluate mode no result depends on the statistics of the batch, but the page shows them. */
  private measureBatch(): void {
    this.network.training = true;
    this.network.forward();
  }

  /** Whether the page shows the network in train mode rather than evaluate mode. */
  private get isTrainMode(): boolean {
    return this.settings.mode === 'train';
  }

  private pass(training: boolean): void {
    this.network.training = training;
    this.batchLoss = this.network.forward();
    this.network.backward();
    this.isBatchRevealed = false;
  }

  /**
   * When the batch size was changed, compiles a network of that size and moves image, target and parameters
   * over.
   */
  private fitBatchSize(): void {
    const old = this.network;
    if (old.batchSize === this.settings.batchSize) return;
    this.network = this.compile();
    putInto(this.network.parameters, old.parameters);
    putInto(this.network.state, old.state);
    this.network.input.set(old.input.subarray(0, old.input.length / old.batchSize));
    this.network.target.set(old.target.subarray(0, old.target.length / old.batchSize));
    this.snapshot = this.newSnapshot();
    this.batch.filled = '';
  }

  private compile(): Network {
    return compile(this.spec.network, this.settings.batchSize, undefined, this.kernels);
  }

  private newSnapshot(): ParameterSnapshot<{ step: number; optimiserStep: number }> {
    const { parameters, state } = this.network;
    return new ParameterSnapshot([...parameters.values(), ...state.values(), ...this.memory.arrays]);
  }
}

/** Copies the first image of a batch, if both batches have the same size. */
function copyFirstImage(to: Float64Array, from: Float64Array, batchSize: number): void {
  if (to.length === from.length) to.set(from.subarray(0, from.length / batchSize));
}
