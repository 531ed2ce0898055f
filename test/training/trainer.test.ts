import { DivergedError } from '../../src/training/diverged';
import { Trainer } from '../../src/training/trainer';
import type { Block } from '../../src/notebook/sheet/block';
import { planNotebook } from '../../src/notebook/layout/planNotebook';
import { LESSON_4 } from '../../src/notebook/presets/lesson4';
import type { SettingKey } from '../../src/notebook/sheet/settings';

const plan = planNotebook(LESSON_4);

function block(name: string): Block {
  return plan.layout.blocks.find((each) => each.name === name)!;
}

function fresh(settings: Partial<Record<SettingKey, number>> = {}): Trainer {
  const trainer = new Trainer(plan.spec);
  Object.assign(trainer.settings, settings);
  trainer.reset();
  trainer.showImage();
  trainer.compute();
  return trainer;
}

function read(trainer: Trainer, name: string): number[] {
  return [...trainer.valuesFor('values', block(name))];
}

test('a step moves a weight by the learning rate times its gradient', () => {
  const trainer = fresh({ learningRate: 0.01, momentum: 0 });
  const before = read(trainer, 'conv1.filter1.channel1');
  const gradient = [...trainer.valuesFor('gradients', block('conv1.filter1.channel1'))];
  trainer.train();
  expect(gradient.some((value) => value !== 0)).toBe(true);
  read(trainer, 'conv1.filter1.channel1').forEach((after, index) => {
    expect(after).toBeCloseTo(before[index] - 0.01 * gradient[index], 14);
  });
});

test('momentum remembers: v becomes 0.9 v plus the gradient', () => {
  const trainer = fresh({ momentum: 0.9 });
  const gradientAt = () => trainer.valuesFor('gradients', block('dense.bias'))[0];
  const first = gradientAt();
  trainer.train();
  expect(trainer.valuesFor('velocities', block('dense.bias'))[0]).toBe(first);
  const second = gradientAt();
  trainer.train();
  expect(trainer.valuesFor('velocities', block('dense.bias'))[0]).toBeCloseTo(0.9 * first + second, 14);
});

test('the loss of the image on the page falls with each of the first steps', () => {
  const trainer = fresh();
  const losses = [trainer.network.losses[0]];
  for (let step = 0; step < 5; step++) {
    trainer.train();
    losses.push(trainer.network.losses[0]);
  }
  expect([...losses].sort((a, b) => b - a)).toEqual(losses);
});

test('the same cells lead to the same next step, in another session, too', () => {
  const first = fresh();
  for (let step = 0; step < 3; step++) first.train();
  const second = new Trainer(plan.spec);
  for (const name of ['notebook.step', 'input.channel1', 'output.target']) {
    second.accept('values', block(name), read(first, name));
  }
  for (const each of plan.sheets.velocities.blocks) {
    second.accept('values', each, first.valuesFor('values', each));
    second.accept('velocities', each, first.valuesFor('velocities', each));
  }
  second.compute();
  first.train();
  second.train();
  for (const [name, values] of first.network.parameters)
    expect(second.network.parameters.get(name)).toEqual(values);
});

test('Reset gives the same weights again, another seed others', () => {
  const trainer = fresh({ seed: 11 });
  const weights = read(trainer, 'dense.unit1.channel1');
  trainer.train();
  trainer.reset();
  expect(read(trainer, 'dense.unit1.channel1')).toEqual(weights);
  expect(read(fresh({ seed: 12 }), 'dense.unit1.channel1')).not.toEqual(weights);
});

test('a batch size typed over keeps weights, image and target', () => {
  const trainer = fresh();
  const names = ['conv1.filter1.channel1', 'input.channel1', 'output.target', 'conv2.map2'];
  const before = names.map((name) => read(trainer, name));
  trainer.settings.batchSize = 3;
  trainer.compute();
  expect(trainer.network.batchSize).toBe(3);
  expect(names.map((name) => read(trainer, name))).toEqual(before);
});

test('with a batch of one the batch loss is the loss of the page', () => {
  const trainer = fresh({ batchSize: 1 });
  expect(trainer.batchLoss).toBe(trainer.network.losses[0]);
});

test('a step that leads beyond numbers is not taken', () => {
  const trainer = fresh({ learningRate: 100, momentum: 0 });
  let before = read(trainer, 'conv1.filter1.channel1');
  const steps = () => {
    for (let step = 0; step < 1000; step++) {
      before = read(trainer, 'conv1.filter1.channel1');
      trainer.train();
    }
  };
  // Weights this large square and cube on their way through the layers.
  trainer.accept('values', block('conv1.filter1.channel1'), new Array(9).fill(1e160));
  trainer.accept('values', block('conv2.filter1.channel1'), new Array(9).fill(1e100));
  trainer.compute();
  expect(steps).toThrow(DivergedError);
  expect(read(trainer, 'conv1.filter1.channel1')).toEqual(before);
  expect(Number.isFinite(trainer.batchLoss)).toBe(true);
});
