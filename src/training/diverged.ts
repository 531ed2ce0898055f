import type { Network } from '../engine/network';
import { sizeOfImage } from '../engine/shapes';
import { trainingTexts } from '../texts/training';

/** Thrown when a step leads to numbers that are not finite. Nothing has changed: the weights are as before the step. */
export class DivergedError extends Error {}

/**
 * Are the loss, what leads to it and what follows from it finite? Looked at after each step, so only at what is there:
 * a network with kernels has not brought up the maps between.
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
 * Where the numbers stopped being finite, as a sentence: the first in the order of computation; undefined when they are. The
 * image on the page is to be revealed.
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

/** Of a batch, the image on the page: the others are looked at by the loss and the gradients. */
function onPage(network: Network, layer: string): Float64Array | undefined {
  return network.activations.get(layer)?.subarray(0, sizeOfImage(network, layer));
}

function isFinite(values: Float64Array | undefined): boolean {
  // A loop over a million numbers at each step: `every` calls a function for each.
  for (let i = 0; i < values!.length; i++) if (!Number.isFinite(values![i])) return false;
  return true;
}
