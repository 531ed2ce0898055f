import type { Training } from './training';

/**
 * Copies what training has made: weights, running statistics, the optimiser's memory, and the counts.
 *
 * @returns brings all of it back, whatever the settings are then, and computes
 */
export function keepTraining(training: Training): () => void {
  const { counts, owner, arrays } = training.save();
  const { parameters, state, velocities, secondMoments } = arrays;
  return () =>
    training.load({
      settings: training.settings,
      counts,
      owner,
      filled: '',
      arrays: { parameters, state, velocities, secondMoments },
    });
}
