import { STARTERS } from '../../../src/notebook/presets';
import { BATCH_NORM, TINY } from '../../../src/notebook/presets/smallStarters';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import type { Settings } from '../../../src/notebook/sheet/settings';
import { adviceOn } from '../../../src/training/advice/advice';
import type { Advice, LossPoint } from '../../../src/training/advice/mistakes';
import type { LogRow } from '../../../src/training/logRow';
import { Images } from '../../../src/training/images';
import { Trainer } from '../../../src/training/trainer';
import { smallSet } from '../../data/support/sets';
import { isLong } from '../../support/runs';

function newTrainer(spec: NotebookSpec, settings: Partial<Settings> = {}, images?: Images): Trainer {
  const trainer = new Trainer(spec, images);
  Object.assign(trainer.settings, settings);
  trainer.compute();
  return trainer;
}

/** Takes steps, and collects what is said after each. */
function train(trainer: Trainer, steps: number): { said: Set<string>; last: Advice[] } {
  const losses: LossPoint[] = [{ step: 0, loss: trainer.batchLoss }];
  const said = new Set<string>();
  let last = adviceOn(trainer, losses);
  for (let count = 0; count <= steps; count++) {
    last = adviceOn(trainer, losses);
    for (const { about, ...rest } of last)
      said.add(`${about} ${'layer' in rest ? rest.layer : ''} at ${trainer.step}`);
    if (count === steps) break;
    trainer.train();
    losses.push({ step: trainer.step, loss: trainer.batchLoss });
  }
  return { said, last };
}

const weights = (trainer: Trainer, name: string) => trainer.network.parameters.get(name)!;

/** The long run has the large ones, too. */
const STARTS = STARTERS.filter(({ name }) => isLong || !['Small convnet', 'No dense layer'].includes(name));

describe('it is silent', () => {
  test.each(STARTS.map(({ name, spec }) => [name, spec] as const))('on %s, at every step', (_, spec) => {
    const { said } = train(newTrainer(spec), isLong ? 200 : 40);
    expect([...said]).toEqual([]);
  });

  test.each(['SGD', 'Momentum', 'Adam', 'RMSProp'] as const)('with %s and its usual rate', (optimiser) => {
    const learningRate = optimiser === 'SGD' ? 0.05 : 0.005;
    expect([...train(newTrainer(TINY, { optimiser, learningRate }), 200).said]).toEqual([]);
  });

  test.each([4, 16, 64])('with batches of %d', (batchSize) => {
    expect([...train(newTrainer(TINY, { batchSize }), 300).said]).toEqual([]);
  });
});

describe('it answers', () => {
  test('ReLUs that are all dead, with the bias to raise', () => {
    const trainer = newTrainer(TINY);
    weights(trainer, 'conv1.bias').fill(-1000);
    const { last } = train(trainer, 1);
    expect(last[0]).toEqual({ about: 'deadRelu', layer: 'conv1', tensor: 'conv1.bias' });
  });

  test('filters that are all the same, which stay so', () => {
    const trainer = newTrainer(TINY);
    weights(trainer, 'conv1.filters').fill(0.25);
    weights(trainer, 'conv1.bias').fill(0);
    trainer.compute();
    expect(adviceOn(trainer, [])[0]).toMatchObject({ about: 'symmetry', layer: 'conv1', count: 2 });
    weights(trainer, 'conv1.filters')[0] = 0.3;
    expect(adviceOn(trainer, [])).toEqual([]);
  });

  test('but not the last layer, which may begin with zeros', () => {
    const trainer = newTrainer(TINY);
    weights(trainer, 'dense.weights').fill(0);
    trainer.compute();
    expect(adviceOn(trainer, [])).toEqual([]);
  });

  const LONE: NotebookSpec = {
    ...TINY,
    network: {
      ...TINY.network,
      layers: [
        { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3], activation: 'relu' },
        { type: 'globalAveragePool', name: 'gap' },
        { type: 'batchNorm', name: 'norm' },
        { type: 'dense', name: 'dense', units: 3 },
      ],
    },
  };

  test('a batch norm of one number: nothing before it has a gradient', () => {
    const trainer = newTrainer(LONE, { batchSize: 1 });
    expect(trainer.network.gradients.get('conv1.filters')!.every((value) => value === 0)).toBe(true);
    const [first] = adviceOn(trainer, []);
    expect(first).toMatchObject({ about: 'loneNorm', layer: 'norm', setting: 'batchSize' });
    trainer.settings.batchSize = 2;
    trainer.compute();
    expect(adviceOn(trainer, [])).toEqual([]);
    expect(adviceOn(newTrainer(BATCH_NORM), [])).toEqual([]);
  });

  test('a rate that is too high, and one that is too low, by what the gradients say', () => {
    expect([...train(newTrainer(TINY, { optimiser: 'SGD', learningRate: 3 }), 3).said].join()).toContain(
      'rateTooHigh',
    );
    const { last } = train(newTrainer(TINY, { optimiser: 'SGD', learningRate: 1e-8 }), 3);
    expect(last[0]).toMatchObject({ about: 'rateTooLow', setting: 'learningRate' });
  });

  test('a loss that goes up for twenty steps', () => {
    const points = Array.from({ length: 41 }, (_, step) => ({
      step,
      loss: step < 21 ? 1 : 1 + (step - 20) / 10,
    }));
    const trainer = newTrainer(LESSON_4);
    expect(adviceOn(trainer, points)[0]).toMatchObject({ about: 'lossUp', from: 1 });
    // Ups and downs of small batches are none.
    const noisy = points.map(({ step }) => ({ step, loss: 0.5 + ((step * 37) % 10) / 10 }));
    expect(adviceOn(trainer, noisy)).toEqual([]);
  });

  test('a loss that does not move at all', () => {
    const points = Array.from({ length: 41 }, (_, step) => ({ step, loss: 1.0986 }));
    expect(adviceOn(newTrainer(LESSON_4), points)[0]).toMatchObject({ about: 'lossStill', steps: 40 });
  });

  test('pixels of another scale', () => {
    const trainer = newTrainer(TINY);
    trainer.network.input[3] = 255;
    expect(adviceOn(trainer, [])[0]).toEqual({ about: 'unscaled', greatest: 255, tensor: 'input' });
  });

  test('images that all have the same label, and a batch of one class', () => {
    const spec: NotebookSpec = {
      ...TINY,
      classes: ['cat', 'dog'],
      data: { set: 'pets', name: 'pets' },
      network: {
        input: { channels: 1, height: 2, width: 2 },
        layers: [
          { type: 'flatten', name: 'flatten' },
          { type: 'dense', name: 'dense', units: 2 },
        ],
        loss: 'softmaxCrossEntropy',
      },
    };
    const set = smallSet({ labels: Uint8Array.of(1, 1) });
    const images = new Images(spec.data, set);
    expect(adviceOn(newTrainer(spec, {}, images), [])[0]).toMatchObject({ about: 'oneClass', label: 'dog' });

    const trainer = newTrainer(TINY, { batchSize: 16 });
    for (let index = 0; index < 16; index++) trainer.network.target.set([0, 1, 0], index * 3);
    expect(adviceOn(trainer, [])[0]).toMatchObject({ about: 'oneClassInBatch', label: 'vertical' });
  });

  test('a validation that is much worse than the training', () => {
    const row: LogRow = {
      ...{ step: 100, epoch: 1, learningRate: 0.1 },
      ...{ trainingLoss: 0.1, trainingAccuracy: 0.98, validationLoss: 0.9, validationAccuracy: 0.7 },
    };
    expect(adviceOn(newTrainer(TINY), [], row)[0]).toMatchObject({ about: 'overfitting', validation: 0.7 });
    expect(
      adviceOn(newTrainer(TINY), [], { ...row, validationAccuracy: 0.95, validationLoss: 0.15 }),
    ).toEqual([]);
  });
});
