import type { Network } from '../../engine/network';
import { valueCount, type Block } from './block';

/** The engine's array with a block's values, not copied: writing to it changes the network. */
export function valuesOf(network: Network, block: Block): Float64Array {
  return slice(valueTensor(network, block), block);
}

/** ∂L/∂value for each value of a block, not copied; L is the mean loss of the batch. */
export function gradientOf(network: Network, block: Block): Float64Array {
  return slice(gradientTensor(network, block), block);
}

function valueTensor(network: Network, { source }: Block): Float64Array | undefined {
  // The image on the page is the first of the batch.
  switch (source.kind) {
    case 'input':
      return network.input;
    case 'parameter':
      return network.parameters.get(source.tensor);
    case 'state':
      return network.state.get(source.tensor);
    case 'activation':
      return network.activations.get(source.tensor);
    case 'auxiliary':
      return network.auxiliary.get(source.tensor);
    case 'target':
      return network.target;
    case 'loss':
      return network.losses;
    default:
      return undefined;
  }
}

function gradientTensor(network: Network, { source }: Block): Float64Array | undefined {
  switch (source.kind) {
    case 'input':
      return network.activationGradients.get('input');
    case 'parameter':
      return network.gradients.get(source.tensor);
    case 'activation':
      return network.activationGradients.get(source.tensor);
    case 'loss':
      // In the mean, the image on the page counts as one of the batch.
      return Float64Array.of(1 / network.batchSize);
    default:
      return undefined;
  }
}

function slice(tensor: Float64Array | undefined, block: Block): Float64Array {
  if (!tensor) throw new Error(`The network has no numbers for ${block.name}`);
  return tensor.subarray(block.source.offset, block.source.offset + valueCount(block));
}
