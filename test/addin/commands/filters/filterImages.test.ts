import { imagesToSearch } from '../../../../src/addin/commands/filters/filterImages';
import { Images } from '../../../../src/training/images';
import { INITIAL_SETTINGS } from '../../../../src/notebook/sheet/settings';
import { images as set } from '../../../excel/sheets/support/images';

const settings = { ...INITIAL_SETTINGS, validationShare: 0.25 };
const imported = (count: number) => new Images({ set: 'id', name: 'pets' }, set(count));

test('of a set, the images to train with, in the order of the trainer', () => {
  const images = imported(800);
  const { indexes, words } = imagesToSearch(images, settings);
  expect(words).toBe('the first 500 of the 600 images of "pets" to train with, in the order of the seed');
  expect([...Array.from(indexes)]).toEqual([...Array.from(images.training(settings, 500))]);
  const validation = new Set(Array.from(images.validation(settings)));
  expect(Array.from(indexes).some((index) => validation.has(index))).toBe(false);
});

test('of a small set, all of them', () => {
  const { indexes, words } = imagesToSearch(imported(8), settings);
  expect(words).toBe('all 6 images of "pets" to train with, in the order of the seed');
  expect(indexes).toHaveLength(6);
});

test('of a generator, those that the page shows by the same numbers', () => {
  const { indexes, words } = imagesToSearch(new Images({ generator: 'bars' }), settings);
  expect(words).toBe('images 1 to 500 of bars (drawn here)');
  expect([indexes[0], indexes[499], indexes.length]).toEqual([0, 499, 500]);
});
