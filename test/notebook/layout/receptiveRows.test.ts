import { compile } from '../../../src/engine/network';
import type { LayerSpec } from '../../../src/engine/spec';
import { layOut } from '../../../src/notebook/layout';
import { notebookOf } from '../networks';

/** One channel of 12×12, through the given layers, to one unit. */
function notebook(...layers: LayerSpec[]) {
  return notebookOf({
    input: { channels: 1, height: 12, width: 12 },
    layers: [...layers, { type: 'flatten', name: 'flatten' }, { type: 'dense', name: 'dense', units: 1 }],
    loss: 'sigmoidCrossEntropy',
  });
}

const conv = (name: string, kernel: number, more = {}): LayerSpec => ({
  type: 'conv2d',
  name,
  filters: 1,
  kernel: [kernel, kernel],
  ...more,
});

function rowOf(spec: ReturnType<typeof notebook>, name: string): number {
  return layOut(spec).blocks.find((block) => block.name === name)!.rect.row;
}

test('a 3×3 convolution starts one row lower than its input, a 5×5 two', () => {
  expect(rowOf(notebook(conv('a', 3)), 'a.map1')).toBe(2);
  expect(rowOf(notebook(conv('a', 5)), 'a.map1')).toBe(3);
});

test('same padding keeps the rows of the input', () => {
  expect(rowOf(notebook(conv('a', 3, { padding: 'same' })), 'a.map1')).toBe(1);
});

test('after a stride of 2 a 3×3 convolution starts two rows lower', () => {
  // jump is 2 there: (3 − 1) / 2 · 2 = 2 rows below the first convolution's row 2
  expect(rowOf(notebook(conv('a', 3, { stride: 2 }), conv('b', 3)), 'b.map1')).toBe(4);
});

test('padding beyond same moves the whole page down, so that nothing stands above the headings', () => {
  const spec = notebook(conv('a', 1, { padding: 2 }));
  expect(rowOf(spec, 'a.map1')).toBe(1);
  expect(rowOf(spec, 'input.channel1')).toBe(3);
});

test('a cell stands in a row of the pixels that it is computed from', () => {
  const spec = notebook(conv('a', 3), conv('b', 3, { stride: 2 }), {
    type: 'maxPool2d',
    name: 'c',
    size: [2, 2],
  });
  const layout = layOut(spec);
  const input = layout.blocks.find(({ name }) => name === 'input.channel1')!;
  const map = layout.blocks.find(({ name }) => name === 'c.map1')!;
  const network = compile(spec.network, 1);
  for (const values of network.parameters.values()) values.fill(1);
  for (let row = 0; row < 2; row++) {
    // Which pixels change the first cell of this row?
    const causes = new Set<number>();
    for (let pixel = 0; pixel < 144; pixel++) {
      network.input.fill(0);
      network.input[pixel] = 1;
      network.forward();
      if (network.activations.get('c')![row * 2] !== 0) causes.add(input.rect.row + Math.floor(pixel / 12));
    }
    expect(causes.has(map.rect.row + row * map.jump)).toBe(true);
  }
});
