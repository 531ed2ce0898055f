import fc from 'fast-check';
import { compile, type Network } from '../../../src/engine/network';
import { inferShapes, SpecError } from '../../../src/engine/shapes';
import type { LayerSpec, NetworkSpec } from '../../../src/engine/spec';
import { seenBy } from '../../../src/notebook/filters/picturedSpan';
import { receptiveFields } from '../../../src/notebook/layout/receptiveFields';
import { anyNetwork } from '../../engine/support/arbitraries';

const conv = (name: string, kernel: [number, number], more: object = {}): LayerSpec => ({
  type: 'conv2d',
  name,
  filters: 2,
  kernel,
  ...more,
});
const pool: LayerSpec = { type: 'maxPool2d', name: 'pool', size: [2, 2] };

type Shaped = Pick<Network, 'spec' | 'shapes'>;

/** Where the field of the first cell begins, how large it is, and how far that of the next is from it. */
function fieldOf({ spec, shapes }: Shaped, layer: number) {
  const { rows, columns } = receptiveFields(spec, shapes)[layer];
  const spanOf = ({ start, size, jump }: typeof rows) => ({ start, size, jump });
  return { rows: spanOf(rows), columns: spanOf(columns) };
}

function shapesOf(...layers: LayerSpec[]): Shaped {
  const all: LayerSpec[] = [
    ...layers,
    { type: 'flatten', name: 'flat' },
    { type: 'dense', name: 'dense', units: 1 },
  ];
  const spec: NetworkSpec = {
    input: { channels: 1, height: 28, width: 28 },
    layers: all,
    loss: 'sigmoidCrossEntropy',
  };
  return { spec, shapes: inferShapes(spec) };
}

test('two convolutions of 3×3 see 5×5', () => {
  const { rows, columns } = fieldOf(shapesOf(conv('a', [3, 3]), conv('b', [3, 3])), 1);
  expect(rows).toEqual({ start: 0, size: 5, jump: 1 });
  expect(columns).toEqual(rows);
});

test('behind a pool of 2×2, 3×3 see 8×8, two pixels from one to the next, and begin in the padding', () => {
  const same = { padding: 'same' };
  const shapes = shapesOf(conv('a', [3, 3], same), pool, conv('b', [3, 3], same));
  // conv: −1 … 1; pool: −1 … 2, every second; conv: one pooled cell, two pixels, further up: −3 … 4.
  expect(fieldOf(shapes, 2).rows).toEqual({ start: -3, size: 8, jump: 2 });
});

test('rows and columns go by their own kernel sides', () => {
  const { rows, columns } = fieldOf(shapesOf(conv('a', [5, 1], { stride: 2 }), conv('b', [1, 3])), 1);
  expect(rows).toEqual({ start: 0, size: 5, jump: 2 });
  expect(columns).toEqual({ start: 0, size: 5, jump: 2 });
});

test('a picture that fits shows the whole field; one that does not, the whole side', () => {
  expect(seenBy({ start: -1, size: 3, jump: 1 }, 0, 28)).toEqual({ from: -1, length: 3, sees: [0, 2] });
  expect(seenBy({ start: -1, size: 3, jump: 2 }, 14, 28)).toEqual({ from: 27, length: 3, sees: [27, 28] });
  expect(seenBy({ start: -4, size: 30, jump: 2 }, 0, 28)).toEqual({ from: 0, length: 28, sees: [0, 26] });
});

/** Layers of a network that make maps. */
const mapsOf = ({ layers }: NetworkSpec) =>
  [...layers.keys()].filter((at) => !layers.slice(0, at + 1).some(({ type }) => ENDS.has(type)));
const ENDS = new Set<LayerSpec['type']>(['flatten', 'globalAveragePool', 'dense']);

/** A cell of a map of some layer, as fractions of what there is. */
const anySpot = fc.record({
  layer: fc.double({ min: 0, max: 0.999, noNaN: true }),
  row: fc.double({ min: 0, max: 0.999, noNaN: true }),
  column: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

function fill(network: Network, from: number): void {
  let state = 1;
  const next = () => from + ((state = (state * 48271) % 2147483647) / 2147483647) * (1 - from);
  for (const values of [network.input, ...network.parameters.values()])
    values.forEach((_, i) => (values[i] = next()));
}

/** The cell of every channel of the layer's maps. */
function cellsAt(network: Network, name: string, row: number, column: number): number[] {
  const { output } = network.shapes.find((shape) => shape.name === name)!;
  const maps = network.activations.get(name)!;
  return Array.from(
    { length: output.channels },
    (_, channel) => maps[(channel * output.height + row) * output.width + column],
  );
}

function spotIn(network: Network, at: { layer: number; row: number; column: number }) {
  const layers = mapsOf(network.spec);
  const layer = layers[Math.floor(at.layer * layers.length)];
  const { output, name } = network.shapes[layer];
  const row = Math.floor(at.row * output.height);
  const column = Math.floor(at.column * output.width);
  const { height, width } = network.spec.input;
  const { rows, columns } = fieldOf(network, layer);
  const [seenRows, seenColumns] = [seenBy(rows, row, height).sees, seenBy(columns, column, width).sees];
  const sees = (y: number, x: number) =>
    y >= seenRows[0] && y < seenRows[1] && x >= seenColumns[0] && x < seenColumns[1];
  return { name, layer, row, column, rows, columns, sees };
}

test('no pixel outside of its field ever changes a cell', () => {
  fc.assert(
    fc.property(
      anyNetwork.filter((spec) => mapsOf(spec).length > 0),
      anySpot,
      (spec, at) => {
        const network = compile(spec, 1);
        network.training = false;
        fill(network, -1);
        network.forward();
        const { name, row, column, sees } = spotIn(network, at);
        const before = cellsAt(network, name, row, column);
        const { channels, height, width } = spec.input;
        for (let i = 0; i < channels * height * width; i++)
          if (!sees(Math.floor(i / width) % height, i % width)) network.input[i] += 1000;
        network.forward();
        expect(cellsAt(network, name, row, column)).toEqual(before);
      },
    ),
    { numRuns: 300 },
  );
});

test('the pixels in the corners of a field that lies within the image do change it', () => {
  fc.assert(
    fc.property(
      // Where all weights are positive and nothing is cut off, more ink anywhere is more in every cell.
      anyNetwork
        .filter((spec) => mapsOf(spec).length > 0)
        .map((spec): NetworkSpec => ({
          ...spec,
          input: { ...spec.input, height: spec.input.height + 6, width: spec.input.width + 6 },
          layers: spec.layers.map((layer): LayerSpec =>
            'activation' in layer && layer.name !== spec.layers.at(-1)!.name
              ? { ...layer, activation: 'none' }
              : layer,
          ),
        }))
        .filter(isPossible),
      anySpot,
      (spec, at) => {
        const network = compile(spec, 1);
        network.training = false;
        fill(network, 0.1);
        const { name, row, column, rows, columns } = spotIn(network, at);
        const { height, width } = spec.input;
        const [top, left] = [rows.start + row * rows.jump, columns.start + column * columns.jump];
        const [bottom, right] = [top + rows.size - 1, left + columns.size - 1];
        fc.pre(top >= 0 && left >= 0 && bottom < height && right < width);
        network.forward();
        const before = cellsAt(network, name, row, column);
        for (const [y, x] of [
          [top, left],
          [top, right],
          [bottom, left],
          [bottom, right],
        ]) {
          network.input[y * width + x] += 1e6;
          network.forward();
          expect(cellsAt(network, name, row, column)).not.toEqual(before);
          network.input[y * width + x] -= 1e6;
        }
      },
    ),
    { numRuns: 120, maxSkipsPerRun: 1000 },
  );
});

/** A larger image may have more channels, behind flatten, than a layer can divide into groups. */
function isPossible(spec: NetworkSpec): boolean {
  try {
    return inferShapes(spec).length > 0;
  } catch (error) {
    if (error instanceof SpecError) return false;
    throw error;
  }
}
