import { galleryOf } from '../../src/addin/commands/imageGallery';
import { Images, ImagesLentError } from '../../src/training/images';
import { makeSet } from '../../src/data/generators';
import { INITIAL_SETTINGS } from '../../src/notebook/sheet/settings';

const COUNT = 20;
const data = { set: 'an id', name: 'twenty bars' };
const set = makeSet('bars', 3, COUNT);
const size = set.channels * set.height * set.width;

function imageOf(images: Images): Float64Array {
  const into = new Float64Array(size);
  images.source(INITIAL_SETTINGS)!.image(1, into, 0);
  return into;
}

test('what is lent is not here, and all is as before when it is back', () => {
  const images = new Images(data, set);
  const before = imageOf(images);
  const source = images.source(INITIAL_SETTINGS)!;
  const pixels = images.lend()!;
  expect(pixels).toBe(set.pixels);
  expect(images.set!.pixels).toHaveLength(0);
  expect(images.lend()).toBeUndefined();
  expect(() => imageOf(images)).toThrow(ImagesLentError);
  // Which images there are, and which of them are trained with, is known all the same.
  expect(images.isMissing).toBe(false);
  expect(images.canTrain(INITIAL_SETTINGS)).toBe(true);
  expect(images.validation(INITIAL_SETTINGS)).toHaveLength(COUNT / 5);
  images.takeBack(pixels);
  expect(imageOf(images)).toEqual(before);
  const own = new Float64Array(size);
  source.image(1, own, 0);
  expect(own).toEqual(before);
});

test('whoever wants to see one meanwhile is told where they are', () => {
  const images = new Images(data, set);
  const source = images.source(INITIAL_SETTINGS)!;
  expect(galleryOf('One', source, [0])).toMatchObject({
    gallery: { title: 'One', pictures: [{ image: 1 }] },
  });
  images.lend();
  expect(galleryOf('One', source, [0])).toEqual({
    notice:
      'The images "twenty bars" are in use by the run. Press Stop, or wait until it ends, to look at them.',
  });
});

test('images that were lost with a worker, and are not kept on this machine, are missing', async () => {
  const images = new Images(data, set);
  images.lend();
  await images.recover();
  expect(images.isMissing).toBe(true);
  expect(images.source(INITIAL_SETTINGS)).toBeUndefined();
});

test('images that are drawn here are nothing to lend', () => {
  const images = new Images({ generator: 'bars' });
  const before = imageOf(images);
  expect(images.lend()).toBeUndefined();
  expect(imageOf(images)).toEqual(before);
});
