import { drawWeights } from '../../src/training/gradientSample';
import { compile } from '../../src/engine/network';
import { layOut } from '../../src/notebook/layout';
import { TINY } from '../../src/notebook/presets/smallStarters';
import { SMALL_CONVNET } from '../../src/notebook/presets/smallConvnet';
import type { NotebookSpec } from '../../src/notebook/sheet/spec';

function drawn(spec: NotebookSpec, count: number, seed: number): string[] {
  const { parameters } = compile(spec.network, 1);
  return drawWeights(parameters, layOut(spec), count, seed).map(
    ({ block, row, column }) => `${block.name} ${row} ${column}`,
  );
}

test('a hundred different weights, the same for the same seed', () => {
  const first = drawn(SMALL_CONVNET, 100, 7);
  expect(new Set(first).size).toBe(100);
  expect(drawn(SMALL_CONVNET, 100, 7)).toEqual(first);
  expect(drawn(SMALL_CONVNET, 100, 8)).not.toEqual(first);
});

test('a large dense layer does not leave the filters out', () => {
  const weights = drawn(SMALL_CONVNET, 60, 1);
  // Six parameters: filters and biases of two convolutions, weights and biases of a dense layer.
  const of = (pattern: RegExp) => weights.filter((name) => pattern.test(name)).length;
  expect(of(/^conv1\.filter\d+\.channel/)).toBeGreaterThanOrEqual(10);
  expect(of(/^conv1\.filter\d+\.bias/)).toBe(8);
  expect(of(/^dense\.unit/)).toBeGreaterThanOrEqual(10);
});

test('where there are fewer, all of them', () => {
  expect(new Set(drawn(TINY, 100, 3)).size).toBe(47);
});
