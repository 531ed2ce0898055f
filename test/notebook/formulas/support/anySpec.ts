import fc from 'fast-check';
import { Images } from '../../../../src/training/images';
import { Trainer } from '../../../../src/training/trainer';
import { Random } from '../../../../src/engine/random';
import { activationOf } from '../../../../src/engine/layers';
import type { Activation, LayerSpec, NetworkSpec } from '../../../../src/engine/spec';
import { planNotebook } from '../../../../src/notebook/layout/planNotebook';
import { MODES, OPTIMISERS, SCHEDULES } from '../../../../src/notebook/sheet/settings';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { anySeed } from '../../../engine/support/arbitraries';
import { fill } from '../../../engine/support/fill';
import { anyNetwork, notebookOf } from '../../networks';
import { expectAgreement } from './agree';
import { computedFromFile } from './file';

const NO_IMAGES = { set: 'none', name: 'none' };

/** A trainer whose every number is drawn from a seed: weights, state, memory, image, target, masks. */
function drawn(spec: NotebookSpec, seed: number, settings: Partial<Trainer['settings']>): Trainer {
  const trainer = new Trainer(spec, new Images(NO_IMAGES));
  const random = new Random(seed + 2);
  Object.assign(trainer.settings, settings);
  trainer.step = trainer.optimiserStep = random.integer(5);
  trainer.compute();
  const { network } = trainer;
  fill(seed, network.input, ...network.parameters.values());
  fill(seed + 1, ...network.state.values());
  // Deviations and variances.
  for (const values of network.state.values())
    values.forEach((value, index) => (values[index] = 0.1 + value * value));
  if (spec.network.loss === 'softmaxCrossEntropy') network.target[random.integer(network.target.length)] = 1;
  else network.target.forEach((_, index) => (network.target[index] = random.next()));
  for (const block of planNotebook(spec).sheets.secondMoments.blocks) {
    for (const key of ['velocities', 'secondMoments'] as const) {
      const values = new Float64Array(trainer.valuesFor(key, block).length);
      fill(seed + 3, values);
      trainer.accept(key, block, values.map(key === 'secondMoments' ? Math.abs : (value) => value));
    }
  }
  trainer.compute();
  return trainer;
}

const classesOf = ({ layers }: NetworkSpec) => {
  const last = layers.at(-1)!;
  return Array.from({ length: 'units' in last ? last.units : 0 }, (_, unit) => `class ${unit + 1}`);
};

/**
 * Write the formulas of so many networks, of any batch size, optimiser and schedule, and have another spreadsheet compute
 * them: each cell holds what the engine computes.
 */
export async function expectFormulasToAgree(
  networks: fc.Arbitrary<NetworkSpec>,
  numRuns: number,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      networks,
      fc.boolean(),
      anySeed,
      fc.record({
        batchSize: fc.constantFrom(1, 1, 3),
        mode: fc.constantFrom(...MODES),
        optimiser: fc.constantFrom(...OPTIMISERS),
        weightDecay: fc.constantFrom(0, 0.01),
        schedule: fc.constantFrom(...SCHEDULES),
        every: fc.constant(2),
        length: fc.constant(7),
      }),
      async (network, compact, seed, settings) => {
        const spec = { ...notebookOf(network, compact), classes: classesOf(network) };
        const trainer = drawn(spec, seed, settings);
        expectAgreement(await computedFromFile(spec, trainer), trainer);
      },
    ),
    { numRuns },
  );
}

/** The same networks, with one activation wherever a layer has one. */
export function allWith(activation: Activation): fc.Arbitrary<NetworkSpec> {
  return anyNetwork.map((network) => ({
    ...network,
    layers: network.layers.map((layer): LayerSpec =>
      activationOf(layer) === 'none' ? layer : ({ ...layer, activation } as LayerSpec),
    ),
  }));
}
