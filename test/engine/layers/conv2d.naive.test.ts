import fc from 'fast-check';
import { anyBatch, anyConv2d, anySeed, anyShape, fits } from '../support/arbitraries';
import { fill } from '../support/fill';
import { layerAlone } from '../support/layer';
import { naiveConvolution } from '../support/naiveConvolution';

test('agrees with the seven loops of the definition', () => {
  fc.assert(
    fc.property(anyConv2d, anyShape, anyBatch, anySeed, (spec, input, batch, seed) => {
      fc.pre(fits(spec, input));
      const layer = layerAlone(spec, input, batch);
      fill(seed, layer.input, ...layer.parameters);
      layer.forward();
      const { pads, stride, output } = layer.shape;
      const expected = naiveConvolution({
        batch,
        input: layer.input,
        shape: input,
        filters: layer.parameters[0],
        bias: layer.parameters[1] ?? new Float64Array(spec.filters),
        kernel: spec.kernel,
        stride,
        dilation: spec.dilation ?? 1,
        top: pads.top,
        left: pads.left,
        rows: output.height,
        columns: output.width,
      });
      expect(layer.output.length).toBe(expected.length);
      // The sums are of at most 3·4·4 + 1 terms of about 1, added in the one order or the other.
      layer.output.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
    }),
    { numRuns: 300 },
  );
});
