import { optimisers, type OptimiserName } from '../engine/optimisers';
import type { Block } from '../notebook/sheet/block';
import { NAMES } from '../notebook/layout/outputs';
import { SHEET_KEYS, type SheetKey } from '../notebook/sheet/plan';
import { acceptNumber, numberOf, type SettingKey } from '../notebook/sheet/settings';
import { gradientOf, valuesOf } from '../notebook/sheet/tensors';
import { Changes } from './changes';
import { nextWeights } from './nextWeights';
import { predictionOf } from './prediction';
import { Training } from './training';

/**
 * The numbers of a notebook, on the engine's side of the cells. It knows no worksheet: `accept` takes what
 * cells hold, and `valuesFor` gives what they should hold.
 */
export class Trainer extends Training {
  /** By how much the numbers on the sheet of values have changed. */
  readonly changes = new Changes(this);

  constructor(...given: ConstructorParameters<typeof Training>) {
    super(...given);
    this.reset();
    this.showImage();
  }

  /** The sheets that the notebook needs now: the optional ones only where the optimiser uses that memory. */
  get sheets(): SheetKey[] {
    const { memory } = optimisers[this.settings.optimiser];
    return SHEET_KEYS.filter((key) => !OPTIONAL_SHEETS.has(key) || memory.some((each) => each === key));
  }

  /** The network's answer for the image on the page, in words. */
  get predicted(): string {
    return predictionOf(this.spec, this.network, 0);
  }

  /** The optimiser that the memory belongs to. */
  get memoryOwner(): OptimiserName {
    return this.memory.owner;
  }

  /** Call after the cells were first read: the memory in them belongs to the optimiser that they name. */
  trustMemory(): void {
    this.memory.owner = this.settings.optimiser;
  }

  /** What the cells of a block should hold. A view, valid until the next call that computes. */
  valuesFor(key: SheetKey, block: Block): Float64Array {
    if (key === 'gradients') return gradientOf(this.network, block);
    if (key === 'next') return this.nextOf(block);
    if (key === 'rotated') return valuesOf(this.network, block).slice().reverse();
    if (key === 'changes') return this.changes.of(block);
    if (key !== 'values') return this.memoryOf(key, block);
    if (block.source.kind === 'setting')
      return Float64Array.of(numberOf(this.settings, block.source.tensor as SettingKey));
    if (block.role === 'status') return Float64Array.of(this.statusOf(block));
    return valuesOf(this.network, block);
  }

  /** What the numbers of a block are compared with on the sheet of changes. */
  before(block: Block): Float64Array {
    return this.changes.before(block);
  }

  /** What the cell of a text block should hold. */
  textFor({ name }: Block): string {
    if (name === NAMES.predicted) return this.predicted;
    return name === NAMES.data ? this.images.name : '';
  }

  /** Takes over what the cells of a block hold. */
  accept(key: SheetKey, block: Block, values: ArrayLike<number>): void {
    if (key === 'velocities' || key === 'secondMoments') this.memoryOf(key, block).set(values);
    else if (block.source.kind === 'setting')
      acceptNumber(this.settings, block.source.tensor as SettingKey, values[0]);
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
        return this.nextLearningRate;
      case NAMES.epoch:
        return this.epoch;
      default:
        return this.batchLoss;
    }
  }

  private nextOf(block: Block): Float64Array {
    return nextWeights(
      this.settings.optimiser,
      valuesOf(this.network, block),
      gradientOf(this.network, block),
      {
        velocities: this.memoryOf('velocities', block),
        secondMoments: this.memoryOf('secondMoments', block),
      },
      this.options,
      this.optimiserStep + 1,
    );
  }

  private memoryOf(key: 'velocities' | 'secondMoments', { source, ...block }: Block): Float64Array {
    const { length } = valuesOf(this.network, { source, ...block });
    return this.memory[key].get(source.tensor)!.subarray(source.offset, source.offset + length);
  }
}

/** Sheets that not every notebook has. */
const OPTIONAL_SHEETS: ReadonlySet<SheetKey> = new Set(['secondMoments', 'next', 'rotated', 'changes']);
