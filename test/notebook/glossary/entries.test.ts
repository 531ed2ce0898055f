import { Images } from '../../../src/training/images';
import { geluCubic } from '../../../src/engine/activations/gelu';
import { leakySlope } from '../../../src/engine/activations/leakyRelu';
import { Random } from '../../../src/engine/random';
import { initialisers } from '../../../src/engine/initialisers';
import { batchNormMomentum } from '../../../src/engine/layers/batchNorm';
import { learningRateAt } from '../../../src/engine/schedules';
import { CHAPTERS, CONTENTS, ENTRY_KEYS } from '../../../src/notebook/glossary/contents';
import { ENTRIES } from '../../../src/notebook/glossary/entries';
import { firstWeights } from '../../../src/notebook/glossary/initialWeights';
import { initialParameters } from '../../../src/notebook/sheet/initialise';
import { STARTERS } from '../../../src/notebook/presets';
import { INITIAL_SETTINGS } from '../../../src/notebook/sheet/settings';
import { subjectOf, UNUSUAL_NOTEBOOK } from './subjects';

test('every entry is in the contents once, and the contents hold nothing else', () => {
  expect([...ENTRY_KEYS].sort()).toEqual(Object.keys(ENTRIES).sort());
  expect(new Set(ENTRY_KEYS).size).toBe(ENTRY_KEYS.length);
  expect(CHAPTERS.flatMap((chapter) => [...CONTENTS[chapter]])).toEqual(ENTRY_KEYS);
});

test.each(ENTRY_KEYS)('%s: a few whole sentences, and a question', (key) => {
  const { term, question, text, also = [], asked = [], see = [] } = ENTRIES[key];
  expect(question).toMatch(/^(What|Which) .*\?$/);
  for (const each of asked) expect(each).toMatch(/\?$/);
  expect(text).toMatch(/\.$/);
  expect(text).not.toMatch(/ {2}|\.[A-Z]|undefined/);
  // A full stop, and a capital letter or the end: "0.05" ends no sentence.
  const sentences = text.split(/[.?] (?=[A-Z‘√])/).length;
  expect(sentences).toBeLessThanOrEqual(4);
  expect(text.length).toBeLessThan(460);
  expect(also).not.toContain(term);
  expect(see).not.toContain(key);
  expect(new Set(see).size).toBe(see.length);
});

test('no two entries are called alike, and no two questions are', () => {
  for (const what of ['term', 'question'] as const) {
    const all = ENTRY_KEYS.map((key) => ENTRIES[key][what].toLowerCase());
    expect(new Set(all).size).toBe(all.length);
  }
});

test('the numbers in the texts are those that the notebook computes with', () => {
  expect(ENTRIES.leakyRelu.text).toContain(`by ${leakySlope}.`);
  expect(ENTRIES.gelu.text).toContain(`${geluCubic} · x³`);
  // "a tenth of the way"
  expect(batchNormMomentum).toBe(0.1);
  // "1,000 count as an epoch": a batch has one image of the page, and others.
  const images = new Images({ generator: 'bars' });
  expect(images.stepsPerEpoch({ ...INITIAL_SETTINGS, batchSize: 2 })).toBe(1000);
  // "draws 500 others"
  expect(images.validation(INITIAL_SETTINGS)).toHaveLength(500);
});

test('one-cycle goes as its entry says', () => {
  const options = { learningRate: 1, factor: 0.5, every: 1, length: 100 };
  const rate = (step: number) => learningRateAt('one-cycle', options, step);
  expect(rate(0)).toBeCloseTo(1 / 25, 12);
  expect(rate(29)).toBeCloseTo(1, 12);
  expect(rate(99)).toBeLessThan(1e-5);
  expect(learningRateAt('cosine', options, 100)).toBeCloseTo(0, 12);
});

test('initialisers without a number take those that the entry names', () => {
  const [uniform, normal, constant] = [
    new Float64Array(20_000),
    new Float64Array(20_000),
    new Float64Array(1),
  ];
  initialisers.uniform()(new Random(1), uniform, 1, 1);
  initialisers.normal()(new Random(1), normal, 1, 1);
  initialisers.constant()(new Random(1), constant, 1, 1);
  expect(Math.max(...uniform.map(Math.abs))).toBeCloseTo(0.05, 3);
  expect(Math.sqrt(normal.reduce((sum, each) => sum + each * each, 0) / normal.length)).toBeCloseTo(0.05, 3);
  expect(constant[0]).toBe(0.1);
});

test('the glossary tells of first weights what is done: the same draw from the same seed', () => {
  for (const spec of [...STARTERS.map((starter) => starter.spec), UNUSUAL_NOTEBOOK]) {
    const told = new Map(firstWeights(subjectOf(spec)).map((first) => [first.name, first]));
    const random = new Random(7);
    for (const [name, values] of initialParameters(spec, 7)) {
      const first = told.get(name);
      // Biases, scales and shifts take nothing from the seed.
      if (!first) continue;
      if (!first.initialiser) {
        expect([...values]).toEqual(spec.initial![name]);
        continue;
      }
      const again = new Float64Array(values.length);
      initialisers[first.initialiser](first.argument)(random, again, first.fanIn, first.fanOut);
      expect(again).toEqual(values);
    }
  }
});
