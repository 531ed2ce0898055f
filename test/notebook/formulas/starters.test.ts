import { STARTERS } from '../../../src/notebook/presets';
import { expectStarterToAgree, LIGHT } from './support/starters';

test.each(
  STARTERS.filter(({ command }) => LIGHT.has(command)).map(({ name, spec }) => [name, spec] as const),
)(
  'every formula of %s, computed by another spreadsheet from a file, agrees with the engine',
  (_, spec) => expectStarterToAgree(spec),
  120_000,
);
