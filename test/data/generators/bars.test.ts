import { generatorSource } from '../../../src/data/generators';
import { imageOf } from '../support/sets';

const SIDE = 6;
const STEPS: Record<string, number> = { horizontal: 1, vertical: SIDE, diagonal: SIDE + 1 };

it('bars are 3 to 6 bright pixels, one after another in the direction of their label', () => {
  const source = generatorSource('bars', 1);
  const lengths = new Set<number>();
  for (let index = 0; index < 300; index++) {
    const image = imageOf(source, index);
    const inked = [...image.keys()].filter((at) => image[at] > 0.5);
    lengths.add(inked.length);
    const step = STEPS[source.label(index)];
    expect(inked).toEqual(inked.map((_, i) => inked[0] + i * step));
  }
  expect([...lengths].sort()).toEqual([3, 4, 5, 6]);
});
