import fc from 'fast-check';
import {
  axesOf,
  effectiveKernel,
  inputsSeen,
  inputsSeenBy,
  inputUnderTap,
  outputsCovering,
  outputsAlong,
  outputsReachedBy,
  outputsSeeing,
  padsAlong,
  pixelsSeen,
  receptiveField,
  tapBetween,
  windowOf,
  type Axis,
} from '../../src/engine/geometry';
import { inferLayers, type LayerShape } from '../../src/engine/shapes';
import type { LayerSpec } from '../../src/engine/spec';
import { anyConv2d, anyMaxPool2d, anyShape, fits } from './support/arbitraries';

/** Windows along one axis, by size, stride, dilation and padding before; the padding after is as wide. */
function axis(inputs: number, taps: number, stride = 1, dilation = 1, pad = 0): Axis {
  const outputs = outputsAlong(inputs + 2 * pad, effectiveKernel(taps, dilation), stride);
  return { inputs, taps, stride, dilation, pad, outputs };
}

const anyAxis: fc.Arbitrary<Axis> = fc
  .record({
    inputs: fc.integer({ min: 1, max: 12 }),
    taps: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 3 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    pad: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ inputs, taps, stride, dilation, pad }) => axis(inputs, taps, stride, dilation, pad))
  .filter(({ outputs }) => outputs >= 1);

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test('a dilated kernel spans its gaps', () => {
  // × . × . ×
  expect(effectiveKernel(3, 2)).toBe(5);
  expect(effectiveKernel(1, 7)).toBe(1);
});

test("'same' pads as TensorFlow does, the odd row behind", () => {
  // ceil(6 / 2) = 3 outputs; (3 − 1)·2 + 3 − 6 = 1
  expect(padsAlong('same', 6, 3, 2)).toEqual([0, 1]);
  expect(padsAlong('same', 5, 4, 1)).toEqual([1, 2]);
  expect(padsAlong('valid', 5, 4, 1)).toEqual([0, 0]);
  expect(padsAlong(2, 5, 4, 1)).toEqual([2, 2]);
});

test('the windows of an output, and the outputs of an input, by hand', () => {
  // Taps 0, 2, 4 of seven inputs, two of padding on each side, every second place: −2, 0, 2 | 0, 2, 4 | 2, 4, 6 | 4, 6, 8
  const each = axis(7, 3, 2, 2, 2);
  expect(each.outputs).toBe(4);
  expect(upTo(3).map((tap) => inputUnderTap(each, 0, tap))).toEqual([undefined, 0, 2]);
  expect(upTo(3).map((tap) => inputUnderTap(each, 3, tap))).toEqual([4, 6, undefined]);
  expect(upTo(4).map((output) => inputsSeen(each, output))).toEqual([
    { first: 0, count: 3 },
    { first: 0, count: 5 },
    { first: 2, count: 5 },
    { first: 4, count: 3 },
  ]);
  expect(outputsSeeing(each, 4)).toEqual([
    { output: 1, tap: 2 },
    { output: 2, tap: 1 },
    { output: 3, tap: 0 },
  ]);
  expect(outputsSeeing(each, 3)).toEqual([]);
  expect(tapBetween(each, 2, 6)).toBe(2);
  expect(tapBetween(each, 2, 5)).toBeUndefined();
});

test('that an output sees an input through a tap is the same fact from all sides', () => {
  fc.assert(
    fc.property(anyAxis, (each) => {
      const met = upTo(each.outputs).flatMap((output) =>
        upTo(each.taps).flatMap((tap) => {
          const input = inputUnderTap(each, output, tap);
          return input === undefined ? [] : [{ output, tap, input }];
        }),
      );
      for (const { output, tap, input } of met) {
        expect(tapBetween(each, output, input)).toBe(tap);
        const { first, count } = inputsSeen(each, output);
        expect(input).toBeGreaterThanOrEqual(first);
        expect(input).toBeLessThan(first + count);
      }
      const seen = upTo(each.inputs).flatMap((input) =>
        outputsSeeing(each, input).map((found) => ({ ...found, input })),
      );
      const inOrder = (a: (typeof met)[0], b: (typeof met)[0]) => a.input - b.input || a.output - b.output;
      expect(seen).toEqual([...met].sort(inOrder));
    }),
  );
});

test('the axes of a layer are told by its shape alone', () => {
  const layers: LayerSpec[] = [
    { type: 'conv2d', name: 'conv', filters: 3, kernel: [3, 2], dilation: 2, stride: [2, 3], padding: 1 },
    { type: 'flatten', name: 'flat' },
  ];
  const [conv, flat] = inferLayers({
    input: { channels: 2, height: 9, width: 8 },
    layers,
    loss: 'squaredError',
  });
  // (9 + 2 − 5) / 2 + 1 = 4 rows, ⌊(8 + 2 − 3) / 3⌋ + 1 = 3 columns
  expect(axesOf(conv)).toEqual({
    rows: { taps: 3, dilation: 2, stride: 2, pad: 1, inputs: 9, outputs: 4 },
    columns: { taps: 2, dilation: 2, stride: 3, pad: 1, inputs: 8, outputs: 3 },
  });
  expect(axesOf(flat).rows).toMatchObject({ taps: 1, dilation: 1, stride: 1, pad: 0 });
});

describe('in the map of a layer', () => {
  const anyLayer: fc.Arbitrary<LayerShape> = fc
    .tuple(fc.oneof(anyConv2d, anyMaxPool2d), anyShape)
    .filter(([spec, input]) => fits(spec, input))
    .map(([spec, input]) => inferLayers({ input, layers: [spec], loss: 'squaredError' })[0]);

  test('a window and the outputs that an input reaches, by hand', () => {
    const conv = { type: 'conv2d', name: 'conv', filters: 1, kernel: [2, 3], padding: 1 } as const;
    const [shape] = inferLayers({
      input: { channels: 1, height: 2, width: 3 },
      layers: [{ ...conv, kernel: [...conv.kernel] }],
      loss: 'squaredError',
    });
    // Inputs 0 1 2 | 3 4 5; outputs 0 1 2 | 3 4 5 | 6 7 8, the first of which sees from (−1, −1) on.
    expect(windowOf(shape, 0)).toEqual([
      [-1, -1, -1],
      [-1, 0, 1],
    ]);
    expect(windowOf(shape, 4)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(outputsCovering(shape, 0)).toEqual([
      [
        { output: 0, i: 1, j: 1 },
        { output: 1, i: 1, j: 0 },
      ],
      [
        { output: 3, i: 0, j: 1 },
        { output: 4, i: 0, j: 0 },
      ],
    ]);
  });

  test('an input reaches the outputs in whose windows it stands', () => {
    fc.assert(
      fc.property(anyLayer, (shape) => {
        const size = ({ height, width }: { height: number; width: number }) => height * width;
        const seen = upTo(size(shape.output)).flatMap((output) =>
          windowOf(shape, output).flatMap((row, i) => row.map((input, j) => ({ input, output, i, j }))),
        );
        const reached = upTo(size(shape.input)).flatMap((input) =>
          outputsCovering(shape, input)
            .flat()
            .map((meeting) => ({ input, ...meeting })),
        );
        const inOrder = (a: (typeof seen)[0], b: (typeof seen)[0]) =>
          a.input - b.input || a.output - b.output || a.i - b.i || a.j - b.j;
        expect([...reached].sort(inOrder)).toEqual(seen.filter(({ input }) => input >= 0).sort(inOrder));
      }),
    );
  });

  test('masks follow each output to its window, each input to the outputs that it reaches', () => {
    fc.assert(
      fc.property(anyLayer, fc.integer({ min: 0 }), (shape, seed) => {
        const outputs = new Uint8Array(shape.output.height * shape.output.width);
        outputs[seed % outputs.length] = 1;
        const window = windowOf(shape, seed % outputs.length).flat();
        const inputs = inputsSeenBy(shape, outputs);
        expect(upTo(inputs.length).filter((at) => inputs[at])).toEqual(
          upTo(inputs.length).filter((at) => window.includes(at)),
        );
        const reached = outputsReachedBy(shape, inputs);
        expect(upTo(reached.length).filter((at) => reached[at])).toEqual(
          upTo(reached.length).filter((at) =>
            windowOf(shape, at)
              .flat()
              .some((input) => inputs[input] === 1),
          ),
        );
      }),
    );
  });
});

test('receptive fields grow layer by layer, as in Dumoulin and Visin', () => {
  const layers: LayerSpec[] = [
    { type: 'conv2d', name: 'conv1', filters: 1, kernel: [3, 3] },
    { type: 'conv2d', name: 'conv2', filters: 1, kernel: [3, 3], padding: 1 },
    { type: 'maxPool2d', name: 'pool', size: [2, 2] },
    { type: 'conv2d', name: 'conv3', filters: 1, kernel: [3, 3], dilation: 2 },
  ];
  const shapes = inferLayers({ input: { channels: 1, height: 28, width: 28 }, layers, loss: 'squaredError' });
  const fields = shapes.map((_, index) => receptiveField(shapes.slice(0, index + 1)).rows);
  expect(fields).toEqual([
    // 3 pixels, 0 1 2, and stands over the middle one.
    { start: 0, size: 3, jump: 1, centre: 1 },
    // 3 + 2·1; the padding begins one pixel before the image.
    { start: -1, size: 5, jump: 1, centre: 1 },
    // 5 + 1·1; of two middle numbers the first; twice as far apart.
    { start: -1, size: 6, jump: 2, centre: 1 },
    // A kernel of 5: 6 + 4·2, the middle two numbers further, 1 + 2·2.
    { start: -1, size: 14, jump: 2, centre: 5 },
  ]);
  expect(receptiveField([]).columns).toEqual({ start: 0, size: 1, jump: 1, centre: 0 });
});

test('of its receptive field a number sees what lies within the image', () => {
  const field = { start: -1, size: 6, jump: 2, centre: 1 };
  expect(pixelsSeen(field, 0, 28)).toEqual({ first: 0, count: 5 });
  expect(pixelsSeen(field, 3, 28)).toEqual({ first: 5, count: 6 });
  expect(pixelsSeen(field, 12, 28)).toEqual({ first: 23, count: 5 });
  expect(pixelsSeen(field, 0, 3)).toEqual({ first: 0, count: 3 });
});

test('a receptive field is what the windows of all layers reach, one through the other', () => {
  const anyChain = fc.array(
    fc.record({
      taps: fc.integer({ min: 1, max: 3 }),
      stride: fc.integer({ min: 1, max: 2 }),
      dilation: fc.integer({ min: 1, max: 2 }),
      padding: fc.integer({ min: 0, max: 1 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(anyChain, (chain) => {
      const layers = chain.map(({ taps, stride, dilation, padding }, index): LayerSpec => ({
        ...{ type: 'conv2d', name: `conv${index}`, filters: 1, kernel: [taps, 1] },
        ...{ stride, dilation, padding },
      }));
      const input = { channels: 1, height: 40, width: 40 };
      const shapes = inferLayers({ input, layers, loss: 'squaredError' });
      const { rows } = receptiveField(shapes);
      for (const output of [0, shapes.at(-1)!.output.height - 1]) {
        let seen = new Set([output]);
        for (const shape of [...shapes].reverse()) {
          const { rows: each } = axesOf(shape);
          const through = [...seen].flatMap((at) =>
            upTo(each.taps).map((tap) => inputUnderTap(each, at, tap)),
          );
          seen = new Set(through.filter((at) => at !== undefined));
        }
        const { first, count } = pixelsSeen(rows, output, input.height);
        for (const pixel of seen) {
          expect(pixel).toBeGreaterThanOrEqual(first);
          expect(pixel).toBeLessThan(first + count);
        }
      }
    }),
  );
});
