import { lossFor } from '../../../src/engine/losses';
import type { LossName } from '../../../src/engine/spec';
import { expectClose } from '../support/close';
import { lossAlone } from '../support/loss';
import { reference } from '../support/reference';

interface Case {
  loss: LossName;
  logits: number[][];
  target: number[][];
  losses: number[];
  probabilities: number[];
  logitGradient: number[];
}

const cases = reference('losses') as Case[];

test.each(cases.map((each) => [each.loss, each] as const))('%s as in PyTorch', (name, c) => {
  const loss = lossAlone(lossFor[name], c.logits, c.target);
  expectClose(loss.losses, c.losses);
  expectClose(loss.probabilities, c.probabilities);
  expectClose(loss.logitGradient, c.logitGradient);
});

test('every loss has been compared', () => {
  expect(new Set(cases.map(({ loss }) => loss))).toEqual(new Set(Object.keys(lossFor)));
});
