import { compile, type Network } from '../../src/engine/network';
import type { LayerSpec, NetworkSpec } from '../../src/engine/spec';
import { patchOf, pictureSize } from '../../src/addin/commands/filters/patchImages';
import { convolutionsOf, searchPatches, type PatchPosition } from '../../src/training/filterPatches';
import { sourceOf, type ImageSource } from '../../src/data/imageSet';
import { receptiveFields } from '../../src/notebook/layout/receptiveFields';
import { naiveConvolution } from '../engine/support/naiveConvolution';
import { images } from '../excel/sheets/support/images';

/** Stride, padding, a pool, then a depthwise and a last convolution: every way in which fields grow. */
function network(activation: 'none' | 'relu' = 'none', channels = 2): NetworkSpec {
  const layers: LayerSpec[] = [
    { type: 'conv2d', name: 'first', filters: 3, kernel: [3, 2], stride: 2, padding: 1, activation },
    { type: 'maxPool2d', name: 'pool', size: [2, 2], stride: 1 },
    { type: 'batchNorm', name: 'norm', activation: 'leakyRelu' },
    { type: 'dropout', name: 'dropout', rate: 0.5 },
    { type: 'depthwiseConv2d', name: 'each', kernel: [2, 2], activation },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'dense', units: 1 },
  ];
  return { input: { channels, height: 9, width: 8 }, layers, loss: 'sigmoidCrossEntropy' };
}

function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** So many images of noise. */
function noise(count: number, channels = 2): ImageSource {
  const next = random(7);
  const size = channels * 9 * 8;
  const pixels = Float64Array.from({ length: count * size }, next);
  return sourceOf(images(count, { channels, height: 9, width: 8, pixels, pixelScale: 1 }));
}

function trained(spec: NetworkSpec, from = -1): Network {
  const made = compile(spec, 2);
  const next = random(11);
  for (const values of made.parameters.values())
    values.forEach((_, i) => (values[i] = from + (1 - from) * next()));
  made.state.get('norm.running_mean')!.forEach((_, i, all) => (all[i] = next() - 0.5));
  made.state.get('norm.running_variance')!.forEach((_, i, all) => (all[i] = 0.5 + next()));
  return made;
}

const quietly = () => Promise.resolve();
const every = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Each image by itself, every cell looked at, all of them sorted. */
function byBruteForce(
  spec: Network,
  source: ImageSource,
  count: number,
  layer: string,
  filter: number,
): PatchPosition[] {
  const alone = compile(spec.spec, 1, spec);
  alone.training = false;
  const { output } = alone.shapes.find(({ name }) => name === layer)!;
  const found: PatchPosition[] = [];
  for (let index = 0; index < count; index++) {
    source.image(index, alone.input, 0);
    alone.forward();
    const cells: PatchPosition[] = [];
    for (let row = 0; row < output.height; row++) {
      for (let column = 0; column < output.width; column++) {
        const at = (filter * output.height + row) * output.width + column;
        cells.push({ index, activation: alone.activations.get(layer)![at], row, column });
      }
    }
    cells.sort((a, b) => b.activation - a.activation);
    if (cells[0].activation !== 0) found.push(cells[0]);
  }
  return found.sort((a, b) => b.activation - a.activation).slice(0, 9);
}

test.each(['none', 'relu'] as const)('finds what looking at every cell finds (%s)', async (activation) => {
  const [source, subject] = [noise(123), trained(network(activation))];
  const winners = await searchPatches(subject, source, every(123), quietly);
  expect([...winners.keys()]).toEqual(['first', 'each']);
  for (const layer of ['first', 'each']) {
    winners.get(layer)!.forEach((own, filter) => {
      expect(own).toEqual(byBruteForce(subject, source, 123, layer, filter));
      expect(new Set(own.map(({ index }) => index)).size).toBe(own.length);
    });
  }
});

test('the network is left as it was', async () => {
  const subject = trained(network());
  const before = [...subject.parameters.values(), ...subject.state.values()].map((values) => values.slice());
  await searchPatches(subject, noise(20), every(20), quietly);
  expect([...subject.parameters.values(), ...subject.state.values()]).toEqual(before);
  expect(subject.training).toBe(true);
});

test('what ReLU cuts off everywhere excites nothing', async () => {
  const subject = trained(network('relu'));
  subject.parameters.get('first.filters')!.fill(-1, 0, 12);
  subject.parameters.get('first.bias')!.fill(-1, 0, 1);
  const winners = await searchPatches(subject, noise(20), every(20), quietly);
  expect(winners.get('first')!.map((own) => own.length)).toEqual([0, 9, 9]);
});

test('fewer images than nine are all shown; of equals the one that came first', async () => {
  const subject = trained(network());
  const one = noise(1);
  const same: ImageSource = { ...one, image: (_, into, offset) => one.image(0, into, offset) };
  const winners = await searchPatches(subject, same, [4, 2, 7], quietly);
  expect(winners.get('first')![0].map(({ index }) => index)).toEqual([4, 2, 7]);
});

test('progress is told, and what it throws ends the search', async () => {
  const told: number[] = [];
  const search = searchPatches(trained(network()), noise(123), every(123), (done) => {
    told.push(done);
    return done > 60 ? Promise.reject(new Error('stopped')) : Promise.resolve();
  });
  await expect(search).rejects.toThrow('stopped');
  expect(told).toEqual([50, 100]);
});

test('the picture of a patch, put through the filter, gives its activation again', async () => {
  const [source, subject] = [noise(60, 1), trained(network('none', 1))];
  const winners = await searchPatches(subject, source, every(60), quietly);
  const [sight] = receptiveFields(subject.spec, subject.shapes);
  expect(pictureSize(sight, source)).toEqual({ rows: 3, columns: 2 });
  winners.get('first')!.forEach((own, filter) =>
    own.forEach((winner) => {
      const { pixels, activation, image } = patchOf(winner, source, sight, false);
      expect(image).toBe(winner.index + 1);
      const [answer] = naiveConvolution({
        batch: 1,
        // Beyond the image, where the picture is blank, the filter sees zeros.
        input: pixels.map((pixel) => pixel ?? 0),
        shape: { channels: 1, height: 3, width: 2 },
        filters: subject.parameters.get('first.filters')!.slice(6 * filter, 6 * filter + 6),
        bias: [subject.parameters.get('first.bias')![filter]],
        kernel: [3, 2],
        ...{ stride: { rows: 1, columns: 1 }, dilation: 1, top: 0, left: 0, rows: 1, columns: 1 },
      });
      expect(activation).toBeCloseTo(answer, 12);
    }),
  );
});

test('blank is what lies outside of the image', () => {
  const source = noise(1, 1);
  const { spec, shapes } = compile(network('none', 1), 1);
  const [sight] = receptiveFields(spec, shapes);
  const patch = patchOf({ index: 0, activation: 1, row: 0, column: 0 }, source, sight, false);
  const [a, b] = [imagePixel(source, 0), imagePixel(source, 8)];
  expect(patch.pixels).toEqual([undefined, undefined, undefined, a, undefined, b]);
});

function imagePixel(source: ImageSource, at: number): number {
  const pixels = new Float64Array(source.channels * source.height * source.width);
  source.image(0, pixels, 0);
  return pixels[at];
}

test('of three channels the number is the mean, and the colour that of red, green and blue', () => {
  const pixels = Float64Array.of(1, 0.5, 0, 0, 0, 0.5, 0, 1, 0, 1, 0.2, 0);
  const source = sourceOf(images(1, { channels: 3, height: 2, width: 2, pixels, pixelScale: 1 }));
  const whole = { rows: { start: 0, size: 2, jump: 1 }, columns: { start: 0, size: 2, jump: 1 } };
  const patch = patchOf({ index: 0, activation: 1, row: 0, column: 0 }, source, whole, true);
  expect(patch.pixels.map((pixel) => pixel!.toFixed(3))).toEqual(['0.333', '0.667', '0.067', '0.333']);
  expect(patch.colours).toEqual(['#FF0000', '#8888FF', '#000033', '#00FF00']);
});

test('a network without convolutions has no filters', () => {
  const spec = network();
  const dense = { ...spec, layers: spec.layers.slice(-2) };
  expect(convolutionsOf({ spec: dense })).toEqual([]);
  expect(convolutionsOf({ spec })).toEqual([0, 4]);
});
