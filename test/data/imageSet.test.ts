import { imageAt, labelAt, sourceOf, targetAt } from '../../src/data/imageSet';
import { imageOf, smallSet, targetOf } from './support/sets';

describe('imageAt', () => {
  it('copies one image, divided by the unit, and touches nothing else', () => {
    const into = new Float64Array(6).fill(-1);
    imageAt(smallSet(), 1, into, 1);
    expect([...into]).toEqual([-1, 204 / 255, 1, 1 / 255, 2 / 255, -1]);
  });

  it('says which images there are', () => {
    const into = new Float64Array(4);
    expect(() => imageAt(smallSet(), 2, into, 0)).toThrow(
      new RangeError("Image 2 of 'pets' was asked for; expected is a whole number from 0 to 1."),
    );
    expect(() => imageAt(smallSet(), -1, into, 0)).toThrow(RangeError);
    expect(() => imageAt(smallSet(), 0.5, into, 0)).toThrow(RangeError);
  });
});

describe('targetAt', () => {
  it('is a one-hot row where an image has one label', () => {
    const into = new Float64Array(4).fill(-1);
    targetAt(smallSet(), 1, into, 1);
    expect([...into]).toEqual([-1, 0, 1, -1]);
  });

  it('is a yes or no to each label where it can have several', () => {
    const set = smallSet({
      multiLabel: true,
      classes: ['a', 'b', 'c'],
      labels: Uint8Array.from([1, 0, 1, 0, 0, 0]),
    });
    expect([0, 1].map((index) => targetOf(sourceOf(set), index))).toEqual([
      [1, 0, 1],
      [0, 0, 0],
    ]);
  });
});

describe('labelAt', () => {
  it('is the class in words', () => {
    expect([0, 1].map((index) => labelAt(smallSet(), index))).toEqual(['cat', 'dog']);
  });

  it('joins several labels, and has words for none', () => {
    const multiLabel = {
      multiLabel: true,
      classes: ['a', 'b', 'c'],
      labels: Uint8Array.from([1, 0, 1, 0, 0, 0]),
    };
    expect([0, 1].map((index) => labelAt(smallSet(multiLabel), index))).toEqual(['a + c', 'none']);
    const one = { multiLabel: true, classes: ['7'], labels: Uint8Array.from([1, 0]) };
    expect([0, 1].map((index) => labelAt(smallSet(one), index))).toEqual(['7', 'not 7']);
  });
});

describe('sourceOf', () => {
  it('is the set as a training draws it', () => {
    const source = sourceOf(smallSet());
    expect(source).toMatchObject({
      name: 'pets',
      channels: 1,
      height: 2,
      width: 2,
      count: 2,
      multiLabel: false,
    });
    expect(imageOf(source, 0)).toEqual([0, 51 / 255, 102 / 255, 153 / 255]);
    expect(targetOf(source, 0)).toEqual([1, 0]);
    expect(source.label(1)).toBe('dog');
  });
});
