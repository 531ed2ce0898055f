import { digitAt } from '../data/digits';
import { compile, type Network } from '../engine/network';
import { sgdStep } from '../engine/sgd';
import type { Block } from '../notebook/block';
import { initialParameters } from '../notebook/initialise';
import { NAMES } from '../notebook/layout/outputs';
import type { Plan, SheetKey } from '../notebook/plan';
import { INITIAL_SETTINGS, type SettingKey, type Settings } from '../notebook/settings';
import { gradientOf, valuesOf } from '../notebook/tensors';

/** Thrown when a step leads to numbers that are not finite. Nothing has changed: the weights are as before the step. */
export class DivergedError extends Error {}

/**
 * The numbers of a notebook, on the engine's side of the cells. It knows no worksheet: cells are
 * handed in with `accept`, and what they should hold is asked with `valuesFor`.
 *
 * The batch of a step is the image on the page, then batch size − 1 digits that the seed and the step
 * number name; so the same cells always lead to the same next step. The gradients that stand are
 * those that the next step will use.
 */
export class Trainer {
  readonly settings: Settings = { ...INITIAL_SETTINGS };
  step = 0;
  batchLoss = 0;
  network: Network;
  private velocities: Map<string, Float64Array>;
  /** Weights, then velocities, as they were before the step under way. */
  private backup: Float64Array[];
  /** Which digits stand in the batch now; they are made again only when this changes. */
  private filled = '';

  constructor(private readonly plan: Plan) {
    this.network = compile(plan.spec.network, this.settings.batchSize);
    const { parameters } = this.network;
    this.velocities = new Map(
      [...parameters].map(([name, values]) => [name, new Float64Array(values.length)]),
    );
    this.backup = [...parameters.values(), ...this.velocities.values()].map((values) => values.slice());
    this.reset();
    this.showImage();
  }

  /** Back to the weights that the seed gives, at rest, at step 0. */
  reset(): void {
    for (const [name, values] of initialParameters(this.plan.spec, this.settings.seed)) {
      this.network.parameters.get(name)!.set(values);
    }
    for (const velocity of this.velocities.values()) velocity.fill(0);
    this.step = 0;
  }

  /** Put the image that `settings.image` counts on the page, with its target. */
  showImage(): void {
    const { positive } = this.plan.spec;
    const { pixels, label } = digitAt(this.settings.seed, this.settings.image - 1, { positive });
    this.network.input.set(pixels);
    this.setTarget(0, label);
  }

  /** Forward and backward over the batch: from here on every value, loss and gradient agrees with the weights. */
  compute(): void {
    this.fitBatchSize();
    this.fillBatch();
    this.batchLoss = this.network.forward();
    this.network.backward();
  }

  /**
   * One step of SGD down the gradients that stand, then `compute`.
   * @throws DivergedError when that leads to numbers that are not finite; then everything is as before.
   */
  train(): void {
    this.save();
    const { learningRate, momentum } = this.settings;
    sgdStep(this.network.parameters, this.network.gradients, this.velocities, { learningRate, momentum });
    this.step += 1;
    this.compute();
    const fault = this.firstNotFinite();
    if (!fault) return;
    this.restore();
    throw new DivergedError(fault);
  }

  /** What the cells of a block should hold. A view: valid until the next call that computes. */
  valuesFor(key: SheetKey, block: Block): Float64Array {
    if (key === 'gradients') return gradientOf(this.network, block);
    if (key === 'velocities') return this.velocityOf(block);
    if (block.source.kind === 'setting')
      return Float64Array.of(this.settings[block.source.tensor as SettingKey]);
    if (block.name === NAMES.step) return Float64Array.of(this.step);
    if (block.name === NAMES.batchLoss) return Float64Array.of(this.batchLoss);
    return valuesOf(this.network, block);
  }

  /** Take what the cells of a block hold. */
  accept(key: SheetKey, block: Block, values: ArrayLike<number>): void {
    if (key === 'velocities') this.velocityOf(block).set(values);
    else if (block.source.kind === 'setting') this.settings[block.source.tensor as SettingKey] = values[0];
    else if (block.name === NAMES.step) this.step = values[0];
    else valuesOf(this.network, block).set(values);
  }

  private velocityOf({ source, ...block }: Block): Float64Array {
    const { length } = valuesOf(this.network, { source, ...block });
    return this.velocities.get(source.tensor)!.subarray(source.offset, source.offset + length);
  }

  /** A batch size typed over needs a network of that size; weights, image and target move into it. */
  private fitBatchSize(): void {
    if (this.network.batchSize === this.settings.batchSize) return;
    const old = this.network;
    this.network = compile(this.plan.spec.network, this.settings.batchSize);
    for (const [name, values] of old.parameters) this.network.parameters.get(name)!.set(values);
    this.network.input.set(old.input.subarray(0, old.input.length / old.batchSize));
    this.network.target.set(old.target.subarray(0, old.target.length / old.batchSize));
    this.filled = '';
  }

  private fillBatch(): void {
    const { batchSize, seed } = this.settings;
    const wanted = `${seed} ${this.step} ${batchSize}`;
    if (wanted === this.filled) return;
    const { positive } = this.plan.spec;
    const size = this.network.input.length / batchSize;
    for (let i = 1; i < batchSize; i++) {
      // Counted downwards from −1, so that none of them is ever an image of the page, which count from 0 up.
      const { pixels, label } = digitAt(seed, -(this.step * LARGEST_BATCH + i), { positive });
      this.network.input.set(pixels, i * size);
      this.setTarget(i, label);
    }
    this.filled = wanted;
  }

  /** One unit answers "is it this digit?"; several are a class each, one-hot. */
  private setTarget(item: number, label: number): void {
    const { target, batchSize } = this.network;
    const units = target.length / batchSize;
    target.fill(0, item * units, (item + 1) * units);
    if (units === 1) target[item] = label === this.plan.spec.positive ? 1 : 0;
    else target[item * units + label] = 1;
  }

  private save(): void {
    let i = 0;
    for (const values of this.network.parameters.values()) this.backup[i++].set(values);
    for (const values of this.velocities.values()) this.backup[i++].set(values);
  }

  private restore(): void {
    let i = 0;
    for (const values of this.network.parameters.values()) values.set(this.backup[i++]);
    for (const values of this.velocities.values()) values.set(this.backup[i++]);
    this.step -= 1;
    this.compute();
  }

  /** Where the numbers stopped being finite, in words; undefined when they are. */
  private firstNotFinite(): string | undefined {
    for (const [name, values] of this.network.parameters)
      if (!values.every(Number.isFinite)) return `the weights ${name}`;
    for (const { name } of this.network.shapes) {
      if (!this.network.activations.get(name)!.every(Number.isFinite)) return `the activations of ${name}`;
    }
    if (!Number.isFinite(this.batchLoss)) return 'the loss';
    for (const [name, values] of this.network.gradients)
      if (!values.every(Number.isFinite)) return `the gradients of ${name}`;
    return undefined;
  }
}

/** Batches of different steps never share a digit, whatever the batch size. */
const LARGEST_BATCH = 256;
