import { PARSERS } from './parsers';
import fc from 'fast-check';

/** So many inputs in all; `npm run fuzz` tries a million. */
const INPUTS = Number(process.env.FUZZ ?? 4000);

test.each(PARSERS)('%s: whatever is read is read, or refused in words', async (name, share, parser) => {
  const numRuns = Math.ceil(INPUTS * share);
  let [refused, longest, most] = [0, 0, 0];
  const property = fc.asyncProperty(await parser.inputs(), async (input) => {
    const began = performance.now();
    try {
      await parser.parse(input);
    } catch (error) {
      if (!parser.refuses.some((kind) => error instanceof kind)) throw error;
      expect((error as Error).message).not.toBe('');
      refused++;
    }
    longest = Math.max(longest, performance.now() - began);
    most = Math.max(most, process.memoryUsage.rss());
  });
  await fc.assert(property, { numRuns });
  if (process.env.FUZZ)
    process.stdout.write(
      `${name}: ${numRuns} inputs, ${refused} refused, the longest took ${longest.toFixed(1)} ms, ` +
        `at most ${Math.round(most / 2 ** 20)} MB in use\n`,
    );
});
