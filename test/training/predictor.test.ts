import { LESSON_4, LESSON_4_TEN } from '../../src/notebook/presets/lesson4';
import { SEVERAL_LABELS, THREE_CHANNELS, TINY } from '../../src/notebook/presets/smallStarters';
import { Predictor } from '../../src/training/predictor';
import { Trainer } from '../../src/training/trainer';
import { Images } from '../../src/training/images';

test.each([LESSON_4, LESSON_4_TEN, THREE_CHANNELS, SEVERAL_LABELS, TINY])(
  'predicts for an image what $title shows when it is on the page, whatever is on it now, before and after training',
  (spec) => {
    const trainer = new Trainer(spec, new Images(spec.data));
    const predictor = new Predictor(spec);
    const { channels, height, width } = spec.network.input;
    for (let round = 0; round < 2; round++) {
      trainer.settings.image = 5;
      trainer.showImage();
      trainer.compute();
      const image = trainer.network.input.slice(0, channels * height * width);
      const units = trainer.network.target.length / trainer.network.batchSize;
      const shown = trainer.network.activations.get('probabilities')!.slice(0, units);
      const { predicted } = trainer;
      trainer.settings.image = 6;
      trainer.showImage();
      trainer.compute();
      const page = trainer.save({ andPage: true });
      const prediction = predictor.predict(trainer.network, image);
      expect(prediction.predicted).toBe(predicted);
      [...prediction.probabilities].forEach((probability, unit) =>
        expect(probability).toBeCloseTo(shown[unit], 12),
      );
      expect(trainer.save({ andPage: true })).toEqual(page);
      for (let step = 0; step < 3; step++) trainer.train();
    }
  },
);
