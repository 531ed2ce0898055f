import fc from 'fast-check';
import { Images } from '../../../src/training/images';
import type { Stepper, RunProgress, RunSignals } from '../../../src/training/stepper';
import { inThreadStepper } from '../../../src/training/inThreadStepper';
import { Trainer } from '../../../src/training/trainer';
import { WorkerHandle } from '../../../src/training/worker/workerHandle';
import { WorkerStepper } from '../../../src/training/worker/workerStepper';
import { makeSet } from '../../../src/data/generators';
import { loadKernels, type Kernels } from '../../../src/engine/kernels';
import type { NamedArrays } from '../../../src/engine/namedArrays';
import { sizeOfImage } from '../../../src/engine/shapes';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { OPTIMISERS } from '../../../src/notebook/sheet/settings';
import { runs } from '../../support/runs';
import { WorkerHere } from './support/workerHere';

const COUNT = 60;
const DROPPING: NotebookSpec = {
  ...TINY,
  network: {
    ...TINY.network,
    layers: TINY.network.layers.flatMap((layer, index) =>
      index === 0
        ? [
            layer,
            { type: 'batchNorm' as const, name: 'norm' },
            { type: 'dropout' as const, name: 'drop', rate: 0.25 },
          ]
        : [layer],
    ),
  },
};

/** What a person does with one run: look at it so many times, then stop it or let it end, typing something between. */
const story = fc.record({
  spec: fc.constantFrom('lesson 4', 'tiny', 'dropping', 'set'),
  optimiser: fc.constantFrom(...OPTIMISERS),
  batchSize: fc.integer({ min: 1, max: 9 }),
  mode: fc.constantFrom('train', 'evaluate'),
  image: fc.integer({ min: 1, max: 9 }),
  isLookedAt: fc.boolean(),
  isFast: fc.boolean(),
  stretches: fc.array(
    fc.record({ steps: fc.integer({ min: 1, max: 7 }), rate: fc.double({ min: 0, max: 0.1, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
});

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

function trainerOf({ spec, optimiser, batchSize, mode, image, isFast }: Story): Trainer {
  const chosen = isFast ? kernels : undefined;
  const set = makeSet('bars', 3, COUNT);
  const trainer =
    spec === 'set'
      ? new Trainer(
          { ...TINY, data: { set: 'x', name: 'bars' } },
          new Images({ set: 'x', name: 'bars' }, set),
          chosen,
        )
      : new Trainer({ 'lesson 4': LESSON_4, tiny: TINY, dropping: DROPPING }[spec]!, undefined, chosen);
  Object.assign(trainer.settings, { optimiser, batchSize, mode, image });
  trainer.reset();
  trainer.showImage();
  trainer.compute();
  return trainer;
}

/** As `runNotebook` does: with a look now and then, or none before the end. */
function until(paintAt: () => number): RunSignals {
  return {
    get paintAt() {
      return paintAt();
    },
    isStopped: () => false,
    isUrgent: () => false,
    onChange: () => () => undefined,
  };
}

/** What stands of the image on the page, without computing anything. */
function pageOf({ network }: Trainer): Record<string, Float64Array[]> {
  const page = (arrays: NamedArrays) =>
    [...arrays].map(([name, values]) => values.slice(0, sizeOfImage(network, name)));
  return { values: page(network.activations), gradients: page(network.activationGradients) };
}

/** All steps of a story, with what is typed between them, and with looks on the way. */
async function live(
  stepper: Stepper,
  trainer: Trainer,
  { stretches, isLookedAt }: Story,
): Promise<Omit<RunProgress, 'spent'>> {
  const losses: number[] = [];
  const rows: RunProgress['rows'][number][] = [];
  const take = (stretch: RunProgress) => {
    expect(stretch.fault).toBeUndefined();
    losses.push(...stretch.losses);
    rows.push(...stretch.rows);
  };
  const eye = until(() => (isLookedAt ? performance.now() + 2 : Infinity));
  for (const { steps, rate } of stretches) {
    const all = losses.length + steps;
    while (stepper.isRunning || losses.length < all) take(await stepper.advance(all - losses.length, eye));
    trainer.settings.learningRate = rate;
    trainer.network.parameters.values().next().value![0] += rate;
    trainer.compute();
  }
  take(await stepper.finish(eye));
  stepper.dispose();
  return { losses, rows };
}

let kernels: Kernels | undefined;
beforeAll(async () => {
  kernels = await loadKernels();
});

const worker = new WorkerHere();
const handle = new WorkerHandle(async () => worker);
afterAll(() => worker.terminate());

test('a run in a worker comes to the same bits as one in the pane, whatever is typed on the way', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (each) => {
      const [here, there] = [trainerOf(each), trainerOf(each)];
      const toldHere = await live(inThreadStepper(here), here, each);
      const toldThere = await live((await WorkerStepper.begin(handle, there))!, there, each);
      expect(toldThere).toEqual(toldHere);
      expect(there.save()).toEqual(here.save());
      expect(there.batchLoss).toBe(here.batchLoss);
      expect(there.network.gradients).toEqual(here.network.gradients);
      expect(pageOf(there)).toEqual(pageOf(here));
      for (const trainer of [here, there]) trainer.revealBatch();
      expect(there.network.activations).toEqual(here.network.activations);
      expect(there.images.set).toEqual(here.images.set);
    }),
    { numRuns: runs(10, 30) },
  );
});
