import type { OptimiserName } from '../../engine/optimisers';
import type { OptimiserGlossary } from '../kinds/optimisers/optimiserKind';
import type { Entry } from './entry';

/** The entry of an optimiser, with its settings in a notebook, or whether it is chosen. */
export function ofOptimiser(name: OptimiserName, { entry, here, settings }: OptimiserGlossary): Entry {
  return {
    ...entry,
    here: (subject) => {
      if (here) return here(subject);
      return subject.settings.optimiser === name ? 'It is the optimiser of this notebook.' : undefined;
    },
    cells: (subject) => subject.named(...settings),
  };
}
