import { Trainer } from '../../../src/training/trainer';
import { STARTERS } from '../../../src/notebook/presets';
import { expectAgreement } from './support/agree';
import { computedFromFile } from './support/file';

test.each(STARTERS.map(({ name, spec }) => [name, spec] as const))(
  'every formula of %s, computed by another spreadsheet from a file, agrees with the engine',
  async (_, spec) => {
    const trainer = new Trainer(spec);
    trainer.settings.batchSize = 1;
    trainer.compute();
    trainer.train();
    expectAgreement(await computedFromFile(spec, trainer), trainer);
  },
  120_000,
);
