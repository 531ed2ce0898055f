import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { Trainer } from '../../../../src/training/trainer';
import { expectAgreement } from './agree';
import { computedFromFile } from './file';

/** Two starters whose formulas another spreadsheet computes in a few seconds; the others take it up to a minute. */
export const LIGHT: ReadonlySet<string> = new Set(['newLesson4', 'newTiny']);

/** After a step with a batch of one image, so that gradients are formulas, too. */
export async function expectStarterToAgree(spec: NotebookSpec): Promise<void> {
  const trainer = new Trainer(spec);
  trainer.settings.batchSize = 1;
  trainer.compute();
  trainer.train();
  expectAgreement(await computedFromFile(spec, trainer), trainer);
}
