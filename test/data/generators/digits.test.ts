import { digitAt } from '../../../src/data/digits';
import { generatorSource } from '../../../src/data/generators';
import { imageOf, targetOf } from '../support/sets';

it('digits are those of digitAt', () => {
  const source = generatorSource('digits', 11);
  for (let index = -20; index < 20; index++) {
    const { pixels, label } = digitAt(11, index);
    expect(imageOf(source, index)).toEqual([...pixels]);
    expect(targetOf(source, index).indexOf(1)).toBe(label);
    expect(source.label(index)).toBe(String(label));
  }
});

it('sevens are those of digitAt with 7 positive; the target is one unit', () => {
  const source = generatorSource('sevens', 12);
  for (let index = -20; index < 20; index++) {
    const { pixels, label } = digitAt(12, index, { positive: 7 });
    expect(imageOf(source, index)).toEqual([...pixels]);
    expect(targetOf(source, index)).toEqual([label === 7 ? 1 : 0]);
    expect(source.label(index)).toBe(label === 7 ? '7' : 'not 7');
  }
});
