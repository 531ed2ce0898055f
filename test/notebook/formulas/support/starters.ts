import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { Trainer } from '../../../../src/training/trainer';
import { expectAgreement } from './agree';
import { computedFromFile } from './file';

/** Starters whose formulas take another spreadsheet the better part of a minute. */
export const LARGE: ReadonlySet<string> = new Set(['newSmallConvnet', 'newNoDenseLayer']);

/** After a step with a batch of one image, so that gradients are formulas, too. */
export async function expectStarterToAgree(spec: NotebookSpec): Promise<void> {
  const trainer = new Trainer(spec);
  trainer.settings.batchSize = 1;
  trainer.compute();
  trainer.train();
  expectAgreement(await computedFromFile(spec, trainer), trainer);
}
