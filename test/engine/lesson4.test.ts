import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src/engine/network';
import { named } from './support/network';

/** What was typed into the published sheet, and what it computed; lies beside the checkout, and is not ours to ship. */
const file = join(__dirname, '../../../shared/data/lesson4-2016.json');

interface Sheet {
  input: { values: number[][] };
  conv1: { filters: Block[] };
  conv2: { filters: Block[][] };
  dense: { weights: Block[] };
  expected: { conv1_maps: Block[]; conv2_maps: Block[]; pool: Block[]; output: { value: number } };
}

interface Block {
  values: number[][];
}

if (existsSync(file)) {
  test('computes what the lesson-4 sheet of 2016 computed', agreesWithSheet);
} else {
  test.skip(
    `computes what the lesson-4 sheet of 2016 computed (skipped: there is no ${file})`,
    agreesWithSheet,
  );
}

function agreesWithSheet(): void {
  const sheet: Sheet = JSON.parse(readFileSync(file, 'utf8'));
  const network = compile(
    {
      input: { channels: 1, height: 28, width: 28 },
      layers: [
        { type: 'conv2d', name: 'conv1', filters: 2, kernel: [3, 3] },
        { type: 'conv2d', name: 'conv2', filters: 2, kernel: [3, 3] },
        { type: 'maxPool2d', name: 'pool', size: [2, 2] },
        { type: 'flatten', name: 'flatten' },
        { type: 'dense', name: 'dense', units: 1 },
      ],
      loss: 'sigmoidCrossEntropy',
    },
    1,
  );
  network.input.set(sheet.input.values.flat());
  named(network.parameters, 'conv1.filters').set(numbers(sheet.conv1.filters));
  named(network.parameters, 'conv2.filters').set(numbers(sheet.conv2.filters.flat()));
  named(network.parameters, 'dense.weights').set(numbers(sheet.dense.weights));
  network.forward();

  const { conv1_maps, conv2_maps, pool, output } = sheet.expected;
  expectClose(named(network.activations, 'conv1'), numbers(conv1_maps));
  expectClose(named(network.activations, 'conv2'), numbers(conv2_maps));
  expectClose(named(network.activations, 'pool'), numbers(pool));
  expectClose(named(network.activations, 'logits'), [output.value]);
}

/** Blocks of cells, one after another, row by row. */
function numbers(blocks: Block[]): number[] {
  return blocks.flatMap(({ values }) => values.flat());
}

function expectClose(found: Float64Array, expected: number[]): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, i) => expect(value / (expected[i] || 1)).toBeCloseTo(expected[i] === 0 ? 0 : 1, 9));
}
