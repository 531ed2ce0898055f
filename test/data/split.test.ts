import fc from 'fast-check';
import { batchAt, split } from '../../src/data/split';

const seed = fc.oneof(fc.integer(), fc.maxSafeInteger());
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const sorted = (indexes: Iterable<number>): number[] => [...indexes].sort((a, b) => a - b);

describe('split', () => {
  it('deals every image to one side, once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        seed,
        (count, share, from) => {
          const { training, validation } = split(count, share, from);
          expect(sorted([...training, ...validation])).toEqual(upTo(count));
          expect(Math.abs(validation.length - count * share)).toBeLessThanOrEqual(1);
          if (count > 1 && share > 0 && share < 1) {
            expect(Math.min(training.length, validation.length)).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it('is known by its seed', () => {
    expect(split(100, 0.2, 1)).toEqual(split(100, 0.2, 1));
    expect(split(100, 0.2, 1)).not.toEqual(split(100, 0.2, 2));
  });

  it('shuffles evenly', () => {
    // Each of 6 orders of 3 images has 1/6 of 6,000, 1,000, standard deviation 29: within 203 is seven of them;
    // that far out lies less than one in 10^9 of all seeds, so a fixed one that fails tells of a bias.
    const counts = new Map<string, number>();
    for (let from = 0; from < 6000; from++) {
      const order = split(3, 0, from).training.join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(203);
  });

  it('says what it expects', () => {
    expect(() => split(0, 0.2, 1)).toThrow(
      new RangeError('The count of images is 0; expected a whole number, 1 or more.'),
    );
    expect(() => split(10, 20, 1)).toThrow(
      new RangeError('The share to validate with is 20; expected a number from 0 to 1.'),
    );
    expect(() => split(10, NaN, 1)).toThrow(RangeError);
    expect(() => split(10, 0.2, 0.5)).toThrow(/^The seed is 0.5; expected a whole number between/);
  });
});

describe('batchAt', () => {
  const sizes = fc.record({
    count: fc.integer({ min: 1, max: 60 }),
    batchSize: fc.integer({ min: 1, max: 70 }),
    from: seed,
  });
  /** Members that are not their own positions. */
  const members = (count: number): Uint32Array => Uint32Array.from(upTo(count), (i) => 1000 + 3 * i);

  it('goes through the set once in every epoch, less what fills no batch', () => {
    fc.assert(
      fc.property(sizes, fc.nat(5), ({ count, batchSize, from }, epoch) => {
        fc.pre(batchSize <= count);
        const training = members(count);
        const steps = Math.floor(count / batchSize);
        const drawn = upTo(steps).flatMap((i) => [...batchAt(training, batchSize, epoch * steps + i, from)]);
        expect(new Set(drawn).size).toBe(steps * batchSize);
        expect(drawn.every((index) => training.includes(index))).toBe(true);
        if (steps * batchSize === count) expect(sorted(drawn)).toEqual([...training]);
      }),
    );
  });

  it('repeats a set that is smaller than a batch, each image as often as any other, give or take one', () => {
    fc.assert(
      fc.property(sizes, fc.nat(100), ({ count, batchSize, from }, step) => {
        fc.pre(batchSize > count);
        const training = members(count);
        const drawn = [...batchAt(training, batchSize, step, from)];
        const counts = [...training].map((index) => drawn.filter((each) => each === index).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(drawn).toHaveLength(batchSize);
      }),
    );
  });

  it('is known by the number of the step alone, whatever was asked before', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.nat(500), { minLength: 1 }), ({ count, batchSize, from }, steps) => {
        const training = members(count);
        const forwards = steps.map((step) => batchAt(training, batchSize, step, from));
        const backwards = steps.toReversed().map((step) => {
          batchAt(training, 1, 0, from === 0 ? 1 : 0);
          return batchAt(training, batchSize, step, from);
        });
        expect(backwards.toReversed()).toEqual(forwards);
      }),
    );
  });

  it('shuffles every epoch anew, and by the seed', () => {
    const training = members(50);
    const epochs = upTo(20).map((step) => batchAt(training, 50, step, 1).join());
    const others = upTo(20).map((step) => batchAt(training, 50, step, 2).join());
    expect(new Set([...epochs, ...others]).size).toBe(40);
  });

  it('keeps its promise of equal batches from version to version: a notebook names its batches by seed and step', () => {
    expect(batchAt(Uint32Array.from(upTo(10)), 4, 7, 1).join()).toMatchInlineSnapshot(`"8,5,6,7"`);
  });

  it('fills an array that is given, and no more than the batch', () => {
    const into = new Uint32Array(6).fill(7777);
    expect(batchAt(members(10), 4, 3, 1, into)).toBe(into);
    expect([...into.subarray(0, 4)]).toEqual([...batchAt(members(10), 4, 3, 1)]);
    expect([...into.subarray(4)]).toEqual([7777, 7777]);
  });

  it('says what it expects', () => {
    expect(() => batchAt(new Uint32Array(0), 4, 0, 1)).toThrow(
      new RangeError('The count of images to train with is 0; expected a whole number, 1 or more.'),
    );
    expect(() => batchAt(members(3), 0, 0, 1)).toThrow(
      /^The batch size is 0; expected a whole number, 1 or more/,
    );
    expect(() => batchAt(members(3), 1, -1, 1)).toThrow(
      /^The step is -1; expected a whole number, 0 or more/,
    );
  });
});
