/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { RESET, STEP } from '../../../../src/addin/commands/train';
import fc from 'fast-check';
import { inferShapes } from '../../../../src/engine/shapes';
import type { LayerSpec, NetworkSpec } from '../../../../src/engine/spec';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import { OPTIMISERS } from '../../../../src/notebook/sheet/settings';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import {
  anyAveragePool2d,
  anyBatchNorm,
  anyConv2d,
  anyDepthwiseConv2d,
  anyDropout,
  anyInputNorm,
  anyMaxPool2d,
} from '../../../engine/support/arbitraries';
import { runs } from '../../../support/runs';
import { expectConsistent } from '../../support/consistent';
import { openNotebook, type Sheet } from '../../support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

const anyLayer: fc.Arbitrary<LayerSpec> = fc.oneof(
  anyConv2d,
  anyDepthwiseConv2d,
  anyMaxPool2d,
  anyAveragePool2d,
  anyBatchNorm,
  anyDropout,
  anyInputNorm,
);

/** Any network that reads bars, 6×6, and tells three classes. */
const anyReader: fc.Arbitrary<NetworkSpec> = fc
  .record({
    maps: fc.array(anyLayer, { maxLength: 4 }),
    flat: fc.constantFrom<LayerSpec['type']>('flatten', 'globalAveragePool'),
    after: fc.option(fc.oneof<fc.Arbitrary<LayerSpec>[]>(anyDropout, anyBatchNorm)),
  })
  .map(({ maps, flat, after }): NetworkSpec => {
    const layers = maps.map((layer, index) => ({ ...layer, name: `${layer.name}${index}` }));
    layers.push({ type: flat, name: 'flat' } as LayerSpec);
    if (after) layers.push({ ...after, name: 'after' });
    layers.push({ type: 'dense', name: 'dense', units: 3 });
    return { input: { channels: 1, height: 6, width: 6 }, layers, loss: 'softmaxCrossEntropy' };
  })
  .filter((network) => {
    try {
      return inferShapes(network).length > 0;
    } catch {
      return false;
    }
  });

test('any network is drawn, stepped, reset, and every cell of it is what the engine computes', async () => {
  let count = 0;
  await fc.assert(
    fc
      .asyncProperty(
        anyReader,
        fc.boolean(),
        fc.constantFrom(...OPTIMISERS),
        async (network, compact, optimiser) => {
          const title = `Net ${(count += 1)}`;
          const settings = { batchSize: 3, optimiser };
          const spec: NotebookSpec = { ...TINY, title, network, compact, initial: undefined, settings };
          await sheet.session.perform(newNotebook(spec));
          for (let step = 0; step < 2; step++) await sheet.session.perform(STEP);
          expect(sheet.session.store.get().errors).toEqual([]);
          await expectConsistent(sheet, spec, title);
          await sheet.session.perform(RESET);
          await expectConsistent(sheet, spec, title);
        },
      )
      .afterEach(() => sheet.clear()),
    { numRuns: runs(4, 15) },
  );
});
