/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable", "url": "http://localhost/" }
 */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { TINY } from '../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../addin/support/sheet';
import { opened, saved } from '../workbook/support/workbookFiles';
import { damaged, damagedText } from './mutations';

/** A small share of the inputs of `npm run fuzz`, for each takes a twentieth of a second. */
const INPUTS = Math.min(3000, Math.ceil(Number(process.env.FUZZ ?? 4000) * 0.015));

let sheet: Sheet;
let good: Uint8Array;
let FileError: typeof import('../../src/workbook/files/xlsxToDocument').FileError;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
  good = await saved(sheet.excel.book);
  // Loaded when jsdom has what the library expects.
  ({ FileError } = await import('../../src/workbook/files/xlsxToDocument'));
});
afterAll(() => sheet.close());

/** Files of which one part was damaged, and packed again. */
function damagedPart(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const parts = unzipSync(bytes);
  return fc
    .constantFrom(...Object.keys(parts))
    .chain((path) =>
      damagedText([strFromU8(parts[path])]).map((text) =>
        zipSync({ ...parts, [path]: strToU8(text) }, { level: 0 }),
      ),
    );
}

test('.xlsx files: what is read is read, or refused in words', async () => {
  let [refused, longest] = [0, 0];
  const inputs = fc.oneof({ weight: 4, arbitrary: damagedPart(good) }, damaged([good]));
  await fc.assert(
    fc.asyncProperty(inputs, async (bytes) => {
      const began = performance.now();
      try {
        await opened(bytes, sheet.excel.book);
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        expect(error.message).toContain('Book1');
        refused++;
      }
      longest = Math.max(longest, performance.now() - began);
    }),
    { numRuns: INPUTS },
  );
  if (process.env.FUZZ)
    process.stdout.write(
      `.xlsx: ${INPUTS} inputs, ${refused} refused, the longest took ${longest.toFixed(1)} ms\n`,
    );
});
