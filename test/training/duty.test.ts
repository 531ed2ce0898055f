import fc from 'fast-check';
import { CpuBudget } from '../../src/training/duty';

/** In milliseconds. */
const INTERVAL = 5000;
const RUN = 60_000;

/** A run whose time passes only by computing and by resting. */
async function run(slices: readonly number[], share?: number) {
  let now = 0;
  let rests = 0;
  const worked = new Array<number>(2 * Math.ceil(RUN / INTERVAL)).fill(0);
  const work = (milliseconds: number) => {
    for (let left = milliseconds; left > 0;) {
      const part = Math.min(left, INTERVAL - (now % INTERVAL));
      worked[Math.floor(now / INTERVAL)] += part;
      now += part;
      left -= part;
    }
  };
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      rests++;
      now += milliseconds;
    },
    yieldToEvents: async () => undefined,
  };
  const duty = new CpuBudget(share, clock);
  duty.resume();
  let firstRest = Infinity;
  for (let index = 0; now < RUN; index++) {
    work(slices[index % slices.length]);
    await duty.yieldOrRest();
    if (rests && firstRest === Infinity) firstRest = now;
  }
  return { shares: worked.slice(0, RUN / INTERVAL).map((each) => each / INTERVAL), firstRest, rests };
}

const anySlices = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 });

test('Excel never sees three intervals of 5 s in which more than 90 % of a core is used', async () => {
  await fc.assert(
    fc.asyncProperty(anySlices, async (slices) => {
      const { shares } = await run(slices);
      expect(shares.filter((share) => share > 0.9).length).toBeLessThan(3);
      expect(Math.max(...shares.slice(3))).toBeLessThan(0.85);
    }),
  );
});

test('a run of ten seconds is not slowed down, and a long one by no more than a third', async () => {
  await fc.assert(
    fc.asyncProperty(anySlices, async (slices) => {
      const { firstRest, shares } = await run(slices);
      expect(firstRest).toBeGreaterThan(10_000);
      expect(Math.min(...shares)).toBeGreaterThan(0.65);
    }),
  );
});

test('where Excel does not mind, there is no rest', async () => {
  expect((await run([12], 1)).rests).toBe(0);
});

test('runs that follow each other save nothing up', async () => {
  let now = 0;
  let rested = 0;
  const sleep = async (milliseconds: number) => {
    rested += milliseconds;
    now += milliseconds;
  };
  const duty = new CpuBudget(undefined, { now: () => now, sleep, yieldToEvents: async () => undefined });
  for (let each = 0; each < 10; each++) {
    duty.resume();
    for (let slice = 0; slice < 500; slice++) {
      now += 12;
      await duty.yieldOrRest();
    }
    now += 100;
  }
  // A minute of computing, of which ten seconds are free.
  expect(rested).toBeGreaterThan(10_000);
});
