import { Images } from '../../src/training/images';
import { Trainer } from '../../src/training/trainer';
import { makeSet } from '../../src/data/generators';
import type { LayerSpec } from '../../src/engine/spec';
import { TINY } from '../../src/notebook/presets/smallStarters';
import { OPTIMISERS, type Settings } from '../../src/notebook/sheet/settings';
import type { NotebookSpec } from '../../src/notebook/sheet/spec';

function fresh(settings: Partial<Settings> = {}, spec: NotebookSpec = TINY): Trainer {
  const trainer = new Trainer({ ...spec, settings: { ...spec.settings, ...settings } });
  trainer.compute();
  return trainer;
}

const weights = ({ network }: Trainer) => [...network.parameters.values()].flatMap((values) => [...values]);
const withLayers = (...added: LayerSpec[]): NotebookSpec => ({
  ...TINY,
  network: { ...TINY.network, layers: [...added, ...TINY.network.layers] },
});

/** Each optimiser has steps of its own size. */
const RATES = {
  SGD: 0.3,
  Momentum: 0.05,
  Nesterov: 0.05,
  Adagrad: 0.1,
  RMSProp: 0.02,
  Adam: 0.02,
  AdamW: 0.02,
  RAdam: 0.05,
};

test.each(OPTIMISERS)('%s learns the bars', (optimiser) => {
  const trainer = fresh({ optimiser, learningRate: RATES[optimiser] });
  const first = trainer.batchLoss;
  for (let step = 0; step < 200; step++) trainer.train();
  expect(trainer.batchLoss).toBeLessThan(0.7 * first);
});

test('another optimiser begins with an empty memory, whatever the one before remembered', () => {
  const trainer = fresh();
  for (let step = 0; step < 5; step++) trainer.train();
  expect(trainer.optimiserStep).toBe(5);
  trainer.settings.optimiser = 'Adam';
  trainer.train();
  expect(trainer.optimiserStep).toBe(1);
  expect(trainer.step).toBe(6);
});

test('the rate of the next step follows the schedule', () => {
  const trainer = fresh({ schedule: 'step', every: 2, factor: 0.5, learningRate: 0.04 });
  const rates = [0, 1, 2, 3, 4].map(() => {
    const { rateNow } = trainer;
    trainer.train();
    return rateNow;
  });
  expect(rates).toEqual([0.04, 0.04, 0.02, 0.02, 0.01]);
});

test('a dropout mask follows from seed and step, and evaluate mode lets everything through', () => {
  const spec = withLayers({ type: 'dropout', name: 'drop', rate: 0.5 });
  const mask = (trainer: Trainer) => [...trainer.network.auxiliary.get('drop.mask')!];
  const [one, other] = [fresh({}, spec), fresh({}, spec)];
  expect(mask(one)).toEqual(mask(other));
  expect(new Set(mask(one))).toEqual(new Set([0, 2]));
  const before = mask(one);
  one.train();
  expect(mask(one)).not.toEqual(before);
  one.settings.mode = 'evaluate';
  one.compute();
  const [image] = [one.network.input.slice(0, 36)];
  expect([...one.network.activations.get('drop')!.slice(0, 36)]).toEqual([...image]);
});

test('a step trains the same whether the page shows train or evaluate mode', () => {
  const spec = withLayers({ type: 'batchNorm', name: 'norm' }, { type: 'dropout', name: 'drop', rate: 0.25 });
  const [train, evaluate] = [fresh({}, spec), fresh({ mode: 'evaluate' }, spec)];
  for (let step = 0; step < 3; step++) [train, evaluate].forEach((trainer) => trainer.train());
  expect(weights(evaluate)).toEqual(weights(train));
  expect(evaluate.network.state.get('norm.running_mean')).toEqual(
    train.network.state.get('norm.running_mean'),
  );
});

test('input normalisation takes mean and standard deviation of the images to train with', () => {
  const spec = withLayers({ type: 'inputNorm', name: 'norm' });
  const set = makeSet('bars', 3, 40);
  const trainer = new Trainer(spec, new Images({ set: 'x', name: 'bars' }, set));
  Object.assign(trainer.settings, { validationShare: 0 });
  trainer.reset();
  const pixels = [...(set.pixels as Uint8Array)].map((value) => value / set.pixelScale);
  const mean = pixels.reduce((sum, pixel) => sum + pixel) / pixels.length;
  const variance = pixels.reduce((sum, pixel) => sum + (pixel - mean) ** 2, 0) / pixels.length;
  expect(trainer.network.state.get('norm.mean')![0]).toBeCloseTo(mean, 12);
  expect(trainer.network.state.get('norm.standard_deviation')![0]).toBeCloseTo(Math.sqrt(variance), 12);
});

test('an epoch of a set goes once through the images to train with, and no other', () => {
  const set = makeSet('bars', 3, 40);
  const images = new Images({ set: 'x', name: 'bars' }, set);
  const settings = { ...fresh().settings, batchSize: 5, validationShare: 0.2 };
  expect(images.stepsPerEpoch(settings)).toBe(8);
  const seen = Array.from({ length: 8 }, (_, step) => [...Array.from(images.batch(settings, step))]).flat();
  expect(new Set(seen).size).toBe(32);
  const validation = new Set(Array.from(images.validation(settings)));
  expect(validation.size).toBe(8);
  expect(seen.some((index) => validation.has(index))).toBe(false);
});

test('images that are not on this machine leave the page as it is', () => {
  const trainer = new Trainer(TINY, new Images({ set: 'gone', name: 'mine' }));
  trainer.network.input.fill(0.5, 0, 36);
  trainer.compute();
  expect(trainer.images.isMissing).toBe(true);
  expect(trainer.images.canTrain(trainer.settings)).toBe(false);
  expect([...trainer.network.input.slice(0, 36)]).toEqual(new Array(36).fill(0.5));
});

test('an image that is kept for validation is shown, and not trained with', () => {
  const set = makeSet('bars', 3, 40);
  const images = new Images({ set: 'x', name: 'bars' }, set);
  const [one, other] = [new Trainer(TINY, images), new Trainer(TINY, images)];
  const [first, second] = Array.from(images.validation(one.settings));
  for (const [trainer, index] of [
    [one, first],
    [other, second],
  ] as const) {
    trainer.settings.image = index + 1;
    trainer.showImage();
    trainer.compute();
    trainer.train();
  }
  expect(one.network.input.slice(0, 36)).not.toEqual(other.network.input.slice(0, 36));
  expect(weights(one)).toEqual(weights(other));
});

test('Reset keeps what the images said of themselves, where they are not there to say it again', () => {
  const trainer = new Trainer(
    withLayers({ type: 'inputNorm', name: 'norm' }),
    new Images({ set: 'gone', name: 'mine' }),
  );
  trainer.network.state.get('norm.mean')![0] = 0.3;
  trainer.reset();
  expect(trainer.network.state.get('norm.mean')![0]).toBe(0.3);
});

test('other images bring their own mean and standard deviation', () => {
  const spec = withLayers({ type: 'inputNorm', name: 'norm' });
  const trainer = new Trainer(spec, new Images({ set: 'x', name: 'bars' }, makeSet('bars', 3, 40)));
  trainer.network.state.get('norm.mean')!.fill(7);
  trainer.normalise();
  expect(trainer.network.state.get('norm.mean')![0]).toBeLessThan(1);
});
