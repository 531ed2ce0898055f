import fc from 'fast-check';
import { lossFor } from '../../../src/engine/losses';
import { softmax } from '../../../src/engine/losses/softmaxCrossEntropy';
import { expectGradient } from '../support/differences';
import { lossAlone } from '../support/loss';

test.each(['sigmoidCrossEntropy', 'softmaxCrossEntropy', 'squaredError'] as const)(
  '%s: backward is the derivative',
  (name) => {
    const number = fc.double({ min: -8, max: 8, noNaN: true });
    const anyRows = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: lossFor[name].leastUnits, max: 4 }))
      .chain(([batch, units]) => {
        const rows = fc.array(fc.array(number, { minLength: units, maxLength: units }), {
          minLength: batch,
          maxLength: batch,
        });
        return fc.tuple(rows, rows);
      });
    fc.assert(
      fc.property(anyRows, ([logits, raw]) => {
        // A softmax makes a distribution of any numbers, which is a target for every loss.
        const target = raw.map((row) => [...softmax(row)]);
        const loss = lossAlone(lossFor[name], logits, target);
        expectGradient(loss.logits, loss.logitGradient, () => {
          loss.forward();
          return loss.losses.reduce((sum, image) => sum + image, 0) / logits.length;
        });
      }),
    );
  },
);
