import type { NamedArrays } from '../../engine/namedArrays';
import type { TrainerState } from '../trainerState';
import type { Training } from '../training';

/** What determines the next steps, with the image on the page alone of the batch: all others follow from seed and step. */
export function stateOf(training: Training): TrainerState {
  const { settings, counts, owner, arrays } = training.save();
  const { parameters, state, velocities, secondMoments } = arrays;
  const batch = firstOf(arrays.batch, settings.batchSize);
  return {
    settings,
    counts,
    owner,
    filled: '',
    arrays: { parameters, state, velocities, secondMoments, batch },
  };
}

function firstOf(arrays: NamedArrays, batchSize: number): NamedArrays {
  return new Map([...arrays].map(([name, values]) => [name, values.slice(0, values.length / batchSize)]));
}

/** Whether arrays hold the same numbers as those of the same names, to the bit. */
export function areSame(some: NamedArrays, others: NamedArrays): boolean {
  return [...some].every(([name, values]) =>
    others.get(name)!.every((value, index) => Object.is(value, values[index])),
  );
}

export function bytesOf({ arrays }: TrainerState): number {
  const all = Object.values(arrays).flatMap((group) => [...group.values()]);
  return all.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
