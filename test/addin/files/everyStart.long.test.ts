/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import { STEP } from '../../../src/addin/commands/train';
import { STARTERS } from '../../../src/notebook/presets';
import { throughFile } from './throughFile';

test.each(STARTERS.map(({ name, spec }) => [name, spec] as const))(
  '%s goes through an .xlsx file unchanged, and trains on to the last bit',
  async (_, spec) => {
    await throughFile(spec, async ({ session }) => {
      await session.perform(STEP);
      await session.perform(session.models.show);
    });
  },
);
