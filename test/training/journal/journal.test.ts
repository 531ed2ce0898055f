import fc from 'fast-check';
import { BATCH_NORM, TINY } from '../../../src/notebook/presets/smallStarters';
import { optimisers, type OptimiserName } from '../../../src/engine/optimisers';
import { runs } from '../../support/runs';
import { Journal } from '../../../src/training/journal/journal';
import { Trainer } from '../../../src/training/trainer';

const breathe = async () => undefined;

/** Everything that Step back is to bring back, with what the page shows of it. */
function allOf(trainer: Trainer): unknown {
  const { counts, owner, arrays, batchLoss } = trainer.save({ andPage: true });
  return { counts, owner, arrays, batchLoss };
}

function newTrainer(spec = TINY): Trainer {
  const trainer = new Trainer(spec);
  Object.assign(trainer.settings, { batchSize: 3 });
  trainer.compute();
  return trainer;
}

/** Takes some steps, of which only the first is noted, as in a run between two paints. */
function takeSteps(trainer: Trainer, journal: Journal, count: number): void {
  journal.note();
  for (let step = 0; step < count; step++) trainer.takeStep();
  trainer.showStep();
}

/** What somebody does between steps. */
const anyDeed = fc.oneof(
  fc.record({ deed: fc.constant('steps' as const), count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ deed: fc.constant('weight' as const), value: fc.integer({ min: -9, max: 9 }) }),
  fc.record({ deed: fc.constant('pixel' as const), value: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ deed: fc.constant('rate' as const), value: fc.integer({ min: 1, max: 9 }) }),
);

const NAMES = Object.keys(optimisers) as OptimiserName[];

test('whatever is typed between steps, each step is taken back to the bit, in any stride', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(TINY, BATCH_NORM),
      fc.constantFrom(...NAMES),
      fc.array(anyDeed, { minLength: 1, maxLength: 12 }),
      async (spec, optimiser, deeds) => {
        const trainer = newTrainer(spec);
        const journal = new Journal(trainer);
        trainer.settings.optimiser = optimiser;
        trainer.compute();
        // The numbers before each step, and the image and settings that they were computed with.
        const before: { step: number; numbers: unknown; settings: object; pixels: Float64Array }[] = [];
        const [name] = trainer.network.parameters.keys();
        for (const each of deeds) {
          if (each.deed === 'weight') trainer.network.parameters.get(name)![0] = each.value / 10;
          if (each.deed === 'pixel') trainer.network.input[0] = each.value / 10;
          if (each.deed === 'rate') trainer.settings.learningRate = each.value / 100;
          trainer.compute();
          for (let count = each.deed === 'steps' ? each.count : 0; count > 0; count--) {
            const { step, settings, network } = trainer;
            const pixels = network.input.slice(0, network.input.length / network.batchSize);
            before.push({ step, numbers: allOf(trainer), settings: { ...settings }, pixels });
            if (count === (each as { count: number }).count) journal.note();
            trainer.takeStep();
            trainer.showStep();
          }
        }
        for (const { step, numbers, settings, pixels } of before.reverse()) {
          expect(journal.reaches(step)).toBe(true);
          await journal.goBack(step, breathe);
          // Image and settings stay what they are now: with those of then, everything is as it was.
          trainer.network.input.set(pixels);
          Object.assign(trainer.settings, settings);
          trainer.compute();
          expect(allOf(trainer)).toEqual(numbers);
        }
      },
    ),
    { numRuns: runs(6, 30) },
  );
});

test('image and settings stay', async () => {
  const trainer = newTrainer();
  const journal = new Journal(trainer);
  takeSteps(trainer, journal, 3);
  trainer.network.input[0] = 0.125;
  trainer.settings.learningRate = 0.5;
  await journal.goBack(1, breathe);
  expect(trainer.step).toBe(1);
  expect(trainer.network.input[0]).toBe(0.125);
  expect(trainer.settings.learningRate).toBe(0.5);
});

test('it tells whether somebody changed weights since', async () => {
  const trainer = newTrainer();
  const journal = new Journal(trainer);
  takeSteps(trainer, journal, 4);
  expect(await journal.goBack(3, breathe)).toBe(false);
  trainer.network.parameters.get('dense.bias')![0] += 1;
  expect(await journal.goBack(2, breathe)).toBe(true);
});

test('what was undone or reset is forgotten, and nothing is reached that is not known', async () => {
  const trainer = newTrainer();
  const journal = new Journal(trainer);
  expect(journal.reaches(0)).toBe(false);
  takeSteps(trainer, journal, 2);
  takeSteps(trainer, journal, 2);
  journal.noteRow(4);
  expect(journal.mayHaveRow(4)).toBe(true);
  trainer.reset();
  trainer.compute();
  const [start] = [allOf(trainer)];
  takeSteps(trainer, journal, 1);
  expect(journal.mayHaveRow(4)).toBe(false);
  await journal.goBack(0, breathe);
  expect(allOf(trainer)).toEqual(start);
  expect(journal.reaches(-1)).toBe(false);
});

test('at least fifty states are kept, however large; of small ones many more', () => {
  const trainer = newTrainer();
  const journal = new Journal(trainer);
  for (let step = 0; step < 120; step++) takeSteps(trainer, journal, 1);
  expect(journal.reaches(0)).toBe(true);

  const large = newTrainer({
    ...TINY,
    network: {
      ...TINY.network,
      input: { channels: 1, height: 40, width: 40 },
      layers: [
        { type: 'flatten', name: 'flatten' },
        { type: 'dense', name: 'hidden', units: 60 },
        { type: 'dense', name: 'dense', units: 3 },
      ],
    },
  });
  const ofLarge = new Journal(large);
  for (let step = 0; step < 60; step++) takeSteps(large, ofLarge, 1);
  expect(ofLarge.reaches(10)).toBe(true);
  expect(ofLarge.reaches(9)).toBe(false);
});
