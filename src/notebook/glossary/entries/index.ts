import type { EntryKey } from '../contents';
import type { Entry } from '../entry';
import { activations } from './activations';
import { answers } from './answers';
import { layers } from './layers';
import { maps } from './maps';
import { normalisations } from './normalisations';
import { optimisers } from './optimisers';
import { page } from './page';
import { pools } from './pools';
import { training } from './training';
import { weights } from './weights';

/** The glossary. */
export const ENTRIES: Readonly<Record<EntryKey, Entry>> = {
  ...layers,
  ...pools,
  ...normalisations,
  ...maps,
  ...activations,
  ...weights,
  ...answers,
  ...training,
  ...optimisers,
  ...page,
};
