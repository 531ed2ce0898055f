import fc from 'fast-check';
import { activationFor } from '../../../src/engine/activations';
import { anyBatch, anySeed, anyShape } from '../support/arbitraries';
import { expectGradient, weighed } from '../support/differences';
import { fill } from '../support/fill';

const names = Object.keys(activationFor) as (keyof typeof activationFor)[];

test.each(names)('%s: backward is the derivative of forward', (name) => {
  fc.assert(
    fc.property(anyShape, anyBatch, anySeed, (shape, batch, seed) => {
      const size = batch * shape.channels * shape.height * shape.width;
      const inputs = new Float64Array(size);
      const gradient = new Float64Array(size);
      fill(seed, inputs, gradient);
      const values = new Float64Array(size);
      const inputGradient = new Float64Array(size).fill(NaN);
      const passes = activationFor[name].compile(values, gradient, inputGradient, shape);
      const loss = (): number => {
        values.set(inputs);
        passes.forward();
        return weighed(values, gradient);
      };
      loss();
      passes.backward();
      expectGradient(inputs, inputGradient, loss, () => Array.from(inputs, Math.sign).join());
    }),
    { numRuns: 50 },
  );
});
