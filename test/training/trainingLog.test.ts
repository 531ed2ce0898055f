import { Trainer } from '../../src/training/trainer';
import { TrainingLog } from '../../src/training/trainingLog';
import { TINY } from '../../src/notebook/presets/smallStarters';

function trained(): { trainer: Trainer; log: TrainingLog } {
  const [trainer, log] = [new Trainer(TINY), new TrainingLog()];
  trainer.compute();
  for (let step = 0; step < 3; step++) {
    trainer.train();
    log.add(trainer);
  }
  return { trainer, log };
}

test('a row tells the steps since the row before, and evaluates the validation images', async () => {
  const { trainer, log } = trained();
  const entry = await log.takeRow(
    trainer,
    async () => undefined,
    () => false,
  );
  expect(entry.step).toBe(3);
  expect(entry.validationAccuracy).toBeGreaterThan(0);
  expect(log.isEmpty).toBe(true);
});

test('a step that was taken back does not count', async () => {
  const [one, other] = [trained(), trained()];
  other.trainer.train();
  other.log.add(other.trainer);
  other.log.undoLast();
  const rows = [one, other].map(({ trainer, log }) =>
    log.takeRow(
      trainer,
      async () => undefined,
      () => true,
    ),
  );
  const [expected, found] = await Promise.all(rows);
  expect(found.trainingLoss).toBe(expected.trainingLoss);
  expect(found.trainingAccuracy).toBe(expected.trainingAccuracy);
});

test('on Stop the validation images are not evaluated to the end, and the row says nothing of them', async () => {
  const { trainer, log } = trained();
  let breaths = 0;
  const entry = await log.takeRow(
    trainer,
    async () => void (breaths += 1),
    () => breaths === 2,
  );
  expect(breaths).toBe(2);
  expect(entry.validationLoss).toBeUndefined();
  expect(entry.trainingLoss).toBeGreaterThan(0);
});
