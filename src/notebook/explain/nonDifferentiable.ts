import { sentence, type Part } from './explanation';
import type { LayerPage } from './layer';

/**
 * What is to be said where a number feeds a ReLU that stands exactly at 0: there is no slope there, and
 * backpropagation takes one.
 * @param fed a mask of the layer's outputs that a change of the number would change
 */
export function kinkParts(page: LayerPage, fed: Uint8Array): Part[] {
  const onKink = fed.some((isFed, output) => isFed === 1 && isKink(page, output));
  return onKink ? [sentence(AT_ZERO)] : [];
}

function isKink(page: LayerPage, output: number): boolean {
  return page.activation === 'relu' && page.outputs()[output] === 0 && page.before(output) === 0;
}

const AT_ZERO =
  'It stands on a kink: backpropagation takes the slope of ReLU at 0 as 0; a real change can do otherwise.';

/** The same of a max pool whose largest numbers are equal. */
export const TIED_POOL =
  'It stands on a kink: several cells of the window are equally large, and backpropagation takes the first; a real ' +
  'change can do otherwise.';
