import { benchEngine } from './engineBench';
import { benchGrowth } from './growth/growthBench';
import type { Options, Outcome } from './options';

/** What the options ask for. Throws an Error where contestants disagree. */
export function bench(options: Options): Promise<Outcome> {
  return options.growth ? benchGrowth(options) : benchEngine(options);
}
