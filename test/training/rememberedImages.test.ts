import { remembering } from '../../src/training/rememberedImages';
import { GENERATORS, generatorSource, type GeneratorName } from '../../src/data/generators';

const SEED = 5;
const MOST = 40;

test.each(Object.keys(GENERATORS) as GeneratorName[])('images of %s are remembered bit for bit', (name) => {
  const generator = generatorSource(name, SEED);
  const asked: number[] = [];
  const watched = {
    ...generator,
    image: (...[index, into, offset]: Parameters<typeof generator.image>) => {
      asked.push(index);
      generator.image(index, into, offset);
    },
  };
  const source = remembering(watched, (index) => index < 0);
  const size = generator.channels * generator.height * generator.width;
  for (let index = -MOST; index < MOST; index++) {
    for (const offset of [0, 3]) {
      const [image, expected] = [new Float64Array(size + 3), new Float64Array(size + 3)];
      source.image(index, image, offset);
      generator.image(index, expected, offset);
      expect(image).toEqual(expected);
      const units = generator.classes.length;
      const [target, told] = [new Float64Array(units + 3).fill(7), new Float64Array(units + 3).fill(7)];
      source.target(index, target, offset);
      generator.target(index, told, offset);
      expect(target).toEqual(told);
    }
  }
  // The first half was drawn once, the others each time.
  expect(asked).toHaveLength(MOST + 2 * MOST);
});
