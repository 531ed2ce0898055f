import type { OptimiserName } from '../../../engine/optimisers';
import type { Activation } from '../../../engine/spec';
import { activationTable } from '../../kinds/activations';
import { layerTable } from '../../kinds/layers';
import { optimiserTable } from '../../kinds/optimisers';
import type { EntryKey } from '../contents';
import type { Entry } from '../entry';
import { ofActivation } from '../ofActivation';
import { ofOptimiser } from '../ofOptimiser';
import { activations } from './activations';
import { answers } from './answers';
import { layers } from './layers';
import { maps } from './maps';
import { optimisers } from './optimisers';
import { page } from './page';
import { training } from './training';
import { weights } from './weights';

/** An entry whose `see` must name terms of the glossary, or this file does not compile. */
interface LinkedEntry extends Entry {
  readonly see?: readonly EntryKey[];
}

type Linked = Readonly<Record<string, LinkedEntry>>;

const general: readonly Linked[] = [layers, maps, activations, weights, answers, training, optimisers, page];

const ofLayers: readonly Linked[] = Object.values(layerTable).map(({ glossary }) => glossary.entries);

const ofActivations = Object.entries(activationTable).flatMap(([name, kind]) =>
  'entry' in kind ? [[name, ofActivation(name as Activation, kind.entry satisfies LinkedEntry)]] : [],
);

const ofOptimisers = Object.entries(optimiserTable).map(([name, { glossary }]) => [
  glossary.key,
  ofOptimiser(name as OptimiserName, glossary satisfies { entry: LinkedEntry }),
]);

/** All entries of the glossary by key. */
export const ENTRIES = Object.assign(
  {},
  ...general,
  ...ofLayers,
  Object.fromEntries(ofActivations),
  Object.fromEntries(ofOptimisers),
) as Readonly<Record<EntryKey, LinkedEntry>>;
