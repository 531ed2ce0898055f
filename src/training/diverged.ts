import type { Network } from '../engine/network';
import { sizeOfImage } from '../engine/shapes';
import { trainingTexts } from '../texts/training';

/**
 * Thrown when a step leads to numbers that are not finite. The step was undone: weights and memory are as
 * before.
 */
export class DivergedError extends Error {}

/**
 * Whether the loss and everything that is computed in a step is finite. Checked after every step, so it looks
 * only at arrays that are up to date; with kernels, hidden activations are not.
 */
export function isFiniteAfterStep(network: Network, loss: number): boolean {
  const { parameters, gradients, state } = network;
  return (
    Number.isFinite(loss) &&
    isFinite(onPage(network, network.shapes[network.shapes.length - 1].name)) &&
    [parameters, gradients, state].every((arrays) => [...arrays.values()].every((values) => isFinite(values)))
  );
}

/**
 * The first number in the order of computation that is not finite, as a sentence; undefined if all are
 * finite. The image on the page must be revealed.
 */
export function firstNotFinite(network: Network, loss: number): string | undefined {
  for (const { name, parameters } of network.shapes) {
    const weights = parameters.find((parameter) => !isFinite(network.parameters.get(parameter.name)));
    if (weights) return trainingTexts.notFinite.weights(weights.name, name);
    if (!isFinite(onPage(network, name))) return trainingTexts.notFinite.activations(name);
  }
  if (!Number.isFinite(loss)) return trainingTexts.notFinite.loss;
  for (const [name, values] of network.gradients)
    if (!isFinite(values)) return trainingTexts.notFinite.gradients(name);
  for (const [name, values] of network.state)
    if (!isFinite(values)) return trainingTexts.notFinite.state(name);
  return undefined;
}

/** The activations of the image on the page; those of the other images show in the loss and the gradients. */
function onPage(network: Network, layer: string): Float64Array | undefined {
  return network.activations.get(layer)?.subarray(0, sizeOfImage(network, layer));
}

function isFinite(values: Float64Array | undefined): boolean {
  // A loop, since this sees a million numbers at each step and `every` would call a function for each.
  for (let i = 0; i < values!.length; i++) if (!Number.isFinite(values![i])) return false;
  return true;
}
