import { STARTERS } from '../../../src/notebook/presets';
import { expectStarterToAgree, LARGE } from './support/starters';

test.each(
  STARTERS.filter(({ command }) => LARGE.has(command)).map(({ name, spec }) => [name, spec] as const),
)(
  'every formula of %s, computed by another spreadsheet from a file, agrees with the engine',
  (_, spec) => expectStarterToAgree(spec),
  600_000,
);
