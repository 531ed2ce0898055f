/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../../src/addin/commands/createNotebook';
import { STEP } from '../../../../src/addin/commands/train';
import fc from 'fast-check';
import { inferShapes } from '../../../../src/engine/shapes';
import type { LayerSpec, NetworkSpec } from '../../../../src/engine/spec';
import { channelsRead, convolutionsOf } from '../../../../src/notebook/matrix/convolution';
import { TINY } from '../../../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../../../src/notebook/sheet/spec';
import { openNotebook, type Sheet } from '../../../addin/support/sheet';
import { anyActivation, anyConv2d, anyDepthwiseConv2d } from '../../../engine/support/arbitraries';
import { runs } from '../../../support/runs';
import { readMatrix } from '../support/matrices';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook();
});
afterAll(() => sheet.close());

const anyLayer: fc.Arbitrary<LayerSpec> = fc
  .tuple(fc.oneof(anyConv2d, anyDepthwiseConv2d), anyActivation)
  .map(([layer, activation]) => ({ ...layer, activation }));

/** Two convolutions over bars, 6×6, of any stride, padding, dilation and activation; the second reads several channels. */
const anyPair: fc.Arbitrary<NetworkSpec> = fc
  .tuple(anyLayer, anyLayer)
  .map(([first, second]): NetworkSpec => {
    const layers: LayerSpec[] = [
      { ...first, name: 'conv1' },
      { ...second, name: 'conv2' },
      { type: 'flatten', name: 'flat' },
      { type: 'dense', name: 'dense', units: 3 },
    ];
    return { input: { channels: 1, height: 6, width: 6 }, layers, loss: 'softmaxCrossEntropy' };
  })
  .filter((network) => {
    try {
      return inferShapes(network).length > 0;
    } catch {
      return false;
    }
  });

/** Of which one channel alone is shown, whatever else is drawn. */
const OF_TWO_CHANNELS: NetworkSpec = {
  input: { channels: 1, height: 6, width: 6 },
  layers: [
    { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3], activation: 'relu' },
    { type: 'conv2d', name: 'conv2', filters: 2, kernel: [2, 2] },
    { type: 'flatten', name: 'flat' },
    { type: 'dense', name: 'dense', units: 3 },
  ],
  loss: 'softmaxCrossEntropy',
};

test('any convolution is a matrix, and a sum over patches, equal to its map', async () => {
  let count = 0;
  let partly = 0;
  await fc.assert(
    fc
      .asyncProperty(anyPair, fc.boolean(), fc.nat(), async (network, compact, seed) => {
        const title = `Net ${(count += 1)}`;
        const spec: NotebookSpec = { ...TINY, title, network, compact, initial: undefined };
        await sheet.session.perform(newNotebook(spec));
        // Biases are zero at first, and would not be missed.
        await sheet.session.perform(STEP);
        const [, convolution] = convolutionsOf(network);
        const filter = seed % convolution.shape.output.channels;
        const read = channelsRead(convolution, filter);
        const channel = read.length > 1 && seed % 3 ? read[seed % read.length] : undefined;
        partly += Number(channel !== undefined);
        await sheet.session.perform(sheet.session.matrices.showChoice({ layer: 'conv2', filter, channel }));
        expect(sheet.session.store.get().errors).toEqual([]);
        const { summary, forms } = await readMatrix(sheet, `${title} matrix`);
        expect(summary).toMatch(/^✓/);
        for (const { map, equal } of forms) {
          expect(map.every((value) => Number.isFinite(value))).toBe(true);
          expect(equal).toEqual(map.map(() => '✓'));
        }
      })
      .afterEach(() => sheet.clear()),
    { numRuns: runs(3, 12), examples: [[OF_TWO_CHANNELS, false, 1]] },
  );
  expect(partly).toBeGreaterThan(0);
});
