import fc from 'fast-check';
import type { LayerSpec, NetworkSpec } from '../../src/engine/spec';
import { inferShapes } from '../../src/engine/shapes';
import type { NotebookSpec } from '../../src/notebook/sheet/spec';
import { Images } from '../../src/training/images';
import { overlapOf } from '../../src/training/overlap/findOverlap';
import { Trainer } from '../../src/training/trainer';
import type { TrainerState } from '../../src/training/trainerState';
import { anyNetwork } from '../engine/support/arbitraries';
import { fill } from '../engine/support/fill';
import { runs } from '../support/runs';
import { numberMeanings } from './support/numberMeanings';

/** A network, and one of the same layers with other sizes. */
const anyPair = fc
  .tuple(anyNetwork, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 }))
  .map(([network, sizes]): [NetworkSpec, NetworkSpec] => [
    network,
    { ...network, layers: network.layers.map((layer, index) => resized(layer, sizes[index])) },
  ])
  .filter(([, resizedNetwork]) => isPossible(resizedNetwork));

/** Other filters or units, other kernels, or other groups. */
function resized(layer: LayerSpec, size: number): LayerSpec {
  if (layer.type === 'conv2d') return { ...layer, filters: size, kernel: size === 4 ? [2, 2] : layer.kernel };
  if (layer.type === 'dense' && layer.name !== 'dense') return { ...layer, units: size };
  if (layer.type === 'maxPool2d') return { ...layer, stride: size };
  return layer;
}

function isPossible(network: NetworkSpec): boolean {
  try {
    return inferShapes(network).length > 0;
  } catch {
    return false;
  }
}

const CLASSES = ['a', 'b', 'c', 'd', 'e'];

function notebookOf(network: NetworkSpec, firstClass = 0): NotebookSpec {
  const { channels } = inferShapes(network).at(-1)!.output;
  const classes = Array.from(
    { length: channels },
    (_, unit) => CLASSES[(unit + firstClass) % CLASSES.length],
  );
  return { title: 'Any', network, data: { set: 'none', name: 'none' }, classes, question: 'one-hot' };
}

const trainerFor = (spec: NotebookSpec) => new Trainer(spec, new Images(spec.data));

/** With numbers everywhere that no initialiser would draw, and steps taken. */
function trained(spec: NotebookSpec): Trainer {
  const trainer = trainerFor(spec);
  const state = trainer.save();
  KEPT.forEach((group, index) => fill(index + 7, ...state.arrays[group].values()));
  trainer.load({ ...state, counts: { step: 12, optimiserStep: 5 } });
  return trainer;
}

/** Groups of a trainer's arrays whose numbers are kept. */
const KEPT = ['parameters', 'state', 'velocities', 'secondMoments'];

/** Compares what adopted another network's numbers with that network, and with one that starts anew. */
function expectAdopted(before: NotebookSpec, after: NotebookSpec): void {
  const former = trained(before).save();
  const adopting = trainerFor(after);
  const fresh = adopting.save();
  adopting.adopt(trained(before), overlapOf(before, after));
  const now = adopting.save();
  const [meanings, formerMeanings] = [numberMeanings(after), numberMeanings(before)];
  let isTrained = false;
  for (const group of KEPT)
    for (const [name, values] of now.arrays[group]) {
      const known = formerMeanings.get(name) ?? [];
      const from = meanings.get(name)!.map((meaning) => known.indexOf(meaning));
      const expected = from.map(
        (at, index) => arrayOf(at < 0 ? fresh : former, group, name)[at < 0 ? index : at],
      );
      expect([...values]).toEqual(expected);
      expect(expected.every(Number.isFinite)).toBe(true);
      if (group === 'parameters') isTrained ||= from.some((at) => at >= 0);
    }
  expect(now.counts).toEqual(isTrained ? former.counts : { step: 0, optimiserStep: 0 });
}

const arrayOf = ({ arrays }: TrainerState, group: string, name: string) => arrays[group].get(name)!;

test('of any two networks, what both have is kept to the bit with its memory, and the rest starts from the seed', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(anyNetwork, anyNetwork), anyPair),
      fc.nat(4),
      ([before, after], firstClass) => expectAdopted(notebookOf(before), notebookOf(after, firstClass)),
    ),
    { numRuns: runs(50, 500) },
  );
});
