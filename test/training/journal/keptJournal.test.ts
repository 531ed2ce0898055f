import fc from 'fast-check';
import { BATCH_NORM, TINY } from '../../../src/notebook/presets/smallStarters';
import { optimisers, type OptimiserName } from '../../../src/engine/optimisers';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { Journal } from '../../../src/training/journal/journal';
import { KeptJournal } from '../../../src/training/journal/keptJournal';
import { Trainer } from '../../../src/training/trainer';
import { runs } from '../../support/runs';

const breathe = async () => undefined;

/** Everything that Step back is to bring back. */
function allOf(trainer: Trainer): unknown {
  const { counts, owner, arrays, batchLoss } = trainer.save({ andPage: true });
  return { counts, owner, arrays, batchLoss };
}

/** A training in an open workbook, with its journal and what is kept of it. */
class Open {
  readonly journal: Journal;

  constructor(
    readonly trainer: Trainer,
    private readonly kept: KeptJournal,
  ) {
    this.journal = new Journal(trainer, kept);
  }

  /** Steps of which only the first is noted, as in a run between two paints. */
  run(count: number): void {
    this.journal.note();
    for (let step = 0; step < count; step++) this.trainer.takeStep();
    this.trainer.showStep();
    this.journal.stepped();
  }

  get texts(): string[] {
    return this.kept.texts;
  }

  /** The workbook is closed and opened: the cells hold the state, and texts what is kept. */
  reopened(): Open {
    const { spec } = this.trainer;
    const again = new Trainer(spec);
    again.load(this.trainer.save());
    return new Open(again, new KeptJournal(again, JSON.parse(JSON.stringify(this.texts)) as string[]));
  }
}

function opened(spec: NotebookSpec = TINY): Open {
  const trainer = new Trainer(spec);
  Object.assign(trainer.settings, { batchSize: 3 });
  trainer.compute();
  return new Open(trainer, new KeptJournal(trainer));
}

const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ deed: fc.constant('steps'), value: fc.integer({ min: 1, max: 5 }) }) },
  fc.record({
    deed: fc.constantFrom('weight', 'pixel', 'rate', 'image', 'reopen', 'back'),
    value: fc.integer({ min: 1, max: 9 }),
  }),
);
const OPTIMISERS = Object.keys(optimisers) as OptimiserName[];

test('wherever workbooks are closed and opened, steps before it are taken back to the bit', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(TINY, BATCH_NORM),
      fc.array(deed, { minLength: 1, maxLength: 14 }),
      fc.constantFrom(...OPTIMISERS),
      async (spec, deeds, optimiser) => {
        let open = opened(spec);
        open.trainer.settings.optimiser = optimiser;
        open.trainer.compute();
        // The numbers before each step, and the image and settings that they were computed with.
        let before: {
          step: number;
          numbers: unknown;
          settings: object;
          pixels: Float64Array;
          target: Float64Array;
        }[] = [];
        const goBack = async (step: number) => {
          const { trainer, journal } = open;
          expect(journal.reaches(step)).toBe(true);
          await journal.goBack(step, breathe);
          const { numbers, settings, pixels, target } = before.find((each) => each.step === step)!;
          // Image and settings stay what they are now: with those of then, everything is as it was.
          const copy = new Trainer(spec);
          copy.load(trainer.save());
          copy.network.input.set(pixels);
          copy.network.target.set(target);
          Object.assign(copy.settings, settings);
          copy.compute();
          expect(allOf(copy)).toEqual(numbers);
          before = before.filter((each) => each.step < step);
        };
        for (const { deed: name, value } of deeds) {
          const { trainer } = open;
          const { network, settings } = trainer;
          if (name === 'weight') [...network.parameters.values()][0][0] = value / 10;
          if (name === 'pixel') network.input[0] = value / 10;
          if (name === 'rate') settings.learningRate = value / 100;
          if (name === 'image') {
            settings.image = value;
            trainer.showImage();
          }
          trainer.compute();
          if (name === 'reopen') open = open.reopened();
          if (name === 'back' && trainer.step > 0) await goBack(Math.max(0, trainer.step - value));
          if (name !== 'steps') continue;
          // Between two of a run's steps nobody looks.
          const noted = trainer.save();
          for (let taken = 0; taken < value; taken++) {
            const [pixels, target] = [trainer.network.input, trainer.network.target].map((all) =>
              all.slice(0, all.length / trainer.network.batchSize),
            );
            before.push({
              step: trainer.step,
              numbers: allOf(trainer),
              settings: { ...trainer.settings },
              pixels,
              target,
            });
            trainer.takeStep();
            trainer.showStep();
          }
          trainer.load(noted);
          open.run(value);
        }
        open = open.reopened();
        for (let { step } = open.trainer; step > 0; step--) await goBack(step - 1);
      },
    ),
    { numRuns: runs(4, 60) },
  );
});

test('as long as nothing is typed, a step adds nothing to what is kept', () => {
  const open = opened();
  open.run(1);
  const { texts } = open;
  for (let step = 0; step < 20; step++) open.run(3);
  expect(open.texts).toEqual(texts);
  open.trainer.network.input[0] = 0.5;
  open.trainer.compute();
  open.run(1);
  const added = open.texts.join('').length - texts.join('').length;
  expect(added).toBeLessThan(1500);
  expect(added).toBeGreaterThan(10);
});

test('a whole state is kept every 200 steps, so that few are taken once more; four of them', async () => {
  let open = opened();
  for (let step = 0; step < 35; step++) open.run(50);
  open = open.reopened();
  expect(open.texts.filter(Boolean)).toHaveLength(4);
  expect(open.journal.reaches(1000)).toBe(true);
  expect(open.journal.reaches(999)).toBe(false);
  const untouched = opened();
  for (let step = 0; step < 1001; step++) untouched.trainer.takeStep();
  untouched.trainer.showStep();
  await open.journal.goBack(1001, breathe);
  expect(allOf(open.trainer)).toEqual(allOf(untouched.trainer));
});

test('what is damaged, or of another network, is as if it were not there', () => {
  const open = opened();
  open.run(1);
  const [start] = open.texts;
  const trainer = new Trainer(TINY);
  const reaches = (texts: string[], of = trainer) => {
    return new Journal(of, new KeptJournal(of, texts)).reaches(0);
  };
  expect(reaches([start])).toBe(true);
  expect(reaches([start], new Trainer(BATCH_NORM))).toBe(false);
  for (const damaged of [start.slice(0, -9), '7', '{}', start.replace('"step":0', '"step":"0"'), '<'])
    expect(reaches([damaged])).toBe(false);
  expect(reaches([start, '[3]'])).toBe(false);
  expect(reaches([])).toBe(false);
});

test('a training too large for a workbook is not kept', () => {
  const dense = (name: string, units: number) => ({ type: 'dense', name, units }) as const;
  const large = opened({
    ...TINY,
    network: {
      ...TINY.network,
      input: { channels: 1, height: 40, width: 40 },
      layers: [{ type: 'flatten', name: 'flatten' }, dense('hidden', 60), dense('dense', 3)],
    },
  });
  large.run(1);
  expect(large.texts.join('')).toBe('');
});
