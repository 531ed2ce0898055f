import fc from 'fast-check';
import { compile, type Network } from '../../../src/engine/network';
import type { LayerSpec, NetworkSpec } from '../../../src/engine/spec';
import {
  channelsRead,
  convolutionsOf,
  kernelSize,
  matrixStart,
  type Convolution,
  type MapPosition,
} from '../../../src/notebook/matrix/convolution';
import { patchesOf, tapsOf } from '../../../src/notebook/matrix/taps';
import { placesOf, windowAround, type Window } from '../../../src/notebook/matrix/window';
import { anyConv2d, anyDepthwiseConv2d, anySeed, anyShape, fits } from '../../engine/support/arbitraries';
import { fill } from '../../engine/support/fill';

const anyLayer: fc.Arbitrary<LayerSpec> = fc.oneof(anyConv2d, anyDepthwiseConv2d);
/** Also maps that are too large to be shown as a whole. */
const anyImage = fc.oneof(
  anyShape,
  fc.record({
    channels: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 20 }),
    width: fc.integer({ min: 1, max: 20 }),
  }),
);

test.each([
  ['of any convolution', false],
  ['of one that is too large to be shown as a whole', true],
] as const)(
  'the matrix times the pixels, and the patches times the weights, %s, are what the engine computes',
  (_, isPart) => {
    fc.assert(
      fc.property(anyLayer, anyImage, anySeed, (layer, input, seed) => {
        fc.pre(fits(layer, input));
        const network = computed(layer, input, seed);
        const [convolution] = convolutionsOf(network.spec);
        const filter = seed % convolution.shape.output.channels;
        const read = channelsRead(convolution, filter);
        const at = {
          row: seed % convolution.shape.output.height,
          column: seed % convolution.shape.output.width,
        };
        const window = windowAround(convolution, read.length, read.length, at);
        fc.pre(!isPart || !window.isWhole);
        const places = placesOf(window.outputs);
        expect(places).toContainEqual(at);
        const expected = places.map((place) => outputAt(network, convolution, filter, place));
        expectClose(throughMatrix(network, convolution, filter, window), expected);
        expectClose(throughPatches(network, convolution, filter, window), expected);
      }),
      { numRuns: isPart ? 30 : 200, maxSkipsPerRun: 1000 },
    );
  },
);

function computed(layer: LayerSpec, input: NetworkSpec['input'], seed: number): Network {
  const layers: LayerSpec[] = [
    layer,
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 1 },
  ];
  const network = compile({ input, layers, loss: 'squaredError' }, 1);
  fill(seed, network.input, ...network.parameters.values());
  network.forward();
  return network;
}

/** Σ over channels and pixels of entry · pixel, and the bias. */
function throughMatrix(network: Network, convolution: Convolution, filter: number, window: Window): number[] {
  const pixels = placesOf(window.pixels);
  return tapsOf(convolution, window).map((row) =>
    channelsRead(convolution, filter).reduce(
      (sum, channel) =>
        row.reduce<number>(
          (part, tap, index) =>
            tap === undefined
              ? part
              : part +
                weightAt(network, convolution, filter, channel, tap) *
                  pixelAt(network, channel, pixels[index]),
          sum,
        ),
      network.parameters.get(`${convolution.spec.name}.bias`)?.[filter] ?? 0,
    ),
  );
}

/** Σ over channels and taps of pixel · weight, and the bias. */
function throughPatches(
  network: Network,
  convolution: Convolution,
  filter: number,
  window: Window,
): number[] {
  return patchesOf(convolution, window.outputs).map((patch) => {
    expect(patch).toHaveLength(kernelSize(convolution));
    return channelsRead(convolution, filter).reduce(
      (sum, channel) =>
        patch.reduce<number>(
          (part, place, tap) =>
            place
              ? part + weightAt(network, convolution, filter, channel, tap) * pixelAt(network, channel, place)
              : part,
          sum,
        ),
      network.parameters.get(`${convolution.spec.name}.bias`)?.[filter] ?? 0,
    );
  });
}

function weightAt(network: Network, convolution: Convolution, filter: number, channel: number, tap: number) {
  const filters = network.parameters.get(`${convolution.spec.name}.filters`)!;
  return filters[matrixStart(convolution, filter, channel) + tap];
}

function pixelAt({ input, spec }: Network, channel: number, { row, column }: MapPosition): number {
  return input[(channel * spec.input.height + row) * spec.input.width + column];
}

function outputAt(
  network: Network,
  { spec, shape }: Convolution,
  filter: number,
  { row, column }: MapPosition,
) {
  const { height, width } = shape.output;
  return network.activations.get(spec.name)![(filter * height + row) * width + column];
}

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, index) =>
    expect(Math.abs(value - expected[index])).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected[index]))),
  );
}
