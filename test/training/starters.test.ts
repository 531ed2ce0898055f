import { loadKernels } from '../../src/engine/kernels';
import { Trainer } from '../../src/training/trainer';
import { validate } from '../../src/training/trainingLog';
import { STARTERS } from '../../src/notebook/presets';
import { isLong } from '../support/runs';

/** Steps, and the accuracy that they must lead to on images not trained with: far above guessing, with room below. */
const LEAST: Readonly<Record<string, readonly [steps: number, accuracy: number]>> = {
  'Lesson 4 (2022, with ReLU)': [100, 0.9],
  'Lesson 4 (2016, without ReLU)': [100, 0.9],
  'Lesson 4 with ten classes': [150, 0.85],
  'Small convnet': [60, 0.85],
  'No dense layer': [300, 0.85],
  'Three channels': [300, 0.85],
  'Batch norm': [300, 0.85],
  'Several labels': [300, 0.8],
  Tiny: [300, 0.9],
};

/** Those that learn within a second. */
const LIGHT: ReadonlySet<string> = new Set(['Lesson 4 (2022, with ReLU)', 'Several labels', 'Tiny']);

async function accuracyOf(trainer: Trainer): Promise<number> {
  const evaluated = await validate(trainer, () => Promise.resolve());
  return evaluated!.accuracy;
}

/** In `npm run test:long` all of them. */
const chosen = STARTERS.filter(({ name }) => isLong || LIGHT.has(name));

test.each(chosen.map(({ name, spec }) => [name, spec] as const))(
  '%s learns from its own settings',
  async (name, spec) => {
    const [steps, least] = LEAST[name];
    const trainer = new Trainer(spec, undefined, await loadKernels());
    trainer.compute();
    expect(await accuracyOf(trainer)).toBeLessThan(0.6);
    for (let step = 0; step < steps; step++) trainer.train();
    expect(await accuracyOf(trainer)).toBeGreaterThan(least);
  },
);
