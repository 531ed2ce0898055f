import type { NamedArrays } from '../engine/namedArrays';
import type { OptimiserName } from '../engine/optimisers';
import { copyOverlap, type Overlap } from './overlap/overlap';

/**
 * The optimiser's memory for each parameter (velocities, second moments), and which optimiser it belongs to:
 * no other can use it.
 */
export class OptimiserMemory {
  readonly velocities: NamedArrays;
  readonly secondMoments: NamedArrays;

  /** @param owner the optimiser that the memory belongs to */
  constructor(
    parameters: NamedArrays,
    public owner: OptimiserName,
  ) {
    this.velocities = emptyLike(parameters);
    this.secondMoments = emptyLike(parameters);
  }

  get arrays(): Float64Array[] {
    return [...this.velocities.values(), ...this.secondMoments.values()];
  }

  empty(owner: OptimiserName): void {
    for (const values of this.arrays) values.fill(0);
    this.owner = owner;
  }

  /** Copies another memory for the numbers that both networks have. */
  adopt(other: OptimiserMemory, kept: Overlap): void {
    copyOverlap(kept, this.velocities, other.velocities);
    copyOverlap(kept, this.secondMoments, other.secondMoments);
    this.owner = other.owner;
  }
}

function emptyLike(parameters: NamedArrays): NamedArrays {
  return new Map([...parameters].map(([name, values]) => [name, new Float64Array(values.length)]));
}
