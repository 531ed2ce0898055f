// The glossary: terms of the field, with the numbers of the open notebook. The entries of each kind of layer,
// activation and optimiser are in kinds; here are all others, and what they share. Imports: engine, sheet,
// layout, model, kinds.
import { activationTable } from '../kinds/activations';
import { layerTable } from '../kinds/layers';
import { optimiserTable } from '../kinds/optimisers';
import { activations } from './entries/activations';
import { answers } from './entries/answers';
import { layers } from './entries/layers';
import { maps } from './entries/maps';
import { optimisers } from './entries/optimisers';
import { page } from './entries/page';
import { training } from './entries/training';
import { weights } from './entries/weights';

type General =
  | typeof layers
  | typeof maps
  | typeof activations
  | typeof weights
  | typeof answers
  | typeof training
  | typeof optimisers
  | typeof page;
type OfLayers = (typeof layerTable)[keyof typeof layerTable]['glossary']['entries'];
type OfOptimisers = (typeof optimiserTable)[keyof typeof optimiserTable]['glossary'];

/** The keys of each member of a union. */
type KeyOf<Entries> = Entries extends unknown ? keyof Entries & string : never;

/** The key of an entry. */
export type EntryKey =
  KeyOf<General> | KeyOf<OfLayers> | Exclude<keyof typeof activationTable, 'none'> | OfOptimisers['key'];

const keysOf = (entries: object) => Object.keys(entries) as EntryKey[];

/** Every term of the glossary, in the order of the pane's list. */
export const CONTENTS = {
  Layers: [
    ...keysOf(layers),
    ...Object.values(layerTable).flatMap(({ glossary }) => keysOf(glossary.entries)),
  ],
  'Filters and maps': keysOf(maps),
  Activations: [...keysOf(activations), ...keysOf(activationTable).filter((name) => String(name) !== 'none')],
  Weights: keysOf(weights),
  'Answer and loss': keysOf(answers),
  Training: keysOf(training),
  Optimisers: [
    'optimiser',
    ...Object.values(optimiserTable).map(({ glossary }): EntryKey => glossary.key),
    ...keysOf(optimisers).filter((key) => key !== 'optimiser'),
  ],
  'This notebook': keysOf(page),
} as const satisfies Readonly<Record<string, readonly EntryKey[]>>;

export type Chapter = keyof typeof CONTENTS;

export const CHAPTERS = Object.keys(CONTENTS) as Chapter[];
export const ENTRY_KEYS: readonly EntryKey[] = CHAPTERS.flatMap((chapter) => CONTENTS[chapter]);

/** What is looked up: a term, and the layer from which it was looked up, if any. */
export interface Topic {
  readonly entry: EntryKey;
  /** Name of the layer, e.g. "conv1". */
  readonly layer?: string;
}
