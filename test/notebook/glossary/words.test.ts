import { activationFor } from '../../../src/engine/activations';
import { initialisers, type InitialiserName } from '../../../src/engine/initialisers';
import { lossFor } from '../../../src/engine/losses';
import { optimisers } from '../../../src/engine/optimisers';
import { layerTypes } from '../../../src/engine/layers';
import type { Activation, LossName } from '../../../src/engine/spec';
import { ENTRIES } from '../../../src/notebook/glossary/entries';
import {
  entryOfActivation,
  entryOfLayer,
  entryOfLoss,
  entryOfModelWord,
  INITIALISER_ENTRIES,
  SETTING_ENTRIES,
} from '../../../src/notebook/glossary/entryLookup';
import { optimiserTable } from '../../../src/notebook/kinds/optimisers';
import { COUNTED, TYPED } from '../../../src/notebook/model/columns';
import {
  ACTIVATION_WORDS,
  activationWord,
  LAYER_WORDS,
  layerOf,
  layerWord,
  LOSS_WORDS,
  lossWord,
  PADDING_WORDS,
} from '../../../src/notebook/model/words';
import { MODES, SCHEDULES, SETTINGS } from '../../../src/notebook/sheet/settings';

type Key = keyof typeof ENTRIES;

/** Whoever looks up the word finds it in the entry that it leads to. */
function expectTold(word: string, entry: Key | undefined): void {
  if (!entry)
    throw new Error(`"${word}" leads to no entry of the glossary: write one, and name it in words.ts`);
  const { term, also = [], text } = ENTRIES[entry];
  const told = [term, ...also, text].join(' ').toLowerCase();
  // "dense (fully connected)" is two words for one.
  for (const part of word.toLowerCase().replace(')', '').split(' (')) expect(told).toContain(part);
}

test('every kind of layer that the model table offers has an entry', () => {
  for (const word of LAYER_WORDS) expectTold(word, entryOfLayer(layerOf(word)!));
});

test('every activation of the engine has an entry', () => {
  for (const name of ['none', ...Object.keys(activationFor)] as Activation[])
    expectTold(activationWord(name), entryOfActivation(name));
});

test('every loss of the engine has an entry', () => {
  for (const name of Object.keys(lossFor) as LossName[]) expectTold(lossWord(name), entryOfLoss(name));
});

test('every optimiser of the engine has an entry', () => {
  for (const name of Object.keys(optimisers) as (keyof typeof optimisers)[])
    expectTold(name, optimiserTable[name].glossary.key);
});

test('every initialiser of the engine has an entry', () => {
  for (const name of Object.keys(initialisers) as InitialiserName[])
    expectTold(name, INITIALISER_ENTRIES[name]);
});

test('every schedule and every mode is told', () => {
  for (const name of SCHEDULES) expectTold(name, 'schedule');
  for (const name of MODES) expectTold(name, 'mode');
});

test('every setting has an entry', () => {
  for (const { key } of SETTINGS) expect(ENTRIES[SETTING_ENTRIES[key]]).toBeDefined();
});

test('headings of the model table lead to entries, all but those that name no term', () => {
  const without = [...TYPED, ...COUNTED].filter((heading) => !entryOfModelWord(heading));
  expect(without).toEqual(['Name', 'Note']);
});

test('so does every word of its lists', () => {
  for (const word of [...LAYER_WORDS, ...ACTIVATION_WORDS, ...LOSS_WORDS, ...PADDING_WORDS])
    expectTold(word, entryOfModelWord(word));
  expect(entryOfModelWord('He normal')).toBe('he');
  expect(entryOfModelWord('normal 0.02')).toBe('otherInitialisers');
  expect(entryOfModelWord('Max Pool')).toBe('maxPool');
});

test('a name, a number or a blank leads nowhere', () => {
  for (const text of ['', ' ', 'conv1', '3×3', '2', 'constructor'])
    expect(entryOfModelWord(text)).toBeUndefined();
});

test('a kind of layer is called in its entry as it is in the model table', () => {
  for (const type of layerTypes) expect(layerOf(layerWord(type))).toBe(type);
});
