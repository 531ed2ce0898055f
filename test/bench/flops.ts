import { inferShapes, sizeOf, type LayerShape } from '../../src/engine/shapes';
import type { LayerSpec } from '../../src/engine/spec';
import type { Workload } from './workloads';

/**
 * Floating-point operations of one run of a workload, a product and its sum counted as two. Only convolutions and dense
 * layers count. A step goes through each of them three times (outputs, weights, inputs), through the first one
 * twice: nobody asks for the gradient of an image.
 */
export function flopsOf({ spec, batch, kind }: Workload): number {
  const shapes = inferShapes(spec);
  const products = spec.layers.map((layer, index) => productsOf(layer, shapes[index]));
  const [first, ...later] = products.filter((count) => count > 0);
  if (kind === 'convolution') return 2 * batch * first;
  const sum = later.reduce((total, count) => total + count, 0);
  return 2 * batch * (kind === 'step' ? 2 * first + 3 * sum : first + sum);
}

function productsOf(layer: LayerSpec, { input, output }: LayerShape): number {
  if (layer.type === 'conv2d') return sizeOf(output) * input.channels * layer.kernel[0] * layer.kernel[1];
  if (layer.type === 'dense') return sizeOf(output) * sizeOf(input);
  return 0;
}
