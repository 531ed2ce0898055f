import type { NetworkSpec } from '../../../src/engine/spec';
import { ENTRIES } from '../../../src/notebook/glossary/entries';
import type { EntryKey } from '../../../src/notebook/glossary/contents';
import { Subject } from '../../../src/notebook/glossary/subject';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { INITIAL_SETTINGS, type Settings } from '../../../src/notebook/sheet/settings';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { notebookOf } from '../networks';

export function subjectOf(spec: NotebookSpec, layer?: string, settings: Partial<Settings> = {}): Subject {
  return new Subject(planNotebook(spec), { ...INITIAL_SETTINGS, ...spec.settings, ...settings }, layer);
}

/** What an entry says of a notebook. */
export function words(
  entry: EntryKey,
  spec: NotebookSpec,
  layer?: string,
  settings?: Partial<Settings>,
): string | undefined {
  return ENTRIES[entry].here?.(subjectOf(spec, layer, settings));
}

/** One of every kind of layer that the starters do without. */
const UNUSUAL: NetworkSpec = {
  input: { channels: 3, height: 12, width: 10 },
  layers: [
    { type: 'inputNorm', name: 'norm' },
    {
      type: 'conv2d',
      name: 'wide',
      filters: 4,
      kernel: [3, 3],
      dilation: 2,
      padding: 2,
      activation: 'leakyRelu',
    },
    { type: 'batchNorm', name: 'bn', activation: 'tanh' },
    { type: 'depthwiseConv2d', name: 'deep', kernel: [3, 1], stride: 2, padding: 'same', activation: 'gelu' },
    { type: 'averagePool2d', name: 'mean', size: [2, 2] },
    { type: 'dropout', name: 'drop', rate: 0.25 },
    { type: 'flatten', name: 'flat' },
    { type: 'dense', name: 'hidden', units: 5, activation: 'sigmoid' },
    { type: 'dense', name: 'out', units: 2 },
  ],
  loss: 'squaredError',
};

export const UNUSUAL_NOTEBOOK: NotebookSpec = notebookOf(UNUSUAL);
