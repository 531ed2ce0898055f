import { interleave, median } from './interleave';

const ONE_RUN_A_BLOCK = { rounds: 3, block: 0, warmUp: 0 };

test('takes the middle of an odd number of values, and the mean of the two there of an even number', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([10, 1, 3, 4])).toBe(3.5);
});

test('lets all take turns once they are warm', async () => {
  const order: string[] = [];
  await interleave(
    ['a', 'b'].map((name) => ({ run: () => order.push(name) })),
    ONE_RUN_A_BLOCK,
  );
  expect(order.join('')).toBe('aabb' + 'ababab');
});

test('prepares every block, and waits for what is not done at once', async () => {
  const order: string[] = [];
  const slow = {
    prepare: async () => void order.push('prepare'),
    run: async () => {
      await Promise.resolve();
      order.push('run');
    },
  };
  const [timing] = await interleave([slow], ONE_RUN_A_BLOCK);
  expect(order).toEqual(Array.from({ length: 5 }, () => ['prepare', 'run']).flat());
  expect(timing.rounds).toBe(3);
});
