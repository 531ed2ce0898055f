import type { NamedArrays } from '../../../src/engine/namedArrays';
import type { Network } from '../../../src/engine/network';

/** Bytes of all memory that a network's arrays stand in; what several share is counted once. */
export function bytesOf(network: Network): number {
  const { input, target, losses, parameters, gradients, state, auxiliary } = network;
  const named: NamedArrays[] = [
    parameters,
    gradients,
    state,
    auxiliary,
    network.activations,
    network.activationGradients,
  ];
  const arrays = [input, target, losses, ...named.flatMap((each) => [...each.values()])];
  const memories = new Set(arrays.map(({ buffer }) => buffer));
  return [...memories].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
