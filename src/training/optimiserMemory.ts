import type { NamedArrays } from '../engine/namedArrays';
import type { OptimiserName } from '../engine/optimisers';

/** What an optimiser remembers of each parameter, and which optimiser that is: another one cannot use it. */
export class OptimiserMemory {
  readonly velocities: NamedArrays;
  readonly secondMoments: NamedArrays;

  /** @param owner the optimiser whose memory it is */
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

  /** Take over what another remembers of these parameters. */
  adopt(other: OptimiserMemory, names: Iterable<string>): void {
    for (const name of names) {
      this.velocities.get(name)!.set(other.velocities.get(name)!);
      this.secondMoments.get(name)!.set(other.secondMoments.get(name)!);
    }
  }
}

function emptyLike(parameters: NamedArrays): NamedArrays {
  return new Map([...parameters].map(([name, values]) => [name, new Float64Array(values.length)]));
}
