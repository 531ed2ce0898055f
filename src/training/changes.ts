import type { Block } from '../notebook/sheet/block';
import { valuesOf } from '../notebook/sheet/tensors';
import { Training } from './training';

/** What numbers are compared with: those before they last changed, or those of the first weights. */
export type ChangesSince = 'last' | 'start';

/** By how much the numbers on a notebook's sheet have changed. */
export class Changes {
  since: ChangesSince = 'last';
  /** The numbers by the names of their blocks, as they were written last, and before those. */
  private latest?: ReadonlyMap<string, Float64Array>;
  private former?: ReadonlyMap<string, Float64Array>;
  /** The same notebook at step 0, with the image on the page; until the next writing. */
  private start?: Training;

  constructor(private readonly training: Training) {}

  /** Call before these blocks are written: where a number differs from what was written last, that is what it is compared with. */
  note(blocks: readonly Block[]): void {
    const now = new Map(blocks.map((block) => [block.name, valuesOf(this.training.network, block).slice()]));
    const { latest } = this;
    // The first weights may be those of another seed now.
    this.start = undefined;
    if (latest && [...now].every(([name, values]) => isSame(values, latest.get(name)))) return;
    this.former = latest;
    this.latest = now;
  }

  /** What a block's numbers are compared with: themselves, as long as nothing is known to have changed. */
  before(block: Block): Float64Array {
    if (this.since === 'start') return valuesOf(this.atStart().network, block);
    return this.former?.get(block.name) ?? valuesOf(this.training.network, block);
  }

  /** Each number of a block less what it was. */
  of(block: Block): Float64Array {
    const before = this.before(block);
    return valuesOf(this.training.network, block).map((value, index) => value - before[index]);
  }

  private atStart(): Training {
    this.start ??= startOf(this.training);
    return this.start;
  }
}

/** Another training of the notebook, with its settings and the image on the page, back at step 0. */
function startOf(training: Training): Training {
  const { spec, images, kernels } = training;
  const start = new Training(spec, images, kernels);
  start.load(training.save());
  start.reset();
  start.compute();
  return start;
}

function isSame(values: Float64Array, others: Float64Array | undefined): boolean {
  return others !== undefined && values.every((value, index) => Object.is(value, others[index]));
}
