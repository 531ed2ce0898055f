import { activationFor } from '../../../src/engine/activations';
import { activationOf } from '../../../src/engine/layers';
import type { Network } from '../../../src/engine/network';
import type { LayerShape } from '../../../src/engine/shapes';
import { named } from './network';

/**
 * On which side of its kinks a network stands after forward: which ReLUs, leaky or not, are below 0, which pixel wins
 * each pool.
 */
export function branchOf(network: Network): string {
  const { spec, shapes, batchSize, activations } = network;
  return spec.layers
    .map((layer, index) => {
      const output = named(activations, layer.name);
      const activation = activationOf(layer);
      if (activation !== 'none' && activationFor[activation].nonDifferentiable === 'at 0') {
        return Array.from(output, (x) => +(x > 0)).join('');
      }
      if (layer.type !== 'maxPool2d') return '';
      const input = index === 0 ? network.input : named(activations, spec.layers[index - 1].name);
      return winners(shapes[index], input, batchSize).join();
    })
    .join();
}

/** The place of the largest pixel in the window of each output, by the definition of the pool. */
function winners(
  { input: from, output: to, stride, kernel, pads }: LayerShape,
  input: Float64Array,
  batch: number,
) {
  const places: number[] = [];
  for (let plane = 0; plane < batch * from.channels; plane++) {
    for (let y = 0; y < to.height; y++) {
      for (let x = 0; x < to.width; x++) {
        const window: number[] = [];
        for (let i = 0; i < kernel.height; i++) {
          for (let j = 0; j < kernel.width; j++) {
            const row = y * stride.rows + i - pads.top;
            const column = x * stride.columns + j - pads.left;
            const isInside = row >= 0 && column >= 0 && row < from.height && column < from.width;
            window.push(isInside ? input[(plane * from.height + row) * from.width + column] : -Infinity);
          }
        }
        places.push(window.indexOf(Math.max(...window)));
      }
    }
  }
  return places;
}
