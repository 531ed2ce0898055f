/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import fc from 'fast-check';
import { runs } from '../../support/runs';
import { cutAnywhere } from './cutAnywhere';

test('a run that is cut anywhere, closed and opened again goes on to the last bit, with its curve', async () => {
  await fc.assert(cutAnywhere, { numRuns: runs(3, 15) });
});
